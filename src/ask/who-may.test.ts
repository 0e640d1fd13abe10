import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph, ProfileNode, RoleNode } from '../graph/graph.ts';
import { toAccountId, toArn, toInstanceProfileId, toRoleId } from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import type { RolePoliciesRecord, RoleRecord, UserRecord } from '../inventory/records.ts';
import { whoMay } from './who-may.ts';

const ACCOUNT = toAccountId('111122223333');
const ORIGIN = { call: 'iam:GetAccountAuthorizationDetails', label: 'details.json' } as const;
const BOUNDARY = toArn('arn:aws:iam::111122223333:policy/Limits');

function role(RoleName: string, more: Partial<RoleRecord> = {}): RoleRecord {
  return {
    origin: ORIGIN,
    accountId: ACCOUNT,
    RoleName,
    RoleId: toRoleId(`AROA${RoleName}`),
    Arn: toArn(`arn:aws:iam::111122223333:role/${RoleName}`),
    details: 'full',
    ...more,
  };
}

function policies(RoleName: string, ...statements: JsonValue[]): RolePoliciesRecord {
  const documents =
    statements.length === 0 ? [] : [{ PolicyName: 'Inline', PolicyDocument: allow(...statements) }];
  return {
    origin: ORIGIN,
    accountId: ACCOUNT,
    RoleName,
    AttachedPolicies: [],
    InlinePolicyNames: documents.map((each) => each.PolicyName),
    InlinePolicies: documents,
  };
}

function user(UserName: string, more: Partial<UserRecord> = {}): UserRecord {
  return {
    origin: ORIGIN,
    accountId: ACCOUNT,
    UserName,
    Arn: toArn(`arn:aws:iam::111122223333:user/${UserName}`),
    GroupList: [],
    AttachedManagedPolicies: [],
    UserPolicyList: [],
    ...more,
  };
}

function allow(...statements: JsonValue[]): JsonValue {
  return { Version: '2012-10-17', Statement: statements };
}

function inline(PolicyName: string, ...statements: JsonValue[]) {
  return { UserPolicyList: [{ PolicyName, PolicyDocument: allow(...statements) }] };
}

