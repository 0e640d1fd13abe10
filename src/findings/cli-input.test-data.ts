import type { JsonValue } from '../base/json.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Finding, Rule } from './finding.ts';

/** Outputs of the AWS CLI by command, put together for tests of rules. */
export type CliInput = Readonly<Record<string, JsonValue>>;
type Fields = Readonly<Record<string, JsonValue>>;

export const ACCOUNT = '111122223333';
export const FILE = { label: 'input.json', readAt: toIsoTime('2026-03-02T12:00:00Z') };

const TRUSTS_EC2 = trust({});

/** A trust policy of one statement; what is given replaces the usual for EC2. */
export function trust(statement: Fields): Fields {
  const usual = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  return { Version: '2012-10-17', Statement: [{ ...usual, ...statement }] };
}

export function role(name: string, document: JsonValue = TRUSTS_EC2, more: Fields = {}): Fields {
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${idOf(name)}`,
    Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    CreateDate: '2026-01-05T09:00:00+00:00',
    AssumeRolePolicyDocument: document,
    ...more,
  };
}

export function profile(name: string, roles: readonly Fields[], more: Fields = {}): Fields {
  return {
    Path: '/',
    InstanceProfileName: name,
    InstanceProfileId: `AIPA${idOf(name)}`,
    Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/${name}`,
    CreateDate: '2026-01-05T09:00:00+00:00',
    Roles: roles,
    ...more,
  };
}

/** A running instance; without a profile's name it has none. */
export function instance(id: string, profileName?: string, more: Fields = {}): Fields {
  const reference: Fields =
    profileName === undefined
      ? {}
      : {
          IamInstanceProfile: {
            Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/${profileName}`,
            Id: `AIPA${idOf(profileName)}`,
          },
        };
  return { InstanceId: id, State: { Name: 'running' }, ...reference, ...more };
}

export function association(id: string, instanceId: string, profileName: string, state: string): Fields {
  return {
    AssociationId: id,
    InstanceId: instanceId,
    State: state,
    IamInstanceProfile: {
      Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/${profileName}`,
      Id: `AIPA${idOf(profileName)}`,
    },
  };
}

export const instances = (...list: readonly Fields[]): CliInput => ({
  'ec2 describe-instances': { Reservations: [{ OwnerId: ACCOUNT, Instances: list }] },
});
export const profiles = (...list: readonly Fields[]): CliInput => ({
  'iam list-instance-profiles': { InstanceProfiles: list },
});
export const roles = (...list: readonly Fields[]): CliInput => ({ 'iam list-roles': { Roles: list } });
export const associations = (...list: readonly Fields[]): CliInput => ({
  'ec2 describe-iam-instance-profile-associations': { IamInstanceProfileAssociations: list },
});

/** The default version of a launch template that refers to a profile so. */
export const template = (reference: Fields, more: Fields = {}): CliInput => ({
  'ec2 describe-launch-template-versions': {
    LaunchTemplateVersions: [
      {
        LaunchTemplateId: 'lt-1',
        LaunchTemplateName: 'web',
        VersionNumber: 1,
        DefaultVersion: true,
        LaunchTemplateData: { IamInstanceProfile: reference },
        ...more,
      },
    ],
  },
});

/** The error text of the AWS CLI. */
export function error(code: string, operation: string, message: string): Fields {
  return { error: `An error occurred (${code}) when calling the ${operation} operation: ${message}` };
}

/** What one rule finds, with the kinds of its subjects beside the graph. */
export function findWith(rule: Rule, inventory: Inventory) {
  const graph = buildGraph(inventory);
  return rule.find(graph).map((finding) => ({ ...finding, ...kindsOf(graph, finding) }));
}

function kindsOf(graph: Graph, finding: Finding) {
  return {
    nodeKinds: finding.nodes.map((id) => graph.nodes.get(id)?.kind),
    edgeKinds: finding.edges.map((id) => graph.edges.find((edge) => edge.id === id)?.kind),
  };
}

function idOf(name: string): string {
  return `${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}EXAMPLE000001`;
}
