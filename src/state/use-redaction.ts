import { useCallback, useEffect, useMemo, useRef } from 'react';
import { once } from '../base/once.ts';
import { diagnose } from '../findings/diagnose.ts';
import type { Finding, FindingId } from '../findings/finding.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RedactedKind } from '../inventory/redacted-kinds.ts';
import type { pairNodes, Redactor } from '../redact/engine.ts';
import type { Dismissal } from './dismissals.ts';
import { pairFindings, pairFolds } from './pair-pictures.ts';
import {
  NO_REDACTION,
  prepareRedaction,
  type RedactionChoice,
  readRedaction,
  setRedaction,
  useRedactionChoice,
} from './redaction.ts';
import { keepProof } from './shown-proof.ts';
import { translateView } from './translate-view.ts';
import { currentView, guardHistory, replaceView } from './use-address.ts';
import type { ViewState } from './view-state.ts';
import type { Dismissals, Redaction } from './workspace.ts';

/** The inventory as it may be seen, and the way back to what AWS said for those who have to ask AWS. */
export interface Redacted {
  readonly inventory: Inventory;
  readonly redaction: Redaction;
  /** The graph of what was read, and where a node of the shown graph is in it. */
  readonly behind: (shown: Graph) => Behind;
}

export interface Behind {
  readonly graph: Graph;
  readonly nodeOf: (shown: NodeId) => NodeId;
}

/** Puts pseudonyms into an inventory while that is on. */
export function useRedaction(plain: Inventory): Redacted {
  const choice = useRedactionChoice();
  const { on, kinds, redactor, pair } = choice;
  const latest = useRef(plain);
  useEffect(() => {
    latest.current = plain;
  }, [plain]);
  const change = useCallback((wanted: Pick<RedactionChoice, 'on' | 'kinds'>): void => {
    void changeTo(wanted, () => latest.current);
  }, []);
  const inventory = useMemo(() => redactor?.inventory(plain) ?? plain, [redactor, plain]);

  useEffect(() => {
    // The history has addresses from before: going back must not bring the names into the address again.
    guardHistory(redactor && pair && ((view) => hiddenView(view, latest.current, redactor, pair)));
    return () => guardHistory(undefined);
  }, [redactor, pair]);

  const redaction = useMemo((): Redaction => {
    const turn = {
      kinds,
      toggle: () => change({ on: !on, kinds }),
      setKind: (kind: RedactedKind, hidden: boolean) => change({ on, kinds: withKind(kinds, kind, hidden) }),
    };
    if (!redactor) return { ...NO_REDACTION, ...turn, on: plain.redacted !== undefined };
    return {
      ...turn,
      // With every kind shown nothing on screen is a pseudonym.
      on: kinds.size > 0 || plain.redacted !== undefined,
      isOwn: true,
      text: redactor.text,
      account: (accountId) => redactor.value('account', accountId),
      name: redactor.name,
      reveal: redactor.reveal,
      inventory: redactor.inventory,
    };
  }, [on, kinds, redactor, change, plain.redacted]);

  const behind = useMemo(() => behindOf(choice, plain), [choice, plain]);
  return { inventory, redaction, behind };
}

function withKind(
  kinds: ReadonlySet<RedactedKind>,
  kind: RedactedKind,
  hidden: boolean,
): ReadonlySet<RedactedKind> {
  const next = new Set(kinds);
  if (hidden) next.add(kind);
  else next.delete(kind);
  return next;
}

/** Carries the view over to the new names together with the change, so that no address speaks of the old ones. */
async function changeTo(
  wanted: Pick<RedactionChoice, 'on' | 'kinds'>,
  latest: () => Inventory,
): Promise<void> {
  const { next, engine } = await prepareRedaction(wanted);
  const before = readRedaction();
  const view = currentView();
  if (refersToSomething(view)) {
    const plain = latest();
    const graph = buildGraph(plain);
    const shown = [before.redactor, next.redactor].map((redactor) => {
      const own = redactor ? buildGraph(redactor.inventory(plain)) : graph;
      return { own, pairs: redactor && engine.pairNodes(graph, own, redactor) };
    });
    const [from, to] = shown;
    if (from && to) {
      const nodes = through(from.own, from.pairs, to.pairs);
      const folds =
        view.openFolds.length > 0 ? pairFolds(from.own, to.own, nodes) : new Map<string, string>();
      replaceView(translateView(view, { from: from.own, to: to.own, nodes, folds }));
    }
  }
  keepProof(undefined);
  setRedaction(next);
}

