import type { Finding, FindingId } from '../findings/finding.ts';
import type { Chain } from '../graph/chain.ts';
import type {
  EdgeId,
  Graph,
  GraphNode,
  InstanceNode,
  NodeId,
  ProfileNode,
  RoleNode,
} from '../graph/graph.ts';
import { nodesByKind } from '../graph/nodes-by-kind.ts';
import {
  toAccountId,
  toArn,
  toInstanceId,
  toInstanceProfileId,
  toRegion,
  toRoleId,
} from '../inventory/ids.ts';
import { emptyInventory } from '../inventory/inventory.ts';
import type { RecordOrigin } from '../inventory/records.ts';

/** One chain with hostile names, for tests of what leaves the app as text. */
export const HOSTILE_NAME = '=cmd|"/c calc"!A1 <img src=x onerror=alert(1)> `|\n# @you \u202Egnp 🦊';

const origin: RecordOrigin = { call: 'ec2:DescribeInstances', label: 'live' };
const account = toAccountId('111122223333');
const region = toRegion('eu-west-1');

export const exampleInstance: InstanceNode = {
  id: nodeId('instance:i-0abc'),
  kind: 'instance',
  label: HOSTILE_NAME,
  accountId: account,
  partition: 'aws',
  region,
  instanceId: 'i-0abc',
  associations: [],
  record: {
    origin,
    accountId: account,
    region,
    InstanceId: toInstanceId('i-0abc'),
    State: 'running',
    InstanceType: 'm6i.large',
    AvailabilityZone: 'eu-west-1a',
    PrivateIpAddress: '10.0.0.7',
    Ipv6Addresses: [],
    Tags: [{ Key: 'Name', Value: HOSTILE_NAME }],
  },
};

export const exampleProfile: ProfileNode = {
  id: nodeId('profile:AIPA1'),
  kind: 'profile',
  label: 's3access-profile',
  name: 's3access-profile',
  profileId: toInstanceProfileId('AIPA1'),
  accountId: account,
  partition: 'aws',
  arn: toArn('arn:aws:iam::111122223333:instance-profile/s3access-profile'),
};

export const exampleRole: RoleNode = {
  id: nodeId('role:AROA1'),
  kind: 'role',
  label: 's3access',
  name: 's3access',
  roleId: toRoleId('AROA1'),
  accountId: account,
  partition: 'aws',
  arn: toArn('arn:aws:iam::111122223333:role/s3access'),
  serviceLinked: false,
};

export const exampleChain: Chain = {
  id: exampleInstance.id,
  instance: exampleInstance.id,
  profile: exampleProfile.id,
  role: exampleRole.id,
  edges: [],
  status: 'works',
  namesDiffer: true,
  accountId: account,
  region,
};

/** A graph of the given nodes alone, without edges. */
export function exampleGraph(
  nodes: readonly GraphNode[] = [exampleInstance, exampleProfile, exampleRole],
): Graph {
  return {
    inventory: emptyInventory('live'),
    nodes: new Map(nodes.map((node) => [node.id, node])),
    byKind: nodesByKind(nodes),
    edges: [],
    outgoing: new Map(),
    incoming: new Map(),
    coverage: { entries: [], of: () => ({ complete: true }) },
  };
}

/** A finding on the example chain. */
export function exampleFinding(part: Partial<Finding> = {}): Finding {
  return {
    id: findingId('names-differ:profile:AIPA1'),
    rule: 'names-differ',
    severity: 'info',
    title: 'Names differ',
    answer: 'Profile `s3access-profile` holds role `s3access`.',
    nodes: [exampleProfile.id, exampleRole.id],
    edges: [],
    evidence: [
      { field: 'InstanceProfileName', value: 's3access-profile', source: 'iam:ListInstanceProfiles, live' },
    ],
    fix: { sentence: 'Nothing to do.' },
    notChecked: [],
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
    ...part,
  };
}

export function nodeId(text: string): NodeId {
  return text as NodeId;
}

export function edgeId(text: string): EdgeId {
  return text as EdgeId;
}

export function findingId(text: string): FindingId {
  return text as FindingId;
}
