import type { NodeId } from '../graph/graph.ts';
import type { ChainChange } from './comparison.ts';

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
        return change.subject !== 'profile' || !told.changed.has(change.id);
    }
  });
}

interface Told {
  readonly added: ReadonlySet<NodeId>;
  readonly removed: ReadonlySet<NodeId>;
  /** Profiles whose new role, or whose new self, an instance's line tells. */
  readonly changed: ReadonlySet<NodeId>;
}

function toldBy(instances: readonly ChainChange[]): Told {
  const added = new Set<NodeId>();
  const removed = new Set<NodeId>();
  const changed = new Set<NodeId>();
  for (const change of instances) {
    if (change.kind === 'added') note(added, change.after);
    else if (change.kind === 'removed') note(removed, change.before);
    else {
      const differs = (kind: string) => change.differences.some((difference) => difference.kind === kind);
      if (differs('profile') || differs('role')) {
        note(added, change.after);
        note(removed, change.before);
      }
      const { profile } = change.after;
      if (profile !== undefined && profile === change.before.profile && differs('role')) changed.add(profile);
      if (differs('profile-gone') && profile !== undefined) removed.add(profile);
      if (differs('profile-back') && profile !== undefined) added.add(profile);
    }
  }
  return { added, removed, changed };
}

function note(
  into: Set<NodeId>,
  ends: { readonly profile?: NodeId | undefined; readonly role?: NodeId | undefined },
): void {
  if (ends.profile !== undefined) into.add(ends.profile);
  if (ends.role !== undefined) into.add(ends.role);
}
