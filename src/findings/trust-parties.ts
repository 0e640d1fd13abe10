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

/** Whether the text of the trust policy may hold one of the marks: a cheap look before the policy is read whole. */
export function trustMentions(role: RoleNode, marks: RegExp): boolean {
  const document = role.record?.AssumeRolePolicyDocument;
  if (document === undefined || document === null) return false;
  return typeof document !== 'string' || marks.test(document);
}

function namesEc2Alone({ principal, notPrincipal }: PolicyStatement): boolean {
  if (principal === undefined || notPrincipal !== undefined || principal.anyone) return false;
  const others = [...principal.aws, ...principal.federated, ...principal.canonicalUsers];
  return others.length === 0 && principal.services.every((service) => /^ec2\./i.test(service));
}
