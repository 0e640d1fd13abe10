import type { AccessFile } from './access-files.ts';
import { bashCollector } from './collector-bash.ts';
import { collectorMessage } from './collector-message.ts';
import { powerShellCollector } from './collector-powershell.ts';
import type { CollectorRequest } from './collector-request.ts';

export interface CollectorFiles {
  readonly bash: AccessFile;
  readonly powerShell: AccessFile;
  readonly message: AccessFile;
}

const NAMES = { bash: 'rolewire-collect.sh', powerShell: 'rolewire-collect.ps1' } as const;

/** The same collecting script for two shells, and the words to send along. */
export function collectorFiles(request: CollectorRequest): CollectorFiles {
  return {
    bash: plain(NAMES.bash, bashCollector(request, NAMES.bash)),
    powerShell: plain(NAMES.powerShell, powerShellCollector(request, NAMES.powerShell)),
    message: plain('rolewire-collect-message.txt', collectorMessage(request, NAMES)),
  };
}

function plain(name: string, text: string): AccessFile {
  return { name, mediaType: 'text/plain', text };
}
