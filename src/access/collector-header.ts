import type { CollectorRequest } from './collector-request.ts';

/** What the first lines of a script say, in comments that every shell knows: what it does, and what it does not. */
export function collectorHeader(request: CollectorRequest, needs: string, run: string): string {
  const everywhere = request.regions.length === 0 ? 'all enabled regions' : request.regions.join(', ');
  return [
    'Collects which IAM role each EC2 instance of an AWS account really has, as a file for Rolewire.',
    '',
    '- It only reads: every AWS command below is a "get", a "list" or a "describe".',
    '- It writes one file, rolewire-<account>-<date>.json.gz, where it runs, and sends it nowhere.',
    '- The file holds no credentials and no user data of instances or launch templates.',
    request.policies
      ? '- It holds every permissions policy of roles, users and groups (the "account-authorization" line).'
      : '- Permissions policies are not read.',
    '- What you may not read is noted in the file; the rest is collected all the same.',
    '',
    `Needs ${needs}, signed in to the account.`,
    `  ${run}`,
    `    reads ${everywhere}`,
    `  ${run} eu-west-1 us-east-1`,
    '    reads the regions that you name, and no others',
  ]
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
}
