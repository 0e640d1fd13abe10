import { compareNatural, compareText } from '../base/compare.ts';
import type { Chain } from '../graph/chain.ts';
import { listChains } from '../graph/chains.ts';
import type { Graph, NodeId, NodeKind } from '../graph/graph.ts';
import { alignTo } from './align.ts';
import { chainsById, compareInstances } from './compare-instances.ts';
import { compareProfiles } from './compare-profiles.ts';
import { compareRoles } from './compare-roles.ts';
import { compareSources } from './compare-sources.ts';
import type { ChainChange, Comparison } from './comparison.ts';
import { drawingOf } from './drawing-of.ts';
import { GapList } from './gap-list.ts';
import { leaveOutTold } from './leave-out-told.ts';
import { noteBlindSpots } from './note-blind-spots.ts';
import { type Side, sideOf } from './presence.ts';

/**
 * What changed between two reads, chain by chain. Things are matched by AWS's stable ids, and never across accounts. What one
 * side did not read (denied, truncated, a region or an account left out) is neither added nor removed: nobody can tell, and
 * the read that is lacking is named. The same reads give the same answer in whatever order their records came.
 */
export function compareGraphs(before: Graph, after: Graph): Comparison {
  const earlier = sideOf('earlier', alignTo(after, before));
  const later = sideOf('later', after);
  const chains = { earlier: listChains(earlier.graph), later: listChains(after) };
  const byId = { earlier: chainsById(chains.earlier), later: chainsById(chains.later) };
  const gaps = new GapList();
  const instances = compareInstances(earlier, later, byId, gaps);
  const others = [
    ...compareProfiles(earlier, later, gaps),
    ...compareRoles(earlier, later, rolesIn(chains.earlier, chains.later), gaps),
    ...compareSources(earlier, later, gaps),
  ];
  noteBlindSpots(earlier, later, gaps);
  const changes = [...instances, ...leaveOutTold(instances, others)].sort(compareChanges);
  const count = (kind: ChainChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    changes,
    cannotTell: gaps.list(),
    counts: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      cannotTell: gaps.size,
    },
    disjoint: isDisjoint(earlier, later),
    ...drawingOf({ earlier, later, chains: byId, changes: [...instances, ...others], gaps }),
  };
}

/** Roles that nothing could ever run as through a profile are nobody's business here. */
function rolesIn(...lists: readonly (readonly Chain[])[]): ReadonlySet<NodeId> {
  return new Set(lists.flat().flatMap((chain) => chain.role ?? []));
}

const KIND_ORDER: readonly ChainChange['kind'][] = ['added', 'removed', 'changed'];
const SUBJECT_ORDER: readonly NodeKind[] = [
  'instance',
  'profile',
  'role',
  'launch-template',
  'launch-configuration',
  'auto-scaling-group',
  'environment',
];

function compareChanges(a: ChainChange, b: ChainChange): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    SUBJECT_ORDER.indexOf(a.subject) - SUBJECT_ORDER.indexOf(b.subject) ||
    compareNatural(a.label, b.label) ||
    compareText(a.id, b.id)
  );
}

function isDisjoint(earlier: Side, later: Side): boolean {
  if (earlier.graph.nodes.size === 0 || later.graph.nodes.size === 0) return false;
  return ![...earlier.accounts].some((account) => later.accounts.has(account));
}
