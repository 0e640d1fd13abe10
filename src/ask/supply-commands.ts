import { parseArn } from '../base/arn.ts';
import { iamCommand, regionalCommand } from '../findings/commands.ts';
import type { RoleNode } from '../graph/graph.ts';
import type { FieldValues } from './asked-field.ts';
import type { PairAnswer } from './judge-pair.ts';
import type { MissingPolicy, PastedPolicies } from './policy-stack.ts';

/** The AWS CLI commands whose output holds the policies that are not at hand, each once. */
export function supplyCommands(
  role: RoleNode,
  missing: readonly MissingPolicy[],
  answers: readonly PairAnswer[],
  values: FieldValues,
  pasted: PastedPolicies,
): readonly string[] {
  const commands = missing.flatMap((policy) => commandsFor(policy, role));
  if (pasted.bucket === undefined && answers.some(({ side }) => side === 'bucket') && values.bucketName) {
    commands.push(bucketCommand(values));
  }
  if (pasted.key === undefined && values.kmsKey !== undefined) {
    const region = parseArn(values.kmsKey)?.region;
    const flags = { 'key-id': values.kmsKey, 'policy-name': 'default', query: 'Policy', output: 'text' };
    commands.push(regionalCommand(region, 'kms get-key-policy', flags));
  }
  return [...new Set(commands)];
}

function commandsFor({ kind, name }: MissingPolicy, role: RoleNode): string[] {
  const iam = (command: string, flags: Record<string, string>): string =>
    iamCommand(role.partition, command, { ...flags, output: 'json' });
  switch (kind) {
    case 'attached-list':
      return [iam('list-attached-role-policies', { 'role-name': role.name })];
    case 'inline-list':
      return [iam('list-role-policies', { 'role-name': role.name })];
    case 'inline':
      return [iam('get-role-policy', { 'role-name': role.name, 'policy-name': name })];
    case 'managed':
      return [
        iam('get-policy', { 'policy-arn': name, query: 'Policy.DefaultVersionId' }),
        iam('get-policy-version', { 'policy-arn': name, 'version-id': '<default-version-id>' }),
      ];
    case 'role':
      return [iam('get-role', { 'role-name': role.name })];
  }
}

/** Of an access point the policy is its own; the account runs it. */
function bucketCommand({ bucket = '', bucketName = '', bucketAccount }: FieldValues): string {
  const region = parseArn(bucket)?.region || undefined;
  return bucketAccount === undefined
    ? regionalCommand(region, 's3api get-bucket-policy', {
        bucket: bucketName,
        query: 'Policy',
        output: 'text',
      })
    : regionalCommand(region, 's3control get-access-point-policy', {
        'account-id': bucketAccount,
        name: bucketName,
        query: 'Policy',
        output: 'text',
      });
}
