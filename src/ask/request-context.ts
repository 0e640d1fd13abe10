import type { InstanceNode, RoleNode } from '../graph/graph.ts';
import type { ContextValue } from '../policy/access-verdict.ts';
import { defaultContext } from '../policy/default-context.ts';
import type { AskedPair, FieldValues } from './asked-field.ts';

/** What is known of the requests of a role on an instance before anybody is asked. */
export interface ContextFacts {
  readonly role: RoleNode;
  readonly instance?: InstanceNode | undefined;
  readonly values: FieldValues;
  /** What a person supplied, by condition key as written; it goes before all else. */
  readonly supplied: ReadonlyMap<string, readonly string[]>;
}

/**
 * The condition keys that a request of a role's session on an instance surely carries, by lower-case name: those of
 * {@link defaultContext}, and those that follow from the question. The keys of a service are by its page of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export function requestContext(
  pair: AskedPair,
  { role, instance, values, supplied }: ContextFacts,
): ReadonlyMap<string, ContextValue> {
  const { action, resource, account } = pair;
  const arn = instance && instanceArn(instance);
  const context = new Map(
    defaultContext({
      action,
      resource,
      principal: principalOf(role),
      resourceAccount: account,
      region: values.region,
      instance: arn === undefined || !instance ? undefined : { arn, instanceId: instance.instanceId },
      principalTags: tagsOf(role),
    }),
  );
  const set = (key: string, value: string | undefined): void => {
    if (value !== undefined) context.set(key.toLowerCase(), { kind: 'values', values: [value] });
  };
  // No person stands behind the sessions that EC2 opens.
  for (const key of PERSONAL) context.set(key, { kind: 'absent' });
  const [service] = action.toLowerCase().split(':');
  if (service === 's3') set('s3:ResourceAccount', account);
  if (service === 'kms') set('kms:CallerAccount', role.accountId);
  if (action.toLowerCase() === 's3:listbucket') set('s3:prefix', values.prefix);
  if (action.toLowerCase() === 'iam:passrole') set('iam:PassedToService', 'ec2.amazonaws.com');
  set('aws:Ec2InstanceSourceVpc', instance?.record?.VpcId);
  set('aws:Ec2InstanceSourcePrivateIPv4', instance?.record?.PrivateIpAddress);
  for (const [key, list] of supplied) context.set(key.toLowerCase(), { kind: 'values', values: list });
  return context;
}

const PERSONAL = ['aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:federatedprovider'] as const;

/** The role as the evaluator takes it. Where no source tells its ARN, nothing matches what stands in its place. */
export function principalOf(role: RoleNode) {
  return { arn: role.arn ?? '', account: role.accountId, roleId: role.roleId };
}

/** Tags of the role are tags of its sessions, where a source tells them all. */
function tagsOf(role: RoleNode): ReadonlyMap<string, string> | undefined {
  if (role.record?.details !== 'full') return undefined;
  return new Map((role.record.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
}

function instanceArn({ partition, region, accountId, instanceId }: InstanceNode): string | undefined {
  if (region === undefined || accountId === undefined) return undefined;
  return `arn:${partition ?? 'aws'}:ec2:${region}:${accountId}:instance/${instanceId}`;
}
