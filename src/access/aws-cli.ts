import { partitionById } from '../base/partitions.ts';
import type { AccessRequest } from './access-request.ts';
import { POLICY_NAME, ROLE_DESCRIPTION, readPolicy, trustPolicy } from './customer-role.ts';

/**
 * AWS CLI commands for a POSIX shell, to paste or to run as a file. The second command runs only when the first has made
 * the role; that one prints the role's ARN.
 */
export function bashCommands(request: AccessRequest): string {
  const name = posixQuote(request.roleName);
  const region = regionOption(request, posixQuote);
  const command = (...parts: readonly string[]): string => [...parts, ...region].join(' \\\n  ');
  return [
    '#!/usr/bin/env bash',
    ...commentLines(undo(name, region.join(' '), ' &&')),
    command(
      'aws iam create-role',
      `--role-name ${name}`,
      `--description ${posixQuote(ROLE_DESCRIPTION)}`,
      `--max-session-duration ${request.sessionSeconds}`,
      `--assume-role-policy-document ${posixQuote(JSON.stringify(trustPolicy(request)))}`,
      '--query Role.Arn --output text',
    ).concat(' &&'),
    command(
      'aws iam put-role-policy',
      `--role-name ${name}`,
      `--policy-name ${posixQuote(POLICY_NAME)}`,
      `--policy-document ${posixQuote(JSON.stringify(readPolicy(request)))}`,
    ),
    '',
  ].join('\n');
}

/**
 * The same for PowerShell. The policies go through files, as Windows PowerShell 5.1 loses the double quotes of what it hands
 * to other programs: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-quoting-strings.html
 */
export function powerShellCommands(request: AccessRequest): string {
  const name = powerShellQuote(request.roleName);
  const region = regionOption(request, powerShellQuote);
  const command = (...parts: readonly string[]): string => [...parts, ...region].join(' `\n  ');
  return [
    ...commentLines(undo(name, region.join(' '), ';')),
    '$trust = (New-TemporaryFile).FullName',
    '$read = (New-TemporaryFile).FullName',
    `Set-Content -Path $trust -Encoding ascii -Value ${powerShellQuote(JSON.stringify(trustPolicy(request)))}`,
    `Set-Content -Path $read -Encoding ascii -Value ${powerShellQuote(JSON.stringify(readPolicy(request)))}`,
    command(
      'aws iam create-role',
      `--role-name ${name}`,
      `--description ${powerShellQuote(ROLE_DESCRIPTION)}`,
      `--max-session-duration ${request.sessionSeconds}`,
      '--assume-role-policy-document "file://$trust"',
      '--query Role.Arn --output text',
    ),
    'if ($LASTEXITCODE -eq 0) {',
    command(
      '  aws iam put-role-policy',
      `  --role-name ${name}`,
      `  --policy-name ${powerShellQuote(POLICY_NAME)}`,
      '  --policy-document "file://$read"',
    ),
    '}',
    'Remove-Item $trust, $read',
    '',
  ].join('\n');
}

/** A text as one word of a POSIX shell. */
export function posixQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text as one literal string of PowerShell, which takes curly quotes for straight ones. */
export function powerShellQuote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}

function commentLines(undoing: string): readonly string[] {
  return [
    `# ${ROLE_DESCRIPTION}`,
    '# Run it as someone who may make roles; it prints the ARN to send back.',
    '# To take the access away again:',
    `#   ${undoing}`,
  ];
}

function undo(name: string, region: string, then: ' &&' | ';'): string {
  const end = region === '' ? '' : ` ${region}`;
  const policy = `aws iam delete-role-policy --role-name ${name} --policy-name ${POLICY_NAME}${end}`;
  return `${policy}${then} aws iam delete-role --role-name ${name}${end}`;
}

/** Outside of the commercial partition the AWS CLI has to be told where IAM is. */
function regionOption({ principal }: AccessRequest, quote: (text: string) => string): readonly string[] {
  const partition = partitionById(principal.partition);
  return partition === undefined || partition.id === 'aws' ? [] : [`--region ${quote(partition.iamRegion)}`];
}
