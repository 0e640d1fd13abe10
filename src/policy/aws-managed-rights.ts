import { parseArn } from '../base/arn.ts';
import type { JsonValue } from '../base/json.ts';

/**
 * What AWS's own policies allow of passing roles, of changing chains, and of ways to more permissions, where their documents
 * were not read. Nothing else that they allow is here: of `iam:` PowerUserAccess and AmazonEC2FullAccess also make service-linked
 * roles, and others read. Policies that are not here may allow more than anybody can tell from the name. Of November 2026, by
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html, one page for each.
 */
export function rightsOfAwsPolicy(policyArn: string): JsonValue | undefined {
  const parts = parseArn(policyArn);
  if (parts?.account !== 'aws') return undefined;
  if (WITHOUT_ANY.has(parts.name)) return document([]);
  const rights = RIGHTS.get(parts.name);
  return rights && document(rights);
}

const ALL = { Effect: 'Allow', Resource: '*' } as const;

type Allow = { readonly [key: string]: JsonValue };

const RIGHTS: ReadonlyMap<string, readonly Allow[]> = new Map<string, readonly Allow[]>([
  ['AdministratorAccess', [{ ...ALL, Action: '*' }]],
  ['IAMFullAccess', [{ ...ALL, Action: 'iam:*' }]],
  // "NotAction": ["iam:*", "organizations:*", "account:*"].
  ['PowerUserAccess', [{ ...ALL, NotAction: ['iam:*', 'organizations:*', 'account:*'] }]],
  ['AmazonEC2FullAccess', [{ ...ALL, Action: 'ec2:*' }]],
]);

/** These read, or serve an agent on the host. */
const WITHOUT_ANY: ReadonlySet<string> = new Set([
  'AmazonEC2ContainerRegistryPowerUser',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonEC2ContainerServiceforEC2Role',
  'AmazonEC2ReadOnlyAccess',
  'AmazonEKSWorkerNodeMinimalPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'AmazonS3FullAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMPatchAssociation',
  'AWSElasticBeanstalkWebTier',
  'AWSElasticBeanstalkWorkerTier',
  'AWSXRayDaemonWriteAccess',
  'CloudWatchAgentServerPolicy',
  'IAMReadOnlyAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'ViewOnlyAccess',
]);

function document(Statement: readonly Allow[]): JsonValue {
  return { Version: '2012-10-17', Statement };
}
