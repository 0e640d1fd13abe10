import { useSyncExternalStore } from 'react';
import type { NodeId } from '../graph/graph.ts';
import { type ChainFilter, NO_FILTER } from '../scene/chain-filter.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { ViewState } from './view-state.ts';
import type { ViewCommands } from './workspace.ts';

/** What the address shows now. Back and forward change it as any command does. */
export function useAddress(): ViewState {
  return useSyncExternalStore(subscribe, read);
}

/** The commands that change the address; the same object for the life of the page. */
export const viewCommands: ViewCommands = {
  show: (view) => go({ ...read(), view }, 'push'),
  select: (node) => {
    if (read().selected !== node) go(withSelection(read(), node), 'push');
  },
  filter: (change) => {
    const view = read();
    // Typing must not fill the history with every letter.
    const typing = Object.keys(change).every((key) => key === 'search');
    go({ ...view, filter: { ...view.filter, ...change } }, typing ? 'replace' : 'push');
  },
  clearFilter: () => go({ ...read(), filter: NO_FILTER }, 'push'),
  toggleFold: (key) => {
    const view = read();
    const openFolds = view.openFolds.includes(key)
      ? view.openFolds.filter((open) => open !== key)
      : [...view.openFolds, key];
    go({ ...view, openFolds }, 'replace');
  },
  showPolicies: (policies) => go({ ...read(), policies }, 'push'),
  closeFolds: () => go({ ...read(), openFolds: [] }, 'replace'),
};

/** Shows all of a look at once; going back leads to the one before it. */
export function showView(view: ViewState): void {
  go(view, 'push');
}

/** What the address shows now, outside of a component. */
export function currentView(): ViewState {
  return read();
}

/** Shows a view in place of the one before, whose address is gone from now on. */
export function replaceView(view: ViewState): void {
  go(view, 'replace');
  flush(view);
}

/** Looks through what comes back from the history before it is shown; `undefined` lets all through. */
export function guardHistory(look: ((view: ViewState) => ViewState) | undefined): void {
  guard = look;
}

/** Browsers refuse many history changes in a short time, so replacing waits until the typing pauses. */
const REPLACE_AFTER_MS = 200;

let current: ViewState | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;
let guard: ((view: ViewState) => ViewState) | undefined;
const listeners = new Set<() => void>();

function read(): ViewState {
  current ??= parseAddress(location.search);
  return current;
}

function go(next: ViewState, how: 'push' | 'replace'): void {
  const before = read();
  current = { ...next, filter: sameFilter(before.filter, next.filter) ? before.filter : next.filter };
  if (how === 'push') {
    flush(before);
    write('push', current);
  } else {
    clearTimeout(pending);
    pending = setTimeout(() => flush(read()), REPLACE_AFTER_MS);
  }
  for (const listener of listeners) listener();
}

/** Writes what waits to be replaced, so that going back finds the text that was typed. */
function flush(view: ViewState): void {
  if (pending === undefined) return;
  clearTimeout(pending);
  pending = undefined;
  write('replace', view);
}

function write(how: 'push' | 'replace', view: ViewState): void {
  const address = `${location.pathname}${formatAddress(view)}`;
  if (address === location.pathname + location.search) return;
  try {
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // The browser's limit on history changes: the screen is right all the same, only the address lags.
  }
}

function withSelection({ selected: _before, ...view }: ViewState, node: NodeId | undefined): ViewState {
  return node === undefined ? view : { ...view, selected: node };
}

function sameFilter(a: ChainFilter, b: ChainFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', onPopState);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', onPopState);
  };
}

function onPopState(): void {
  clearTimeout(pending);
  pending = undefined;
  const view = parseAddress(location.search);
  current = guard?.(view) ?? view;
  if (current !== view) write('replace', current);
  for (const listener of listeners) listener();
}
