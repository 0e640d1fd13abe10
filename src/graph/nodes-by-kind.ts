import type { GraphNode, NodesByKind } from './graph.ts';

/** Sorts nodes by kind, keeping their order: rules look at one kind at a time. */
export function nodesByKind(nodes: Iterable<GraphNode>): NodesByKind {
  const lists: { [Kind in keyof NodesByKind]: NodesByKind[Kind][number][] } = {
    instance: [],
    profile: [],
    role: [],
    'launch-template': [],
    'launch-configuration': [],
    'auto-scaling-group': [],
    environment: [],
    principal: [],
    account: [],
    region: [],
    policy: [],
  };
  for (const node of nodes) add(lists, node.kind, node);
  return lists;
}

function add<Kind extends GraphNode['kind']>(
  lists: { [Each in Kind]: (GraphNode & { readonly kind: Each })[] },
  kind: Kind,
  node: GraphNode & { readonly kind: Kind },
): void {
  lists[kind].push(node);
}
