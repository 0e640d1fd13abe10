import { useMemo } from 'react';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Changes } from '../scene/scene.ts';
import { type Baseline, useCompareState } from './compare-store.ts';
import type { Redaction, ShownComparison } from './workspace.ts';

/** The two sides of a comparison under the pseudonyms of the screen, if one is on. */
export interface Sides {
  readonly baseline: Baseline | undefined;
  /** What the workspace shows: the later side. */
  readonly later: Inventory;
  readonly earlier: Inventory | undefined;
}

/** Puts the baseline, if there is one, on its side of what was read. */
export function useSides(read: Inventory, redaction: Redaction): Sides {
  const { baseline } = useCompareState();
  const kept = baseline?.inventory;
  const other = useMemo(() => kept && redaction.inventory(kept), [kept, redaction]);
  return useMemo(() => {
    if (!baseline || !other) return { baseline: undefined, later: read, earlier: undefined };
    return baseline.isLater
      ? { baseline, later: other, earlier: read }
      : { baseline, later: read, earlier: other };
  }, [baseline, other, read]);
}

/** What changed between the two sides; `undefined`, at no cost, while nothing is compared. */
export function useComparison(
  { baseline, earlier }: Sides,
  later: Graph,
  redaction: Redaction,
): ShownComparison | undefined {
  const before = useMemo(() => earlier && buildGraph(earlier), [earlier]);
  const compare = baseline?.compare;
  const result = useMemo(
    () => (before && compare ? compare(before, later) : undefined),
    [compare, before, later],
  );
  return useMemo(() => {
    if (!baseline || !before || !result) return undefined;
    const file = baseline.files.map((name) => redaction.name(name)).join(', ');
    const kept = { label: file === '' ? 'kept picture' : file };
    const shown = { label: SHOWN_WORDS[(baseline.isLater ? before : later).inventory.kind] };
    const [first, second] = baseline.isLater ? [shown, kept] : [kept, shown];
    const changes: Changes = { of: result.changeOf, ofLink: result.linkChangeOf };
    return {
      result,
      changes,
      earlier: { ...first, readAt: before.inventory.readAt, graph: before },
      later: { ...second, readAt: later.inventory.readAt, graph: later },
    };
  }, [baseline, before, later, result, redaction]);
}

const SHOWN_WORDS: Readonly<Record<Inventory['kind'], string>> = {
  live: 'live account',
  files: 'opened files',
  sample: 'sample account',
};
