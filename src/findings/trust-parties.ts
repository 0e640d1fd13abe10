import type { JsonValue } from '../base/json.ts';
import type { RoleNode } from '../graph/graph.ts';
import { type PolicyStatement, readStatements } from '../policy/statement.ts';
import { namedServices } from '../policy/trust-facts.ts';

/** The services that the Allow statements of a role's trust policy name. */
export function trustedServices(role: RoleNode): readonly string[] {
  return namedServices(role.record?.AssumeRolePolicyDocument);
}

/** Whether the role trusts the EC2 service and nobody else: then an instance is the only one that could use it. */
export function trustsEc2Alone(role: RoleNode): boolean {
  const read = readStatements(role.record?.AssumeRolePolicyDocument);
  const allowed = read.ok ? read.value.filter((statement) => statement.effect === 'Allow') : [];
  return allowed.length > 0 && allowed.every(namesEc2Alone);
}

/** Whether any text of the trust policy holds the mark: a cheap look before the policy is read whole. */
export function trustMentions(role: RoleNode, mark: RegExp): boolean {
  return mentions(role.record?.AssumeRolePolicyDocument, mark, 6);
}

function mentions(value: JsonValue | undefined, mark: RegExp, depth: number): boolean {
  if (typeof value === 'string') return mark.test(value);
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  for (const key in value) {
    if (mark.test(key) || mentions((value as Readonly<Record<string, JsonValue>>)[key], mark, depth - 1))
      return true;
  }
  return false;
}

function namesEc2Alone({ principal, notPrincipal }: PolicyStatement): boolean {
  if (principal === undefined || notPrincipal !== undefined || principal.anyone) return false;
  const others = [...principal.aws, ...principal.federated, ...principal.canonicalUsers];
  return others.length === 0 && principal.services.every((service) => /^ec2\./i.test(service));
}
