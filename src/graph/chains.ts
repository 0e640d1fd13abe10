import type { Chain, ChainStatus } from './chain.ts';
import type { Graph, GraphEdge, InstanceNode, NodeId, ProfileNode, RoleNode } from './graph.ts';
import { isOver } from './instance-nodes.ts';
import { unreadHolders, unreadUsers } from './users-of-profiles.ts';

/**
 * Every chain: one for each instance, one for each profile that no live instance uses, and one for each role that is in
 * no profile though EC2 may (or might) assume it. Roles of other services and service-linked roles make no chain of their
 * own. In order of id, as the graph's nodes are.
 */
export function listChains(graph: Graph): Chain[] {
  const chains: Chain[] = [];
  for (const node of graph.nodes.values()) {
    switch (node.kind) {
      case 'instance':
        chains.push(instanceChain(graph, node));
        break;
      case 'profile':
        if (standsAlone(graph, node)) chains.push(profileChain(graph, node));
        break;
      case 'role':
        if (isLoose(graph, node)) chains.push(roleChain(graph, node));
        break;
      default:
    }
  }
  return chains;
}

interface Judgement {
  readonly status: ChainStatus;
  readonly why?: string | undefined;
}

const WORKS: Judgement = { status: 'works' };

function instanceChain(graph: Graph, node: InstanceNode): Chain {
  const uses = primaryUse(edgesFrom(graph, node.id));
  const holds = uses === undefined ? undefined : holdsOf(graph, uses.to);
  const { status, why } = isOver(node) ? overJudgement(node, uses) : judgeInstance(node, uses, holds);
  return {
    id: node.id,
    instance: node.id,
    profile: uses?.to,
    role: holds?.to,
    edges: uses === undefined ? [] : holds === undefined ? [uses.id] : [uses.id, holds.id],
    status,
    why,
    namesDiffer: holds?.namesDiffer ?? false,
    accountId: node.accountId,
    region: node.region,
  };
}

/** The profile that the instance itself states; else the one that its association rows bring. */
function primaryUse(edges: readonly GraphEdge[]): GraphEdge | undefined {
  let chosen: GraphEdge | undefined;
  for (const edge of edges) {
    if (edge.kind !== 'uses') continue;
    if (edge.statedBy === 'instance') return edge;
    chosen ??= edge;
  }
  return chosen;
}

function judgeInstance(
  node: InstanceNode,
  uses: GraphEdge | undefined,
  holds: GraphEdge | undefined,
): Judgement {
  if (uses === undefined) {
    return node.record === undefined
      ? { status: 'unknown', why: 'the instance itself was not read' }
      : { status: 'no-profile', why: 'no instance profile is attached' };
  }
  const link = judgeEdge(uses);
  if (link !== undefined) return link;
  if (holds === undefined) return { status: 'unknown', why: 'the role of the profile is not known' };
  return judgeEdge(holds) ?? WORKS;
}

/** Nothing is wrong with an instance that is going or gone: it merely no longer runs. */
function overJudgement(node: InstanceNode, uses: GraphEdge | undefined): Judgement {
  if (uses === undefined)
    return { status: 'no-profile', why: `the instance is ${node.record?.State ?? 'gone'}` };
  return { status: 'unknown', why: `the instance is ${node.record?.State ?? 'gone'}` };
}

function judgeEdge(edge: GraphEdge): Judgement | undefined {
  switch (edge.status) {
    case 'confirmed':
      return undefined;
    case 'broken':
    case 'changing':
    case 'unknown':
      return { status: edge.status, why: edge.why };
  }
}

/** No live instance uses it. A ghost that only instances long gone speak of makes no chain: it is nobody's business. */
function standsAlone(graph: Graph, node: ProfileNode): boolean {
  let named = false;
  for (const edge of edgesTo(graph, node.id)) {
    const user = graph.nodes.get(edge.from);
    if (edge.kind === 'uses' && !(user?.kind === 'instance' && isOver(user))) return false;
    if (edge.kind === 'names') named = true;
  }
  return named || node.ghost === undefined;
}

function profileChain(graph: Graph, node: ProfileNode): Chain {
  const holds = holdsOf(graph, node.id);
  return {
    id: node.id,
    profile: node.id,
    role: holds?.to,
    edges: holds === undefined ? [] : [holds.id],
    ...judgeProfile(graph, node, holds),
    namesDiffer: holds?.namesDiffer ?? false,
    accountId: node.accountId,
  };
}

/** A fault of the profile itself comes first, for whoever uses it next will meet it. */
function judgeProfile(graph: Graph, node: ProfileNode, holds: GraphEdge | undefined): Judgement {
  const names = edgesTo(graph, node.id).filter((edge) => edge.kind === 'names');
  if (node.ghost !== undefined) {
    const broken = names.find((edge) => edge.status === 'broken');
    return broken === undefined
      ? { status: 'unknown', why: node.ghost.why }
      : { status: 'broken', why: broken.why };
  }
  if (holds?.status === 'broken') return { status: 'broken', why: holds.why };
  if (names.length > 0) return (holds === undefined ? undefined : judgeEdge(holds)) ?? WORKS;
  const unread = unreadUsers(graph.coverage, node.accountId);
  if (unread.length === 0) return { status: 'unused', why: 'no instance, template or configuration uses it' };
  return { status: 'unknown', why: `no user seen; not read: ${calls(unread)}` };
}

/** A role that EC2 may assume but that no profile holds. */
function isLoose(graph: Graph, node: RoleNode): boolean {
  if (node.ghost !== undefined || node.serviceLinked || node.trust?.answer === 'no') return false;
  return !edgesTo(graph, node.id).some((edge) => edge.kind === 'holds');
}

function roleChain(graph: Graph, node: RoleNode): Chain {
  return {
    id: node.id,
    role: node.id,
    edges: [],
    ...judgeRole(graph, node),
    namesDiffer: false,
    accountId: node.accountId,
  };
}

function judgeRole(graph: Graph, node: RoleNode): Judgement {
  const unread = unreadHolders(graph.coverage, node.accountId, node.name);
  if (unread.length > 0)
    return { status: 'unknown', why: `no profile seen that holds it; not read: ${calls(unread)}` };
  return { status: 'unattached', why: 'no instance profile holds it, so no instance can use it' };
}

function calls(unread: readonly { readonly call: string }[]): string {
  return unread.map((each) => each.call).join(', ');
}

function holdsOf(graph: Graph, profile: NodeId): GraphEdge | undefined {
  return edgesFrom(graph, profile).find((edge) => edge.kind === 'holds');
}

function edgesFrom(graph: Graph, id: NodeId): readonly GraphEdge[] {
  return graph.outgoing.get(id) ?? [];
}

function edgesTo(graph: Graph, id: NodeId): readonly GraphEdge[] {
  return graph.incoming.get(id) ?? [];
}
