import { useCallback, useMemo, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { DISMISSALS_SCHEMA, type SnapshotDismissal } from '../files/snapshot-dismissals.ts';
import type { Finding, FindingId } from '../findings/finding.ts';
import { deviceStore } from './device-store.ts';
import type { Dismissals } from './workspace.ts';

/** Why and when a finding was put aside. Nothing in it is secret: an id, a sentence and a time. */
export interface Dismissal {
  readonly id: FindingId;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

const LIMIT = 2000;

const kept = deviceStore<ReadonlyMap<FindingId, Dismissal>>({
  key: 'rolewire.dismissals',
  parse: parseDismissals,
  format: (all) => JSON.stringify([...all.values()]),
});

/** The findings that were put aside on this device, and how to do and undo that. */
export function useDismissals(): Dismissals {
  const all = useSyncExternalStore(kept.subscribe, kept.read);
  const dismiss = useCallback((id: FindingId, reason: string) => {
    const next = new Map(kept.read());
    next.set(id, { id, reason: reason.trim().slice(0, 500), at: new Date().toISOString() });
    keep(next);
  }, []);
  const restore = useCallback((id: FindingId) => {
    const next = new Map(kept.read());
    if (next.delete(id)) keep(next);
  }, []);
  return useMemo(() => ({ all, dismiss, restore }), [all, dismiss, restore]);
}

/** Reads stored text; what does not have the expected form counts as nothing stored. */
export function parseDismissals(text: string | null): ReadonlyMap<FindingId, Dismissal> {
  if (!text) return new Map();
  try {
    const stored = v.safeParse(DISMISSALS_SCHEMA, JSON.parse(text));
    return byId(stored.success ? stored.output : []);
  } catch {
    return new Map();
  }
}

/** Puts aside what a snapshot says was put aside; a reason of this device stays. */
export function adoptDismissals(dismissals: readonly SnapshotDismissal[]): void {
  if (dismissals.length > 0) keep(new Map([...byId(dismissals), ...kept.read()]));
}

/** Those of the findings that were put aside: a snapshot is given away, and takes nothing of other accounts along. */
export function dismissalsOf(
  findings: readonly Finding[],
  all: ReadonlyMap<FindingId, Dismissal>,
): readonly Dismissal[] {
  return findings.flatMap((finding) => all.get(finding.id) ?? []);
}

function keep(all: ReadonlyMap<FindingId, Dismissal>): void {
  kept.write(new Map([...all].slice(-LIMIT)));
}

function byId(dismissals: readonly SnapshotDismissal[]): ReadonlyMap<FindingId, Dismissal> {
  return new Map(
    dismissals.map((entry) => {
      const id = entry.id as FindingId;
      return [id, { ...entry, id }];
    }),
  );
}
