import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  option,
  property,
  record,
  tuple,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArn } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { ManagedPolicyRecord, RolePoliciesRecord } from '../inventory/records.ts';
import { buildGraph } from './build-graph.ts';
import { chainOf } from './chain-of.ts';
import type { Graph, RoleNode } from './graph.ts';
import {
  ACCOUNT,
  coverage,
  instance,
  inventoryOf,
  originOf,
  profile,
  reference,
  role,
} from './records.test-data.ts';
import { rolePolicies } from './role-policies.ts';

const AWS = toArn('arn:aws:iam::aws:policy/ReadOnlyAccess');
const OWN = toArn(`arn:aws:iam::${ACCOUNT}:policy/team/App`);
const LIMIT = toArn(`arn:aws:iam::${ACCOUNT}:policy/Limit`);

const policiesOf = (RoleName: string, more: Partial<RolePoliciesRecord>): RolePoliciesRecord => ({
  origin: originOf('iam:ListAttachedRolePolicies'),
  accountId: ACCOUNT,
  RoleName,
  ...more,
});
const attached = (...arns: readonly (typeof AWS)[]) => ({
  AttachedPolicies: arns.map((PolicyArn) => ({ PolicyName: PolicyArn.split('/').pop() ?? '', PolicyArn })),
});
const managed = (PolicyArn: typeof AWS, more: Partial<ManagedPolicyRecord> = {}): ManagedPolicyRecord => ({
  origin: originOf('iam:GetPolicyVersion'),
  accountId: ACCOUNT,
  PolicyArn,
  PolicyName: PolicyArn.split('/').pop(),
  VersionId: 'v1',
  IsDefaultVersion: true,
  Document: '{"Statement":[]}',
  ...more,
});
const graphOf = (part: InventoryPart) =>
  buildGraph(
    inventoryOf({
      instanceProfiles: [profile('web', [role('web')])],
      instances: [instance('i-1', reference('web'))],
      ...part,
    }),
  );
const roleOf = (graph: Graph, name = 'web'): RoleNode => {
  const found = graph.byKind.role.find((each) => each.name === name);
  if (!found) throw new Error(`no role ${name}`);
  return found;
};
const known = (graph: Graph, name = 'web') => {
  const { permissions, boundary, ...rest } = rolePolicies(graph, roleOf(graph, name));
  return {
    ...rest,
    permissions: permissions.map(({ node }) => [node.type, node.name, node.ghost?.kind ?? 'read']),
    boundary: typeof boundary === 'string' ? boundary : boundary.node.name,
  };
};
const BOTH_LISTS = [
  coverage('iam:ListAttachedRolePolicies', 'complete', { resource: 'web' }),
  coverage('iam:ListRolePolicies', 'complete', { resource: 'web' }),
];

describe('the policies of a role', () => {
  it('are links of the role, each with its document where that was read', () => {
    const graph = graphOf({
      rolePolicies: [
        policiesOf('web', {
          ...attached(AWS, OWN),
          InlinePolicyNames: ['own', 'other'],
          InlinePolicies: [{ PolicyName: 'own', PolicyDocument: '{}' }],
        }),
      ],
      managedPolicies: [managed(OWN)],
      coverage: BOTH_LISTS,
    });
    expect(known(graph)).toEqual({
      begun: true,
      complete: true,
      boundary: 'unknown',
      permissions: [
        ['customer-managed', 'App', 'read'],
        ['aws-managed', 'ReadOnlyAccess', 'not-loaded'],
        ['inline', 'other', 'not-loaded'],
        ['inline', 'own', 'read'],
      ],
    });
  });

  it('that several roles share is one node', () => {
    const graph = graphOf({
      roles: [role('api')],
      rolePolicies: [policiesOf('web', attached(AWS)), policiesOf('api', attached(AWS))],
    });
    expect(graph.byKind.policy.map((node) => node.arn)).toEqual([AWS]);
    expect(graph.incoming.get(graph.byKind.policy[0]?.id ?? roleOf(graph).id)).toHaveLength(2);
  });

  it('light up with the chain, and light it', () => {
    const graph = graphOf({ rolePolicies: [policiesOf('web', attached(AWS))] });
    const [policy] = graph.byKind.policy;
    const [first] = graph.byKind.instance;
    expect(policy && chainOf(graph, policy.id).nodes.size).toBe(4);
    expect(first && chainOf(graph, first.id).nodes.size).toBe(4);
  });

  it('know the boundary from the role itself, and that there is none only from its full record', () => {
    const bounded = role('web', {
      details: 'full',
      PermissionsBoundary: { PermissionsBoundaryArn: LIMIT },
    });
    expect(known(graphOf({ roles: [bounded] })).boundary).toBe('Limit');
    expect(known(graphOf({ roles: [role('web', { details: 'full' })] })).boundary).toBe('none');
    expect(known(graphOf({})).boundary).toBe('unknown');
  });

  it('are "none" only when both lists came to their end', () => {
    const none = policiesOf('web', { AttachedPolicies: [], InlinePolicyNames: [] });
    expect(known(graphOf({ rolePolicies: [none], coverage: BOTH_LISTS })).complete).toBe(true);
    expect(known(graphOf({ rolePolicies: [none], coverage: BOTH_LISTS.slice(1) })).complete).toBe(false);
    expect(known(graphOf({})).begun).toBe(false);
  });

  it('are a hole that says which call was denied, while the other list stays good', () => {
    const graph = graphOf({
      rolePolicies: [policiesOf('web', attached(AWS))],
      coverage: [
        coverage('iam:ListAttachedRolePolicies', 'complete', { resource: 'web' }),
        coverage('iam:ListRolePolicies', 'denied', { resource: 'web' }),
      ],
    });
    expect(known(graph)).toMatchObject({
      complete: false,
      permissions: [
        ['aws-managed', 'ReadOnlyAccess', 'not-loaded'],
        ['unknown', '', 'denied'],
      ],
    });
    const hole = graph.byKind.policy.find((node) => node.type === 'unknown');
    expect(hole?.ghost?.why).toBe('not readable: iam:ListRolePolicies is denied');
  });

  it('say which call stood in the way of a document, of that policy alone', () => {
    const graph = graphOf({
      rolePolicies: [policiesOf('web', { ...attached(OWN), InlinePolicyNames: ['a', 'b'] })],
      managedPolicies: [managed(OWN, { Document: undefined })],
      coverage: [
        coverage('iam:GetRolePolicy', 'denied', { resource: 'web', detail: 'a' }),
        coverage('iam:GetPolicyVersion', 'failed', { resource: OWN, reason: { kind: 'throttled' } }),
      ],
    });
    expect(graph.byKind.policy.map(({ name, ghost }) => [name, ghost?.why])).toEqual([
      ['App', 'not loaded: iam:GetPolicyVersion failed'],
      ['a', 'not readable: iam:GetRolePolicy is denied'],
      ['b', 'its document was not read'],
    ]);
  });

  it('take the version in force, and never another one in its place', () => {
    const older = managed(OWN, { VersionId: 'v1', IsDefaultVersion: false, Document: '{"old":1}' });
    const newer = managed(OWN, { VersionId: 'v2', Document: '{"new":1}' });
    const [both] = graphOf({ managedPolicies: [newer, older] }).byKind.policy;
    expect(both).toMatchObject({ versionId: 'v2', document: '{"new":1}' });
    const [alone] = graphOf({ managedPolicies: [older] }).byKind.policy;
    expect(alone?.document).toBeUndefined();
    expect(alone?.ghost?.kind).toBe('not-loaded');
  });
});

