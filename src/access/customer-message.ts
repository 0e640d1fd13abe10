import type { AccessRequest } from './access-request.ts';
import { LAUNCH_SOURCES_DISCLOSE, TIER_WORDS } from './access-tier.ts';
import type { Principal } from './principal.ts';

/** Names of the files that the message speaks of. */
export interface AttachedNames {
  readonly cloudFormation: string;
  readonly terraform: string;
  readonly bash: string;
  readonly powerShell: string;
}

/** A short text to send to the customer with the files: what the role shows, how to make it, how to take it away. */
export function customerMessage(request: AccessRequest, files: AttachedNames): string {
  const { roleName, principal, externalId, sessionSeconds, customerAccount } = request;
  const hours = sessionSeconds / 3600;
  return [
    'Hello,',
    '',
    'to see which IAM role each of your EC2 instances really has, we ask for a role in your AWS account' +
      `${customerAccount === undefined ? '' : ` ${customerAccount}`} that lets us read, and change nothing. No keys or passwords change hands.`,
    '',
    'What it shows us:',
    ...disclosures(request).map((line) => `- ${line}`),
    '',
    'Please use whichever of the attached files suits you. All make the same role.',
    '',
    `CloudFormation (${files.cloudFormation})`,
    '1. In the AWS console, open CloudFormation in any region and choose "Create stack", "With new resources".',
    '2. Choose "Upload a template file", take the file, and name the stack "rolewire-access".',
    '3. On the last page, tick the box about IAM resources with custom names, and submit.',
    '4. When the stack is complete, copy RoleArn from its Outputs tab.',
    '',
    `Terraform (${files.terraform})`,
    'Put the file into a configuration of that account and apply it. The output is rolewire_role_arn.',
    '',
    `AWS CLI (${files.bash} for Linux, macOS and CloudShell; ${files.powerShell} for PowerShell)`,
    'Run it as someone who may make roles. It prints the ARN.',
    '',
    'Then please send us the ARN of the role. You can check beforehand that',
    `- only ${whoMayAssume(principal)} may assume it, for ${hours === 1 ? 'an hour' : `${hours} hours`} at most,`,
    `- and only with the external ID ${externalId}, which is yours alone.`,
    '',
    `To end the access at any time, delete the stack, or the role ${roleName}.`,
    '',
    'Thank you!',
    '',
  ].join('\n');
}

function whoMayAssume({ kind, accountId, arn }: Principal): string {
  return kind === 'account' ? `our account ${accountId}` : arn;
}

/** What the chosen tier and those below it show, one sentence or two each. */
function disclosures({ tier, launchSources }: AccessRequest): readonly string[] {
  const shown = [
    TIER_WORDS.graph.discloses,
    ...(tier === 'graph' ? [] : [TIER_WORDS.policies.discloses]),
    ...(tier === 'simulation' ? [TIER_WORDS.simulation.discloses] : []),
  ];
  return [
    ...shown,
    ...(launchSources ? [LAUNCH_SOURCES_DISCLOSE] : []),
    ...[TIER_WORDS[tier].withholds ?? []].flat(),
  ];
}
