import { groupBy } from '../base/index-by.ts';
import { surelyOtherAccount } from '../graph/accounts.ts';
import type { Graph, ProfileNode } from '../graph/graph.ts';
import { nodesOf } from './lookup.ts';

/** Listed profiles by name in lower case: made once for each graph, as every faulty reference asks. */
const known = new WeakMap<Graph, ReadonlyMap<string, readonly ProfileNode[]>>();

/** The profile of the same account that IAM lists under this name, in whatever letter case and path. */
export function listedAs(graph: Graph, like: ProfileNode, name: string): ProfileNode | undefined {
  const named = listedNames(graph).get(name.toLowerCase());
  return named?.find((each) => !surelyOtherAccount(each.accountId, like.accountId));
}

/** Profiles of the same account whose names differ in a generated tail alone: perhaps the successors of the missing one. */
export function kinOf(graph: Graph, missing: ProfileNode): readonly ProfileNode[] {
  const stem = stemOf(missing.name.toLowerCase());
  if (stem.length <= 3) return [];
  const kin: ProfileNode[] = [];
  for (const [name, named] of listedNames(graph)) {
    if (!name.startsWith(stem) || stemOf(name) !== stem) continue;
    kin.push(...named.filter((each) => !surelyOtherAccount(each.accountId, missing.accountId)));
  }
  return kin;
}

function listedNames(graph: Graph): ReadonlyMap<string, readonly ProfileNode[]> {
  const names =
    known.get(graph) ??
    groupBy(nodesOf(graph, 'profile'), (each) =>
      each.record === undefined ? undefined : each.name.toLowerCase(),
    );
  known.set(graph, names);
  return names;
}

/** A generated name without its tail: `stack-asginstanceprofile-old1` → `stack-asginstanceprofile`. */
function stemOf(name: string): string {
  return name.replace(/[-_.][a-z0-9]{3,}$/, '').replace(/\d{6,}$/, '');
}
