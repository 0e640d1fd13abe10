import { useSyncExternalStore } from 'react';
import { REDACTED_KINDS, type RedactedKind } from '../inventory/redacted-kinds.ts';
import type * as Engine from '../redact/engine.ts';
import type { pairNodes, Redactor, RedactorFor } from '../redact/engine.ts';
import type { Redaction } from './workspace.ts';

/** What a person has chosen to hide. The pseudonyms themselves live as long as the page and are kept nowhere. */
export interface RedactionChoice {
  readonly on: boolean;
  readonly kinds: ReadonlySet<RedactedKind>;
  /** While it is on. */
  readonly redactor?: Redactor | undefined;
  readonly pair?: typeof pairNodes | undefined;
}

/** Nothing is hidden. */
export const NO_REDACTION: Redaction = {
  on: false,
  kinds: new Set(REDACTED_KINDS),
  isOwn: false,
  toggle: () => {},
  setKind: () => {},
  text: (text) => text,
  account: (accountId) => accountId,
  name: (name) => name,
  reveal: (text) => text,
  inventory: (other) => other,
};

let current: RedactionChoice = { on: false, kinds: new Set(REDACTED_KINDS) };
let loading: Promise<typeof Engine> | undefined;
let redactors: RedactorFor | undefined;
const listeners = new Set<() => void>();

export function useRedactionChoice(): RedactionChoice {
  return useSyncExternalStore(subscribe, readRedaction);
}

export function readRedaction(): RedactionChoice {
  return current;
}

/** What would hold with this choice; loads what it needs, once. */
export async function prepareRedaction(
  choice: Pick<RedactionChoice, 'on' | 'kinds'>,
): Promise<{ readonly next: RedactionChoice; readonly engine: typeof Engine }> {
  loading ??= import('../redact/engine.ts');
  const engine = await loading;
  redactors ??= engine.createRedactors();
  const own = choice.on && { redactor: redactors(choice.kinds), pair: engine.pairNodes };
  return { engine, next: { ...choice, ...own } };
}

export function setRedaction(next: RedactionChoice): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
