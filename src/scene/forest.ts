import { compareText } from '../base/compare.ts';
import { groupBy, indexBy } from '../base/index-by.ts';
import type { Chain, ChainStatus } from '../graph/chain.ts';
import type { Graph, GraphEdge, GraphNode, NodeId, RoleNode, SourceNode } from '../graph/graph.ts';
import { compareOrdered, LAST_RANK, labelKey, type Ordered, rankOf } from './order.ts';

/** An instance and the rank of its own chain. */
export interface RankedInstance {
  readonly id: NodeId;
  readonly rank: number;
}

/** A profile with all that hangs on it. */
export interface Branch extends Ordered {
  readonly id: NodeId;
  readonly instances: readonly RankedInstance[];
  readonly sources: readonly SourceNode[];
  /** Nothing uses it: surely (`unused`), or as far as the lists that could be read tell (`not-seen`). */
  readonly idle?: 'unused' | 'not-seen' | undefined;
}

/** A role, if one is known, with the profiles that hold it; `idle` when none of them is used. */
export interface Tree extends Ordered {
  readonly role?: NodeId | undefined;
  /** Roles that its profiles held before and that stand nowhere else. */
  readonly formerRoles: readonly NodeId[];
  readonly branches: readonly Branch[];
  readonly idle: Branch['idle'];
}

/** Everything in the picture, in order from top to bottom. */
export interface Forest {
  readonly trees: readonly Tree[];
  readonly withoutProfile: readonly RankedInstance[];
  readonly profileNotKnown: readonly RankedInstance[];
  /** Roles that trust EC2 and that no profile holds. */
  readonly unattached: readonly RoleNode[];
  /** Roles in no profile that was seen, or that EC2 may or may not assume. */
  readonly doubtfulRoles: readonly RoleNode[];
}

/**
 * Sorts the chains into trees. An instance has one profile and a profile one role, so the trees share nothing, and drawn
 * one after another their wires never cross. An instance with a second association is the one exception: that wire runs
 * to another tree. What a chain had before, where two reads are compared, stands in its tree unless it has its own.
 */
export function buildForest(graph: Graph, chains: readonly Chain[]): Forest {
  const branches = new Map<NodeId, BranchDraft>();
  const withoutProfile: RankedInstance[] = [];
  const profileNotKnown: RankedInstance[] = [];
  const unattached: RoleNode[] = [];
  const doubtfulRoles: RoleNode[] = [];
  for (const chain of chains) {
    if (chain.profile) {
      addChain(branches, chain.profile, withRoleOfNow(graph, chain));
    } else if (chain.instance) {
      const list = chain.status === 'no-profile' ? withoutProfile : profileNotKnown;
      list.push({ id: chain.instance, rank: rankOf(chain) });
    } else if (chain.role) {
      const role = graph.nodes.get(chain.role);
      if (role?.kind !== 'role') continue;
      const sure = chain.status === 'unattached' && role.trust?.answer === 'yes';
      (sure ? unattached : doubtfulRoles).push(role);
    }
  }
  addSecondAssociations(graph, chains, branches);
  addFormerProfiles(graph, chains, branches);
  const trees = plantTrees(graph, branches);
  const former = new Set(trees.flatMap((tree) => tree.formerRoles));
  const elsewhere = (role: RoleNode) => !former.has(role.id);
  return {
    trees,
    withoutProfile: withoutProfile.sort(byId),
    profileNotKnown: profileNotKnown.sort(byId),
    unattached: sortNodes(unattached.filter(elsewhere)),
    doubtfulRoles: sortNodes(doubtfulRoles.filter(elsewhere)),
  };
}

const byId = (a: RankedInstance, b: RankedInstance): number => compareText(a.id, b.id);

/** A chain that is no more may name the role that its profile held then: the profile stands with the one that it holds now. */
function withRoleOfNow(graph: Graph, chain: Chain): Chain {
  if (chain.change !== 'removed' && chain.change !== 'unknown') return chain;
  const links = chain.profile === undefined ? undefined : graph.outgoing.get(chain.profile);
  const holds = links?.find((edge) => edge.kind === 'holds');
  return holds === undefined ? chain : { ...chain, role: holds.to };
}