const ROLES = ['web', 'api'] as const;
const anyPolicies: Arbitrary<InventoryPart> = record({
  rolePolicies: uniqueArray(
    tuple(
      constantFrom(...ROLES),
      option(array(constantFrom(AWS, OWN), { maxLength: 2 }), { nil: undefined }),
      option(uniqueArray(constantFrom('a', 'b'), { maxLength: 2 }), { nil: undefined }),
      uniqueArray(constantFrom('a', 'b'), { maxLength: 2 }),
    ).map(([name, managedOnes, names, read]) =>
      policiesOf(name, {
        ...(managedOnes && attached(...managedOnes)),
        InlinePolicyNames: names,
        InlinePolicies: read.map((PolicyName) => ({ PolicyName, PolicyDocument: '{}' })),
      }),
    ),
    { maxLength: 2, selector: (each) => each.RoleName },
  ),
  managedPolicies: uniqueArray(
    tuple(constantFrom(AWS, OWN, LIMIT), constantFrom('v1', 'v2'), boolean(), boolean()).map(
      ([arn, VersionId, IsDefaultVersion, read]) =>
        managed(arn, { VersionId, IsDefaultVersion, Document: read ? '{}' : undefined }),
    ),
    { maxLength: 4, selector: (each) => `${each.PolicyArn ?? ''} ${each.VersionId ?? ''}` },
  ),
  coverage: uniqueArray(
    tuple(
      constantFrom('iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'iam:GetRolePolicy'),
      constantFrom('complete', 'partial', 'denied', 'failed', 'not-asked'),
      constantFrom(...ROLES),
    ).map(([call, status, resource]) => coverage(call, status, { resource })),
    { maxLength: 6, selector: (each) => `${each.call} ${each.resource ?? ''}` },
  ),
});
const plain = ({ nodes, edges }: Graph) => ({ nodes: [...nodes], edges });
const withRoles = (part: InventoryPart) => graphOf({ ...part, roles: [role('web'), role('api')] });

describe('whatever was read of policies', () => {
  it('makes one graph in any order of records', () => {
    assert(
      property(anyPolicies, (part) => {
        const turned = Object.fromEntries(
          Object.entries(part).map(([key, list]) => [key, [...(list as readonly object[])].reverse()]),
        );
        expect(plain(withRoles(turned))).toEqual(plain(withRoles(part)));
      }),
    );
  });

  it('is complete only with both lists, and shows less, never other, documents when less is known', () => {
    assert(
      property(anyPolicies, (part) => {
        const graph = withRoles(part);
        const less = withRoles({ ...part, managedPolicies: [], coverage: [] });
        for (const name of ROLES) {
          const before = rolePolicies(graph, roleOf(graph, name));
          const after = rolePolicies(less, roleOf(less, name));
          expect(after.complete).toBe(false);
          if (before.complete) {
            const statuses = (part.coverage ?? []).filter(
              (entry) => entry.resource === name && entry.call.startsWith('iam:List'),
            );
            expect(statuses.map((entry) => entry.status)).toEqual(['complete', 'complete']);
          }
          const documents = new Map(before.permissions.map(({ node }) => [node.id, node.document]));
          for (const { node } of after.permissions) {
            if (node.document !== undefined) expect(documents.get(node.id)).toBe(node.document);
          }
        }
      }),
    );
  });
});
