import type { AccessRequest } from './access-request.ts';
import { accountPreset } from './account-preset.ts';
import { bashCommands, powerShellCommands } from './aws-cli.ts';
import { cloudFormationTemplate } from './cloudformation.ts';
import { customerMessage } from './customer-message.ts';
import { terraformConfiguration } from './terraform.ts';

/** A file to hand over, as text. */
export interface AccessFile {
  readonly name: string;
  readonly mediaType: 'text/plain' | 'application/json';
  readonly text: string;
}

export interface AccessFiles {
  readonly cloudFormation: AccessFile;
  readonly terraform: AccessFile;
  readonly bash: AccessFile;
  readonly powerShell: AccessFile;
  readonly message: AccessFile;
  /** For our side. */
  readonly preset: AccessFile;
}

const NAMES = {
  cloudFormation: 'rolewire-access.yaml',
  terraform: 'rolewire-access.tf',
  bash: 'rolewire-access.sh',
  powerShell: 'rolewire-access.ps1',
} as const;

/** Everything that a request comes to: the same role in four forms, the words to send along, and what we keep. */
export function accessFiles(request: AccessRequest): AccessFiles {
  return {
    cloudFormation: plain(NAMES.cloudFormation, cloudFormationTemplate(request)),
    terraform: plain(NAMES.terraform, terraformConfiguration(request)),
    bash: plain(NAMES.bash, bashCommands(request)),
    powerShell: plain(NAMES.powerShell, powerShellCommands(request)),
    message: plain('rolewire-access-message.txt', customerMessage(request, NAMES)),
    preset: {
      name: 'rolewire-account.json',
      mediaType: 'application/json',
      text: `${JSON.stringify(accountPreset(request), null, 2)}\n`,
    },
  };
}

function plain(name: string, text: string): AccessFile {
  return { name, mediaType: 'text/plain', text };
}
