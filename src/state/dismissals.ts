import { useCallback, useMemo, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { DISMISSALS_SCHEMA, type SnapshotDismissal } from '../files/snapshot-dismissals.ts';
import type { Finding, FindingId } from '../findings/finding.ts';
import type { Dismissals } from './workspace.ts';

/** Why and when a finding was put aside. Nothing in it is secret: an id, a sentence and a time. */
export interface Dismissal {
  readonly id: FindingId;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

const KEY = 'rolewire.dismissals';
const LIMIT = 2000;

let current: ReadonlyMap<FindingId, Dismissal> | undefined;
const listeners = new Set<() => void>();

/** The findings that were put aside on this device, and how to do and undo that. */
export function useDismissals(): Dismissals {
  const all = useSyncExternalStore(subscribe, read);
  const dismiss = useCallback((id: FindingId, reason: string) => {
    const next = new Map(read());
    next.set(id, { id, reason: reason.trim().slice(0, 500), at: new Date().toISOString() });
    write(next);
  }, []);
  const restore = useCallback((id: FindingId) => {
    const next = new Map(read());
    if (next.delete(id)) write(next);
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
  if (dismissals.length > 0) write(new Map([...byId(dismissals), ...read()]));
}

/** Those of the findings that were put aside: a snapshot is given away, and takes nothing of other accounts along. */
export function dismissalsOf(
  findings: readonly Finding[],
  all: ReadonlyMap<FindingId, Dismissal>,
): readonly Dismissal[] {
  return findings.flatMap((finding) => all.get(finding.id) ?? []);
}

function byId(dismissals: readonly SnapshotDismissal[]): ReadonlyMap<FindingId, Dismissal> {
  return new Map(
    dismissals.map((entry) => {
      const id = entry.id as FindingId;
      return [id, { ...entry, id }];
    }),
  );
}

function read(): ReadonlyMap<FindingId, Dismissal> {
  current ??= parseDismissals(fromStorage());
  return current;
}

function write(next: ReadonlyMap<FindingId, Dismissal>): void {
  current = new Map([...next].slice(-LIMIT));
  try {
    localStorage.setItem(KEY, JSON.stringify([...current.values()]));
  } catch {
    // Storage may be full or forbidden: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function fromStorage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  const otherTab = (event: StorageEvent): void => {
    if (event.key !== KEY) return;
    current = undefined;
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', otherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', otherTab);
  };
}