/** A view that may speak of either names, under pseudonyms alone. */
function hiddenView(
  view: ViewState,
  plain: Inventory,
  redactor: Redactor,
  pair: typeof pairNodes,
): ViewState {
  if (!refersToSomething(view)) return view;
  const from = buildGraph(plain);
  const to = buildGraph(redactor.inventory(plain));
  const pairs = pair(from, to, redactor);
  const same = Array.from(to.nodes.keys(), (id) => [id, id] as const);
  const folds = pairFolds(from, to, pairs);
  const sameFolds = Array.from(folds.values(), (key) => [key, key] as const);
  return translateView(view, {
    from,
    to,
    nodes: new Map([...same, ...pairs]),
    folds: new Map([...sameFolds, ...folds]),
  });
}

function refersToSomething({ selected, filter, openFolds }: ViewState): boolean {
  return selected !== undefined || filter.search !== '' || filter.accounts.length > 0 || openFolds.length > 0;
}

type Pairs = ReturnType<typeof pairNodes> | undefined;

/** From one set of names over what AWS said to another. */
function through(from: Graph, back: Pairs, on: Pairs): ReadonlyMap<NodeId, NodeId> {
  const plainOf = back && new Map(Array.from(back, ([plain, hidden]) => [hidden, plain]));
  const nodes = new Map<NodeId, NodeId>();
  for (const id of from.nodes.keys()) {
    const plain = plainOf ? plainOf.get(id) : id;
    const to = plain === undefined ? undefined : on ? on.get(plain) : plain;
    if (to !== undefined) nodes.set(id, to);
  }
  return nodes;
}

function behindOf({ redactor, pair }: RedactionChoice, plain: Inventory): Redacted['behind'] {
  if (!redactor || !pair) return (shown) => ({ graph: shown, nodeOf: (node) => node });
  const graph = once(() => buildGraph(plain));
  const known = new WeakMap<Graph, ReadonlyMap<NodeId, NodeId>>();
  return (shown) => {
    const plainOf = () => {
      const pairs =
        known.get(shown) ??
        new Map(Array.from(pair(graph(), shown, redactor), ([own, hidden]) => [hidden, own]));
      known.set(shown, pairs);
      return pairs;
    };
    return { graph: graph(), nodeOf: (node) => plainOf().get(node) ?? node };
  };
}

/**
 * What this device put aside, under the ids of the findings on screen. What is put aside while names are hidden is kept under the
 * real id, so that it stays put aside.
 */
export function useShownDismissals(
  kept: Dismissals,
  { redaction, behind }: Redacted,
  shown: Graph,
  findings: readonly Finding[],
): Dismissals {
  const { isOwn } = redaction;
  const pairs = useMemo(
    () => once(() => findingPairs(behind(shown), shown, findings)),
    [behind, shown, findings],
  );
  return useMemo(() => {
    if (!isOwn) return kept;
    const plainOf = (id: FindingId): FindingId => [...pairs()].find(([, hidden]) => hidden === id)?.[0] ?? id;
    const all = new Map<FindingId, Dismissal>();
    if (kept.all.size > 0) {
      for (const [plain, hidden] of pairs()) {
        const aside = kept.all.get(plain);
        if (aside) all.set(hidden, { ...aside, id: hidden, reason: redaction.text(aside.reason) });
      }
    }
    return {
      all,
      dismiss: (id, reason) => kept.dismiss(plainOf(id), reason),
      restore: (id) => kept.restore(plainOf(id)),
    };
  }, [kept, isOwn, pairs, redaction]);
}

function findingPairs(
  { graph, nodeOf }: Behind,
  shown: Graph,
  findings: readonly Finding[],
): ReadonlyMap<FindingId, FindingId> {
  const nodes = new Map(Array.from(shown.nodes.keys(), (node) => [nodeOf(node), node]));
  return pairFindings(diagnose(graph), findings, nodes);
}
