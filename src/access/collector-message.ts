import type { CollectorRequest } from './collector-request.ts';

/** Names of the scripts that the message speaks of. */
interface ScriptNames {
  readonly bash: string;
  readonly powerShell: string;
}

/** What the file shows, one sentence or two each. */
export const COLLECTED = [
  'Instances with their addresses and tags; instance profiles; roles with their trust policies.',
  'Auto Scaling groups, launch templates and launch configurations, without their user data.',
] as const;
export const COLLECTED_POLICIES =
  'Every permissions policy and boundary of roles, users and groups, to see what a role may do and who may hand it to an instance.';
export const NO_POLICIES = 'Permissions policies are not read.';

/** A short text to send to the customer with the script: what it does, what the file shows, how to run it. */
export function collectorMessage(request: CollectorRequest, files: ScriptNames): string {
  const { policies, regions } = request;
  const where = regions.length === 0 ? 'all enabled regions' : regions.join(', ');
  return [
    'Hello,',
    '',
    'to see which IAM role each of your EC2 instances really has, we ask for one file from your AWS account. ' +
      'No access, keys or passwords change hands: you run the attached script, look at the file if you like, and send it.',
    '',
    `The script only reads. It collects from ${where}:`,
    ...COLLECTED.map((line) => `- ${line}`),
    `- ${policies ? COLLECTED_POLICIES : NO_POLICIES}`,
    'The file holds no credentials. What you may not read is left out, and the file says so.',
    '',
    `In AWS CloudShell (${files.bash})`,
    '1. In the AWS console, open CloudShell: the ">_" sign in the top bar.',
    `2. Choose "Actions", "Upload file", and take ${files.bash}.`,
    `3. Enter: bash ${files.bash}`,
    '4. When it says "Done", choose "Actions", "Download file", and enter the name that it printed.',
    '',
    `On your own computer with the AWS CLI (${files.bash} for Linux and macOS; ${files.powerShell} for PowerShell)`,
    `Enter: bash ${files.bash}`,
    `or: powershell -ExecutionPolicy Bypass -File ${files.powerShell}`,
    '',
    'It takes a few minutes and writes one file, named rolewire-, your account ID and the date, with .json.gz at the end. Please send us that file.',
    '',
    'Thank you!',
    '',
  ].join('\n');
}
