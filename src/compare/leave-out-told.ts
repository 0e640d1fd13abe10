import type { NodeId } from '../graph/graph.ts';
import type { ChainChange } from './comparison.ts';
import type { Difference } from './difference.ts';

/**
 * Of the changes of profiles and roles those that no chain of an instance tells already: a new instance with a new profile is
 * one change, and so is another role under an instance.
 */
export function leaveOutTold(
  instances: readonly ChainChange[],
  others: readonly ChainChange[],
): readonly ChainChange[] {
  const told = toldBy(instances);
  return others.filter((change) => {
    switch (change.kind) {
      case 'added':
        return !told.added.has(change.id);
      case 'removed':
        return !told.removed.has(change.id);
      case 'changed':
        return !(
          change.subject === 'profile' && change.differences.every((each) => told.of(change, each.kind))
        );
    }
  });
}

interface Told {
  readonly added: ReadonlySet<NodeId>;
  readonly removed: ReadonlySet<NodeId>;
  /** Whether an instance's line tells this of a profile: the role that it holds now, or that it was made again. */
  readonly of: (
    change: ChainChange & { readonly kind: 'changed' },
    difference: Difference['kind'],
  ) => boolean;
}

function toldBy(instances: readonly ChainChange[]): Told {
  const added = new Set<NodeId>();
  const removed = new Set<NodeId>();
  const roles = new Set<NodeId>();
  const remade = new Set<NodeId>();
  for (const change of instances) {
    if (change.kind === 'added') note(added, change.after);
    else if (change.kind === 'removed') note(removed, change.before);
    else {
      const differs = (kind: Difference['kind']) => change.differences.some((each) => each.kind === kind);
      const { profile } = change.after;
      if (differs('profile') || differs('role')) {
        note(added, change.after);
        note(removed, change.before);
      }
      if (profile === undefined) continue;
      if (differs('profile-remade')) remade.add(profile);
      else if (differs('role') && profile === change.before.profile) roles.add(profile);
      if (differs('profile-gone')) removed.add(profile);
      if (differs('profile-back')) added.add(profile);
    }
  }
  return {
    added,
    removed,
    of: ({ id, replaces }, difference) => {
      if (difference === 'role') return roles.has(id);
      const isRemade = remade.has(id) || (replaces !== undefined && remade.has(replaces));
      return difference === 'profile-remade' && isRemade;
    },
  };
}

function note(
  into: Set<NodeId>,
  ends: { readonly profile?: NodeId | undefined; readonly role?: NodeId | undefined },
): void {
  if (ends.profile !== undefined) into.add(ends.profile);
  if (ends.role !== undefined) into.add(ends.role);
}
