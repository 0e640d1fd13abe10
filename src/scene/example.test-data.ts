import { buildGraph } from '../graph/build-graph.ts';
import type { Chain } from '../graph/chain.ts';
import { listChains } from '../graph/chains.ts';
import type { Graph } from '../graph/graph.ts';
import type { CallName } from '../inventory/calls.ts';
import {
  toAccountId,
  toArn,
  toInstanceId,
  toInstanceProfileId,
  toRegion,
  toRoleId,
} from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import type { InstanceProfileRecord, InstanceRecord, RoleRecord } from '../inventory/records.ts';

/** An account in a few words, for tests of the picture. */
export interface Example {
  readonly instances?: readonly ExampleInstance[];
  /** Profile name → role name; `''` is an empty profile. */
  readonly profiles?: Readonly<Record<string, string>>;
  /** Roles beside those in a profile, all trusting EC2. */
  readonly roles?: readonly string[];
  /** Roles that EC2 may not assume. */
  readonly distrusting?: readonly string[];
  /** Lists that were not read to their end. */
  readonly unread?: readonly CallName[];
}

export interface ExampleInstance {
  readonly name: string;
  /** Made from the name if absent. */
  readonly id?: string;
  readonly profile?: string;
  /** The profile's id as EC2 has it, when it isn't the one that IAM lists. */
  readonly profileId?: string;
  readonly state?: string;
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const ACCOUNT = toAccountId('111122223333');
const CALLS: readonly CallName[] = [
  'ec2:DescribeInstances',
  'iam:ListInstanceProfiles',
  'iam:ListRoles',
  'ec2:DescribeLaunchTemplateVersions',
  'autoscaling:DescribeLaunchConfigurations',
];

export function example(about: Example): { readonly graph: Graph; readonly chains: readonly Chain[] } {
  const graph = buildGraph(exampleInventory(about));
  return { graph, chains: listChains(graph) };
}

export function exampleInventory(about: Example): Inventory {
  const trust = (name: string) => !(about.distrusting ?? []).includes(name);
  const roleNames = new Set([...Object.values(about.profiles ?? {}).filter(Boolean), ...(about.roles ?? [])]);
  return {
    ...emptyInventory('files'),
    instances: (about.instances ?? []).map(instance),
    instanceProfiles: Object.entries(about.profiles ?? {}).map(([name, held]) =>
      profile(name, held === '' ? [] : [role(held, trust(held))]),
    ),
    roles: Array.from(roleNames, (name) => role(name, trust(name))),
    coverage: CALLS.map((call) => ({
      call,
      accountId: ACCOUNT,
      status: (about.unread ?? []).includes(call) ? 'denied' : 'complete',
      requests: 1,
      records: 1,
    })),
  };
}

function instance(about: ExampleInstance): InstanceRecord {
  const region = toRegion(about.region ?? 'eu-west-1');
  const tags = { ...(about.name === '' ? {} : { Name: about.name }), ...about.tags };
  return {
    origin: { call: 'ec2:DescribeInstances', label: 'test' },
    accountId: ACCOUNT,
    region,
    InstanceId: toInstanceId(about.id ?? `i-${about.name}`),
    State: about.state ?? 'running',
    InstanceType: 'm6i.large',
    AvailabilityZone: `${region}a`,
    Ipv6Addresses: [],
    PrivateIpAddress: '10.0.0.12',
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    IamInstanceProfile:
      about.profile === undefined
        ? undefined
        : { Arn: iamArn('instance-profile', about.profile), Id: profileId(about.profileId ?? about.profile) },
  };
}

function profile(name: string, Roles: readonly RoleRecord[]): InstanceProfileRecord {
  return {
    origin: { call: 'iam:ListInstanceProfiles', label: 'test' },
    accountId: ACCOUNT,
    InstanceProfileName: name,
    InstanceProfileId: profileId(name),
    Arn: iamArn('instance-profile', name),
    Path: '/',
    Roles,
  };
}

function role(name: string, trusts: boolean): RoleRecord {
  return {
    origin: { call: 'iam:ListRoles', label: 'test' },
    accountId: ACCOUNT,
    RoleName: name,
    RoleId: toRoleId(`AROA${name}`),
    Arn: iamArn('role', name),
    Path: '/',
    details: 'listed',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: trusts ? 'ec2.amazonaws.com' : 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    },
  };
}

const iamArn = (kind: string, name: string) => toArn(`arn:aws:iam::${ACCOUNT}:${kind}/${name}`);
const profileId = (name: string) => toInstanceProfileId(`AIPA${name}`);