interface BranchDraft {
  role?: NodeId | undefined;
  rank: number;
  instances: RankedInstance[];
  statuses: Set<ChainStatus>;
  /** An instance of another branch has a wire to it. */
  linked?: boolean | undefined;
  /** The profile whose tree it stands in, though it leads to another role. */
  host?: NodeId | undefined;
}

function addChain(branches: Map<NodeId, BranchDraft>, profile: NodeId, chain: Chain): void {
  const rank = rankOf(chain);
  let branch = branches.get(profile);
  if (!branch) {
    branch = { role: chain.role, rank, instances: [], statuses: new Set() };
    branches.set(profile, branch);
  }
  branch.rank = Math.min(branch.rank, rank);
  branch.role ??= chain.role;
  branch.statuses.add(chain.status);
  if (chain.instance) branch.instances.push({ id: chain.instance, rank });
}

/** Profiles that an instance's association rows name beside the one that it runs through. */
function addSecondAssociations(
  graph: Graph,
  chains: readonly Chain[],
  branches: Map<NodeId, BranchDraft>,
): void {
  for (const chain of chains) {
    const links = chain.instance && graph.outgoing.get(chain.instance);
    if (!links || links.length < 2) continue;
    for (const edge of links) {
      if (edge.kind !== 'uses' || branches.has(edge.to)) continue;
      const role = graph.outgoing.get(edge.to)?.find((held) => held.kind === 'holds')?.to;
      const statuses = new Set([chain.status]);
      branches.set(edge.to, { role, rank: rankOf(chain), instances: [], statuses, linked: true });
    }
  }
}

/** Profiles that an instance had before: in the tree of the one it has now, unless somebody else still uses them. */
function addFormerProfiles(graph: Graph, chains: readonly Chain[], branches: Map<NodeId, BranchDraft>): void {
  const former = (graph.former ?? []).filter((edge) => edge.kind === 'uses');
  if (former.length === 0) return;
  const chainOf = indexBy(chains, (chain) => chain.instance);
  for (const edge of former) {
    const chain = chainOf.get(edge.from);
    const own = branches.get(edge.to);
    if (!chain || own?.linked || (own && own.instances.length > 0)) continue;
    if (own && sourcesOf(graph, edge.to).length > 0) continue;
    branches.set(edge.to, {
      role: own?.role ?? graph.outgoing.get(edge.to)?.find((held) => held.kind === 'holds')?.to,
      rank: LAST_RANK,
      instances: [],
      statuses: own?.statuses ?? new Set([chain.status]),
      linked: true,
      host: chain.profile,
    });
  }
}

function plantTrees(graph: Graph, branches: ReadonlyMap<NodeId, BranchDraft>): readonly Tree[] {
  const trees = new Map<NodeId, TreeDraft>();
  for (const [profile, draft] of branches) {
    const host = draft.host === undefined ? undefined : branches.get(draft.host);
    const role = host === undefined ? draft.role : host.role;
    const root = role ?? (host && draft.host) ?? profile;
    let tree = trees.get(root);
    if (!tree) {
      tree = { role, rank: LAST_RANK, branches: [], former: new Set() };
      trees.set(root, tree);
    }
    if (host !== undefined && draft.role !== undefined && draft.role !== role) tree.former.add(draft.role);
    const branch = finishBranch(graph, profile, draft);
    tree.branches.push(branch);
    tree.rank = Math.min(tree.rank, branch.rank);
  }
  addFormerRoles(graph, branches, trees);
  const planted = Array.from(
    trees,
    ([root, tree]): Tree => ({
      id: root,
      key: labelKey(graph.nodes.get(root)?.label ?? root),
      rank: tree.rank,
      role: tree.role,
      formerRoles: [...tree.former].sort(compareText),
      branches: tree.branches.sort(compareOrdered),
      idle: treeIdleness(tree.branches),
    }),
  );
  return planted.sort(compareOrdered);
}

