import { groupBy } from '../base/index-by.ts';
import type { ProfileNode, RoleNode } from '../graph/graph.ts';
import { added, changed, removed } from './change-words.ts';
import { remadeIds } from './compare-instances.ts';
import type { ChainChange, ChainEnds } from './comparison.ts';
import { type Difference, quoted } from './difference.ts';
import { type End, heldRole, idOf, nameOf } from './ends.ts';
import type { GapList } from './gap-list.ts';
import { fatesOf, type Side } from './presence.ts';

/** What became of each profile: appeared, went away, was made again under its name, or holds another role. */
export function compareProfiles(earlier: Side, later: Side, gaps: GapList): readonly ChainChange[] {
  const fates = fatesOf((graph) => graph.byKind.profile, earlier, later);
  const lost = groupBy(
    fates.filter(({ was, is }) => was.is === 'there' && is.is !== 'there'),
    ({ thing }) => thing.arn,
  );
  const remade = new Set<ProfileNode['id']>();
  const changes: ChainChange[] = [];
  for (const { thing: profile, was, is } of fates) {
    if (is.is !== 'there') continue;
    if (was.is === 'there') {
      changes.push(...compareHeld(earlier, was.node, later, is.node, []));
      continue;
    }
    // One ARN is one profile at a time, so the new one tells of the old one's end, whatever lists were read.
    const old = profile.arn === undefined ? undefined : lost.get(profile.arn)?.shift();
    const ids = old?.was.is === 'there' ? remadeIds(old.was.node, is.node) : undefined;
    if (old?.was.is === 'there' && ids !== undefined) {
      remade.add(old.thing.id);
      const difference = { kind: 'profile-remade', name: profile.name, ...ids } as const;
      changes.push(...compareHeld(earlier, old.was.node, later, is.node, [difference]));
    } else if (was.is === 'unknown') gaps.add(was.gap, profile);
    else changes.push(added(is.node, endsOf(later, is.node), `is new, ${holding(heldRole(later, is.node))}`));
  }
  for (const { thing: profile, was, is } of fates) {
    if (was.is !== 'there' || is.is === 'there' || remade.has(profile.id)) continue;
    if (is.is === 'unknown') gaps.add(is.gap, profile);
    else
      changes.push(
        removed(
          was.node,
          endsOf(earlier, was.node),
          `is gone: it was there ${holding(heldRole(earlier, was.node))}`,
        ),
      );
  }
  return changes;
}

function compareHeld(
  earlier: Side,
  before: ProfileNode,
  later: Side,
  after: ProfileNode,
  first: readonly Difference[],
): readonly ChainChange[] {
  const [was, is] = [heldRole(earlier, before), heldRole(later, after)];
  const known = was.is !== 'unknown' && is.is !== 'unknown';
  const differs = known && idOf(was) !== idOf(is);
  const role: readonly Difference[] = differs
    ? [{ kind: 'role', before: nameOf(was), after: nameOf(is) }]
    : [];
  const replaces = before.id === after.id ? undefined : before.id;
  return changed(after, endsOf(earlier, before), endsOf(later, after), [...first, ...role], replaces);
}

function endsOf(side: Side, profile: ProfileNode): ChainEnds {
  return { profile: profile.id, role: idOf(heldRole(side, profile)) };
}

function holding(role: End<RoleNode>): string {
  switch (role.is) {
    case 'node':
      return `with role ${quoted(role.node.name)}`;
    case 'none':
      return 'without a role';
    case 'unknown':
      return 'with a role that is not known';
  }
}
