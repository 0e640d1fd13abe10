import { expect } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { toAccountId, toArn } from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import type { RolePoliciesRecord, RoleRecord } from '../inventory/records.ts';
import { type Subject, subjectOf } from './subject.ts';

/** An account with one profile and one role, `lake`, and a second role that launches its instances. */

export const HOME = '111122223333';
export const ELSEWHERE = '444455556666';
export const ROLE_ARN = `arn:aws:iam::${HOME}:role/lake`;

const origin = { call: 'iam:GetAccountAuthorizationDetails', label: 'test' } as const;
const accountId = toAccountId(HOME);

export interface LakeAccount {
  readonly inline?: Readonly<Record<string, JsonValue>>;
  readonly attached?: readonly string[];
  readonly documents?: Readonly<Record<string, JsonValue>>;
  readonly role?: Partial<RoleRecord>;
  readonly policies?: Partial<RolePoliciesRecord>;
  /** Of the role that launches. */
  readonly launcher?: JsonValue;
  readonly coverage?: Inventory['coverage'];
  readonly profileName?: string;
}

export function allow(action: string | readonly string[], resource: string | readonly string[]): JsonValue {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] };
}

export function lakeGraph(account: LakeAccount = {}): Graph {
  const role: RoleRecord = {
    origin,
    accountId,
    RoleName: 'lake',
    Arn: toArn(ROLE_ARN),
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    details: 'full',
    ...account.role,
  };
  const launcher: RoleRecord = {
    ...role,
    RoleName: 'launcher',
    Arn: toArn(`arn:aws:iam::${HOME}:role/launcher`),
    PermissionsBoundary: undefined,
  };
  const profileName = account.profileName ?? 'lake';
  return buildGraph({
    ...emptyInventory('files'),
    roles: [role, launcher],
    instanceProfiles: [
      {
        origin,
        accountId,
        InstanceProfileName: profileName,
        Arn: toArn(`arn:aws:iam::${HOME}:instance-profile/${profileName}`),
        Roles: [role],
      },
    ],
    rolePolicies: [
      {
        origin,
        accountId,
        RoleName: 'lake',
        AttachedPolicies: (account.attached ?? []).map((arn) => ({
          PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
          PolicyArn: toArn(arn),
        })),
        InlinePolicyNames: Object.keys(account.inline ?? {}),
        InlinePolicies: Object.entries(account.inline ?? {}).map(([PolicyName, PolicyDocument]) => ({
          PolicyName,
          PolicyDocument,
        })),
        ...account.policies,
      },
      {
        origin,
        accountId,
        RoleName: 'launcher',
        AttachedPolicies: [],
        InlinePolicyNames: ['launch'],
        InlinePolicies: [{ PolicyName: 'launch', PolicyDocument: account.launcher ?? allow('ec2:*', '*') }],
      },
    ],
    managedPolicies: Object.entries(account.documents ?? {}).map(([arn, Document]) => ({
      origin,
      accountId,
      PolicyArn: toArn(arn),
      IsDefaultVersion: true,
      Document,
    })),
    coverage: account.coverage ?? [
      {
        call: 'iam:GetAccountAuthorizationDetails',
        accountId,
        status: 'complete',
        requests: 1,
        records: 2,
      },
    ],
  });
}

/** The role `lake` of a graph, through its profile when it has one. */
export function lake(graph: Graph): Subject {
  const role = graph.byKind.role.find((node) => node.name === 'lake');
  const subject = subjectOf(graph, role?.id);
  expect(subject?.role?.name).toBe('lake');
  if (subject === undefined) throw new Error('The role is not in the graph.');
  return subject;
}