interface TreeDraft {
  readonly role: NodeId | undefined;
  rank: number;
  readonly branches: Branch[];
  /** Roles that a profile of it held, or that a profile holds which stands here as a guest. */
  readonly former: Set<NodeId>;
}

/** A role that has a tree of its own stays there, and the wire runs to it; of several trees the first takes it. */
function addFormerRoles(
  graph: Graph,
  branches: ReadonlyMap<NodeId, BranchDraft>,
  trees: ReadonlyMap<NodeId, TreeDraft>,
): void {
  for (const edge of graph.former ?? []) {
    const draft = edge.kind === 'holds' ? branches.get(edge.from) : undefined;
    const host = draft?.host === undefined ? undefined : branches.get(draft.host);
    const root = host === undefined ? (draft?.role ?? edge.from) : (host.role ?? draft?.host);
    if (draft !== undefined && root !== undefined) trees.get(root)?.former.add(edge.to);
  }
  const placed = new Set<NodeId>();
  for (const root of [...trees.keys()].sort(compareText)) {
    const tree = trees.get(root);
    for (const role of tree?.former ?? []) {
      if (trees.has(role) || placed.has(role)) tree?.former.delete(role);
      placed.add(role);
    }
  }
}

function finishBranch(graph: Graph, profile: NodeId, draft: BranchDraft): Branch {
  const sources = sourcesOf(graph, profile);
  const used = draft.linked || draft.instances.length > 0 || sources.length > 0;
  return {
    id: profile,
    key: labelKey(graph.nodes.get(profile)?.label ?? profile),
    rank: draft.rank,
    instances: draft.instances,
    sources,
    idle: used ? undefined : idleness(draft.statuses),
  };
}

/** A broken profile is never idle: it has to be seen. */
function idleness(statuses: ReadonlySet<ChainStatus>): Branch['idle'] {
  if (statuses.has('unused')) return 'unused';
  return statuses.has('unknown') ? 'not-seen' : undefined;
}

function treeIdleness(branches: readonly Branch[]): Tree['idle'] {
  if (branches.some((branch) => !branch.idle)) return undefined;
  return branches.every((branch) => branch.idle === 'unused') ? 'unused' : 'not-seen';
}

/** Launch templates and the like that name a profile, each with the groups that launch from it right after it. */
function sourcesOf(graph: Graph, profile: NodeId): readonly SourceNode[] {
  const naming = namersOf(graph, profile, 'names');
  return naming.flatMap((source) => [source, ...namersOf(graph, source.id, 'launches')]);
}

function namersOf(graph: Graph, node: NodeId, kind: 'names' | 'launches'): readonly SourceNode[] {
  const now = graph.incoming.get(node) ?? NONE;
  const all = graph.former === undefined ? now : [...now, ...formerInto(graph, node)];
  const edges = all.filter((edge) => edge.kind === kind);
  if (edges.length === 0) return [];
  return sortNodes(edges.map((edge) => graph.nodes.get(edge.from)).filter(isSource));
}

const FORMER = new WeakMap<readonly GraphEdge[], ReadonlyMap<NodeId, readonly GraphEdge[]>>();

function formerInto({ former }: Graph, node: NodeId): readonly GraphEdge[] {
  if (former === undefined) return NONE;
  const index = FORMER.get(former) ?? groupBy(former, (edge) => edge.to);
  FORMER.set(former, index);
  return index.get(node) ?? NONE;
}

const NONE: readonly GraphEdge[] = [];

function isSource(node: GraphNode | undefined): node is SourceNode {
  switch (node?.kind) {
    case 'launch-template':
    case 'launch-configuration':
    case 'auto-scaling-group':
    case 'environment':
      return true;
    default:
      return false;
  }
}

function sortNodes<Node extends GraphNode>(nodes: readonly Node[]): readonly Node[] {
  return nodes
    .map((node) => ({ node, id: node.id, rank: 0, key: labelKey(node.label) }))
    .sort(compareOrdered)
    .map(({ node }) => node);
}
