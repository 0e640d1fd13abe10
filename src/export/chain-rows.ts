import type { Finding, Severity } from '../findings/finding.ts';
import type { Chain, ChainStatus } from '../graph/chain.ts';
import type { Ghost, Graph, GraphNode, InstanceNode, NodeId, ProfileNode, RoleNode } from '../graph/graph.ts';
import { worstSeverity } from './severities.ts';

/**
 * A chain as plain values: what the table shows and the CSV holds. An empty text means that there is no such link, or
 * that it is not known; `status` and `why` say which.
 */
export interface ChainRow {
  /** The chain's own id: that of its first node. */
  readonly id: NodeId;
  readonly instanceName: string;
  readonly instanceId: string;
  readonly state: string;
  readonly type: string;
  readonly region: string;
  readonly zone: string;
  readonly privateIp: string;
  readonly publicIp: string;
  readonly profileName: string;
  readonly profileId: string;
  readonly profileArn: string;
  readonly roleName: string;
  readonly roleArn: string;
  readonly status: ChainStatus;
  readonly statusWords: string;
  readonly why: string;
  readonly namesDiffer: boolean;
  readonly account: string;
  /** What became of it, where two reads are compared. */
  readonly change: '' | 'added' | 'removed' | 'changed' | 'cannot tell';
  /** Findings on any node of the chain, each counted once; those about other instances of its profile or role left out. */
  readonly findings: number;
  readonly worst: Severity | undefined;
  readonly profile: NodeId | undefined;
  readonly profileGhost: Ghost['kind'] | undefined;
  readonly role: NodeId | undefined;
  readonly roleGhost: Ghost['kind'] | undefined;
}

/** The findings that are about a node. */
export type FindingsOn = (node: NodeId) => readonly Finding[];

/** Chains as rows, in the order given. */
export function chainRows(graph: Graph, chains: readonly Chain[], findingsOn: FindingsOn): ChainRow[] {
  return chains.map((chain) => chainRow(graph, chain, findingsOn));
}

/** One chain as a row. */
export function chainRow(graph: Graph, chain: Chain, findingsOn: FindingsOn): ChainRow {
  const instance = instanceAt(graph, chain.instance);
  const profile = profileAt(graph, chain.profile);
  const role = roleAt(graph, chain.role);
  const record = instance?.record;
  const findings = findingsOfChain(graph, chain, findingsOn);
  return {
    id: chain.id,
    instanceName: nameTag(instance),
    instanceId: instance?.instanceId ?? '',
    state: record?.State ?? '',
    type: record?.InstanceType ?? '',
    region: chain.region ?? instance?.region ?? '',
    zone: record?.AvailabilityZone ?? '',
    privateIp: record?.PrivateIpAddress ?? '',
    publicIp: record?.PublicIpAddress ?? '',
    profileName: profile?.name ?? '',
    profileId: profile?.profileId ?? '',
    profileArn: profile?.arn ?? '',
    roleName: hasName(role) ? role.name : '',
    roleArn: role?.arn ?? '',
    status: chain.status,
    statusWords: STATUS_WORDS[chain.status],
    why: chain.why ?? '',
    namesDiffer: chain.namesDiffer,
    account: chain.accountId ?? '',
    change: chain.change === undefined ? '' : CHANGE_WORDS[chain.change],
    findings: findings.length,
    worst: worstSeverity(findings),
    profile: chain.profile,
    profileGhost: profile?.ghost?.kind,
    role: chain.role,
    roleGhost: role?.ghost?.kind,
  };
}

/** A chain's state in words, as in a table's cell. */
export const STATUS_WORDS: Readonly<Record<ChainStatus, string>> = {
  works: 'works',
  broken: 'broken',
  changing: 'changing',
  unknown: 'cannot tell',
  'no-profile': 'no profile',
  unused: 'unused profile',
  unattached: 'role in no profile',
};

/** What became of a chain between two reads, in words. */
const CHANGE_WORDS: Readonly<Record<NonNullable<Chain['change']>, ChainRow['change']>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  unknown: 'cannot tell',
};

/** The nodes of a chain from left to right. */
export function nodesOfChain(chain: Chain): readonly NodeId[] {
  return [chain.instance, chain.profile, chain.role].filter((id) => id !== undefined);
}

/** The findings on any node of a chain, each once; those about other instances of its profile or role left out. */
export function findingsOfChain(graph: Graph, chain: Chain, findingsOn: FindingsOn): readonly Finding[] {
  const all = new Set(nodesOfChain(chain).flatMap(findingsOn));
  return [...all].filter((finding) => {
    const instances = finding.nodes.filter((id) => graph.nodes.get(id)?.kind === 'instance');
    return instances.length === 0 || instances.some((id) => id === chain.instance);
  });
}

/** The Name tag of an instance, or nothing: never the id in its stead. */
function nameTag(instance: InstanceNode | undefined): string {
  return instance?.record?.Tags?.find((tag) => tag.Key === 'Name')?.Value ?? '';
}

/** The hole that an empty profile leaves has words for a label, but no name. */
function hasName(role: RoleNode | undefined): role is RoleNode {
  return role !== undefined && role.ghost?.kind !== 'empty';
}

function instanceAt(graph: Graph, id: NodeId | undefined): InstanceNode | undefined {
  const node = nodeAt(graph, id);
  return node?.kind === 'instance' ? node : undefined;
}

function profileAt(graph: Graph, id: NodeId | undefined): ProfileNode | undefined {
  const node = nodeAt(graph, id);
  return node?.kind === 'profile' ? node : undefined;
}

function roleAt(graph: Graph, id: NodeId | undefined): RoleNode | undefined {
  const node = nodeAt(graph, id);
  return node?.kind === 'role' ? node : undefined;
}

function nodeAt(graph: Graph, id: NodeId | undefined): GraphNode | undefined {
  return id === undefined ? undefined : graph.nodes.get(id);
}
