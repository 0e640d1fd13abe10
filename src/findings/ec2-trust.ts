import type { JsonValue } from '../base/json.ts';
import type { RoleNode } from '../graph/graph.ts';
import { decodeDocument } from '../policy/decode-document.ts';
import { iamCommand } from './commands.ts';

/** The spelling of the EC2 service that a partition surely takes. */
export const EC2_SERVICE = 'ec2.amazonaws.com';

/** Both spellings of China, one elsewhere. */
function ec2Services(partition: string | undefined): readonly string[] {
  return partition === 'aws-cn' ? [EC2_SERVICE, 'ec2.amazonaws.com.cn'] : [EC2_SERVICE];
}

/**
 * The command that lets EC2 assume the role: its present trust policy with one statement for EC2 added, so that nobody who
 * may assume it today is locked out. When the present policy can't be read, the command fetches it first.
 */
export function allowEc2Command(
  role: RoleNode,
  services: readonly string[] = ec2Services(role.partition),
): string {
  const current = decodeDocument(role.record?.AssumeRolePolicyDocument);
  const statements = current.ok ? listOf(current.value.Statement) : undefined;
  if (!current.ok || statements === undefined) return editTrustCommand(role);
  const statement = {
    Effect: 'Allow',
    Principal: { Service: services.length === 1 ? services[0] : services },
    Action: 'sts:AssumeRole',
  };
  return iamCommand(role.partition, 'update-assume-role-policy', {
    'role-name': role.name,
    'policy-document': JSON.stringify({ ...current.value, Statement: [...statements, statement] }),
  });
}

/** Commands that fetch the trust policy into a file and write it back after an edit by hand. */
export function editTrustCommand(role: RoleNode): string {
  const fetch = iamCommand(role.partition, 'get-role', {
    'role-name': role.name,
    query: 'Role.AssumeRolePolicyDocument',
    output: 'json',
  });
  const write = iamCommand(role.partition, 'update-assume-role-policy', {
    'role-name': role.name,
    'policy-document': 'file://trust.json',
  });
  return `${fetch} > trust.json\n# edit trust.json, then\n${write}`;
}

function listOf(statement: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (statement === undefined || statement === null) return undefined;
  return Array.isArray(statement) ? statement : [statement as JsonValue];
}