const PASS_APP = { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app' };
const ADMIN = { Effect: 'Allow', Action: '*', Resource: '*' };

function graphOf(more: Partial<Inventory>): Graph {
  return buildGraph({
    ...emptyInventory('files'),
    roles: [role('app')],
    rolePolicies: [policies('app')],
    instanceProfiles: [
      {
        origin: { call: 'iam:ListInstanceProfiles', label: 'profiles.json' },
        accountId: ACCOUNT,
        InstanceProfileName: 'web',
        InstanceProfileId: toInstanceProfileId('AIPAWEB'),
        Arn: toArn('arn:aws:iam::111122223333:instance-profile/web'),
        Roles: [role('app')],
      },
    ],
    coverage: [
      { call: ORIGIN.call, accountId: ACCOUNT, status: 'complete', requests: 1, records: 1 },
      { call: 'iam:ListInstanceProfiles', accountId: ACCOUNT, status: 'complete', requests: 1, records: 1 },
    ],
    ...more,
  });
}

function ask(graph: Graph, kind: 'role' | 'profile', id: string) {
  const node = graph.byKind[kind].find((each) => each.name === (kind === 'role' ? 'app' : 'web')) as
    | RoleNode
    | ProfileNode;
  const answer = whoMay(graph, node);
  if (answer.kind === 'not-read') throw new Error(answer.why);
  const question = answer.questions.find((each) => each.question.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return { ...question, limits: answer.limits };
}

const names = (entries: readonly { readonly name: string }[]) => entries.map((each) => each.name);

describe('who may pass a role', () => {
  test('lists users, users of groups and roles, each with the statement by which they may', () => {
    const graph = graphOf({
      users: [user('anna', { GroupList: ['ops'] }), user('build', inline('Deploy', PASS_APP)), user('carl')],
      groups: [
        {
          origin: ORIGIN,
          accountId: ACCOUNT,
          GroupName: 'ops',
          AttachedManagedPolicies: [
            {
              PolicyName: 'AdministratorAccess',
              PolicyArn: toArn('arn:aws:iam::aws:policy/AdministratorAccess'),
            },
          ],
          GroupPolicyList: [],
        },
      ],
      roles: [role('app'), role('deployer')],
      rolePolicies: [policies('app'), policies('deployer', { ...PASS_APP, Resource: '*' })],
    });
    const { may, perhaps } = ask(graph, 'role', 'pass');
    expect(names(may)).toEqual(['anna', 'build', 'deployer']);
    expect(may[1]?.by).toEqual(['statement 1 of policy Deploy']);
    expect(may[2]?.node).toBeDefined();
    expect(perhaps).toEqual([]);
  });

  test('leaves out those who may pass it to another service, another role, or not by their boundary', () => {
    const graph = graphOf({
      users: [
        user(
          'lambda',
          inline('A', {
            ...PASS_APP,
            Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          }),
        ),
        user('other', inline('A', { ...PASS_APP, Resource: 'arn:aws:iam::111122223333:role/else' })),
        user('bounded', { ...inline('A', ADMIN), PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY } }),
        user('denied', inline('A', ADMIN, { ...PASS_APP, Effect: 'Deny' })),
      ],
      managedPolicies: [
        {
          origin: ORIGIN,
          accountId: ACCOUNT,
          PolicyArn: BOUNDARY,
          IsDefaultVersion: true,
          Document: allow({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        },
      ],
    });
    const { may, perhaps } = ask(graph, 'role', 'pass');
    expect([...may, ...perhaps]).toEqual([]);
  });

  test('says perhaps, and of what it depends, where a condition or an unread policy decides', () => {
    const graph = graphOf({
      users: [
        user(
          'near',
          inline('A', {
            ...PASS_APP,
            Condition: { ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:*:*:instance/i-1' } },
          }),
        ),
        user('unread', {
          AttachedManagedPolicies: [
            { PolicyName: 'Mystery', PolicyArn: toArn('arn:aws:iam::111122223333:policy/Mystery') },
          ],
        }),
      ],
    });
    const { may, perhaps } = ask(graph, 'role', 'pass');
    expect(may).toEqual([]);
    expect(names(perhaps)).toEqual(['near', 'unread']);
    expect(perhaps[0]?.why).toBe('it depends on iam:AssociatedResourceArn, which is not known here');
    expect(perhaps[1]?.why).toBe('policy Mystery was not read');
  });
});

test('service-linked roles are left out', () => {
  const Arn = toArn('arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX');
  const graph = graphOf({
    roles: [role('app'), role('AWSServiceRoleForX', { Arn, Path: '/aws-service-role/x.amazonaws.com/' })],
    rolePolicies: [policies('app'), policies('AWSServiceRoleForX', ADMIN)],
  });
  expect(ask(graph, 'role', 'pass').may).toEqual([]);
});

describe('who may change a chain', () => {
  test('to launch with a profile takes the right to launch and to pass its role', () => {
    const launch = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
    const graph = graphOf({
      users: [
        user('both', inline('A', launch, PASS_APP)),
        user('launches', inline('A', launch)),
        user('passes', inline('A', PASS_APP)),
      ],
    });
    expect(names(ask(graph, 'profile', 'launch').may)).toEqual(['both']);
  });

  test('one right of several is enough to change the role in a profile, and is the one named', () => {
    const add = {
      Effect: 'Allow',
      Action: 'iam:Add*',
      Resource: 'arn:aws:iam::111122223333:instance-profile/*',
    };
    const { may } = ask(graphOf({ users: [user('adder', inline('A', add))] }), 'profile', 'hold');
    expect(may.map((each) => each.actions)).toEqual([['iam:AddRoleToInstanceProfile']]);
  });

  test('rights on some instances alone are told as such', () => {
    const one = {
      Effect: 'Allow',
      Action: 'ec2:ReplaceIamInstanceProfileAssociation',
      Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
    };
    const { may, perhaps } = ask(graphOf({ users: [user('some', inline('A', one))] }), 'profile', 'replace');
    expect(may).toEqual([]);
    expect(perhaps[0]?.why).toContain('covers only a part of what is asked for');
  });
});

describe('without the account details', () => {
  test('nobody is listed and nobody is ruled out: the call that would tell is named', () => {
    const graph = graphOf({ coverage: [] });
    const node = graph.byKind.role[0];
    expect(node && whoMay(graph, node)).toMatchObject({
      kind: 'not-read',
      call: 'iam:GetAccountAuthorizationDetails',
    });
  });

  test('that hold no users, the list says that it may lack them', () => {
    expect(ask(graphOf({}), 'role', 'pass').limits[0]).toContain('No users came');
  });
});
