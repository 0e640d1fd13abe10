import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { nodesMatching } from '../scene/search-text.ts';
import type { ViewState } from './view-state.ts';

/** How one picture of an account is carried over to the other, with or without pseudonyms. */
export interface Translation {
  readonly from: Graph;
  readonly to: Graph;
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  readonly folds: ReadonlyMap<string, string>;
}

/** The same view of the same account under other names. What has no counterpart is left out: it must not stay in the address. */
export function translateView(view: ViewState, translation: Translation): ViewState {
  const { nodes, folds } = translation;
  const { selected, filter, openFolds, ...rest } = view;
  const selectedTo = selected === undefined ? undefined : nodes.get(selected);
  const accounts = filter.accounts.length === 0 ? undefined : accountPairs(translation);
  return {
    ...rest,
    ...(selectedTo !== undefined && { selected: selectedTo }),
    filter: {
      ...filter,
      search: searchTo(filter.search, translation),
      accounts: filter.accounts.flatMap((account) => accounts?.get(account) ?? []),
    },
    openFolds: openFolds.flatMap((fold) => folds.get(fold) ?? []),
  };
}

function accountPairs({ from, to, nodes }: Translation): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const [node, partner] of nodes) {
    const account = (from.nodes.get(node) ?? to.nodes.get(node))?.accountId;
    const other = to.nodes.get(partner)?.accountId;
    if (account !== undefined && other !== undefined) pairs.set(account, other);
  }
  return pairs;
}

/** A search for one whole thing goes on as a search for it; of a part of a name nobody can say what it is now. */
function searchTo(search: string, { from, to, nodes }: Translation): string {
  const term = search.trim().toLowerCase();
  if (term === '') return search;
  const matching = nodesMatching(from, term);
  for (const id of matching) {
    const node = from.nodes.get(id);
    const partner = to.nodes.get(nodes.get(id) ?? id);
    if (!node || !partner) continue;
    const fields = texts(node);
    const at = fields.findIndex((text) => text?.toLowerCase() === term);
    const found = at === -1 ? undefined : texts(partner)[at];
    if (found !== undefined) return found;
  }
  // Nothing is behind it that was hidden.
  return matching.size === 0 && nodesMatching(to, term).size > 0 ? search : '';
}

function texts(node: GraphNode): readonly (string | undefined)[] {
  const { label, arn } = node;
  switch (node.kind) {
    case 'instance':
      return [label, arn, node.instanceId, node.record?.PrivateIpAddress, node.record?.PublicIpAddress];
    case 'profile':
      return [label, arn, node.name, node.profileId];
    case 'role':
      return [label, arn, node.name, node.roleId];
    default:
      return [label, arn];
  }
}
