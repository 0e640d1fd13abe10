import type { Chain } from '../graph/chain.ts';
import type { GraphNode, InstanceNode, ProfileNode, RoleNode } from '../graph/graph.ts';
import type { ChainEnds } from './comparison.ts';
import type { Side } from './presence.ts';

/** What a link leads to: something, surely nothing, or nobody knows. */
export type End<Node extends GraphNode> =
  | { readonly is: 'node'; readonly node: Node }
  | { readonly is: 'none' }
  | { readonly is: 'unknown' };

const NONE = { is: 'none' } as const;
const UNKNOWN = { is: 'unknown' } as const;

/** The profile of an instance. One that is gone is still what the instance refers to. */
export function profileEnd(side: Side, chain: Chain | undefined, instance: InstanceNode): End<ProfileNode> {
  const node = chain?.profile === undefined ? undefined : side.graph.nodes.get(chain.profile);
  if (node?.kind === 'profile') return { is: 'node', node };
  return instance.record === undefined ? UNKNOWN : NONE;
}

/** The role behind the profile that a link leads to. */
export function roleEnd(side: Side, profile: End<ProfileNode>): End<RoleNode> {
  if (profile.is !== 'node') return profile;
  return heldRole(side, profile.node);
}

/** The role in a profile: none in an empty one, and none behind one that is gone. */
export function heldRole({ graph }: Side, profile: ProfileNode): End<RoleNode> {
  if (profile.ghost !== undefined) return profile.ghost.kind === 'gone' ? NONE : UNKNOWN;
  const holds = (graph.outgoing.get(profile.id) ?? []).find((edge) => edge.kind === 'holds');
  const role = holds && graph.nodes.get(holds.to);
  if (role?.kind !== 'role') return UNKNOWN;
  if (role.ghost === undefined) return { is: 'node', node: role };
  return role.ghost.kind === 'empty' ? NONE : UNKNOWN;
}

/** The id of what a link leads to. */
export function idOf(end: End<GraphNode>): GraphNode['id'] | undefined {
  return end.is === 'node' ? end.node.id : undefined;
}

/** The name of what a link leads to. */
export function nameOf(end: End<ProfileNode | RoleNode>): string | undefined {
  return end.is === 'node' ? end.node.name : undefined;
}

/** The ends of an instance's chain on one side. */
export function endsOf(
  instance: InstanceNode | undefined,
  profile: End<ProfileNode>,
  role: End<RoleNode>,
): ChainEnds {
  return { instance: instance?.id, profile: idOf(profile), role: idOf(role) };
}
