import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { indexBy } from '../base/index-by.ts';
import { answerChains } from '../findings/answer-chains.ts';
import { diagnose } from '../findings/diagnose.ts';
import type { Finding } from '../findings/finding.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { NodeId } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { buildScene } from '../scene/build-scene.ts';
import { filterChains } from '../scene/filter-chains.ts';
import { roomFor, type SceneRoom } from '../scene/geometry.ts';
import { useDismissals } from './dismissals.ts';
import { useAddress, viewCommands } from './use-address.ts';
import type { Reading, Workspace } from './workspace.ts';

/** Pixels that the rail and the detail panel take from the picture when both stand open beside it. */
const BESIDE_THE_PICTURE = 216 + 352;

/**
 * Inventory → graph → chains, findings, answers → filter → scene, each step made anew only when the one before it changed.
 * Called once, at the root of the workspace. Pages that arrive fast are drawn together, so that typing never waits.
 */
export function useWorkspaceChain(newest: Inventory, reading: Reading): Workspace {
  const view = useAddress();
  const dismissals = useDismissals();
  const room = useSyncExternalStore(onResize, currentRoom);
  const inventory = useDeferredValue(newest);
  const filter = useDeferredValue(view.filter);

  const graph = useMemo(() => buildGraph(inventory), [inventory]);
  const chains = useMemo(() => listChains(graph), [graph]);
  const findings = useMemo(() => diagnose(graph), [graph]);
  const answers = useMemo(
    () => indexBy(answerChains(graph, chains, findings), (answer) => answer.instance),
    [graph, chains, findings],
  );
  const findingsOf = useMemo(() => byNode(findings), [findings]);
  const shown = useMemo(() => filterChains(graph, chains, filter), [graph, chains, filter]);
  const live = useMemo(
    () => findings.filter((finding) => !dismissals.all.has(finding.id)),
    [findings, dismissals.all],
  );
  const scene = useMemo(
    () => buildScene(graph, shown.chains, live, { openFolds: view.openFolds, room }),
    [graph, shown.chains, live, view.openFolds, room],
  );
  return useMemo(
    () => ({
      inventory,
      graph,
      chains,
      shownChains: shown.chains,
      facets: shown.facets,
      findings,
      findingsOf,
      answers,
      scene,
      view,
      commands: viewCommands,
      dismissals,
      reading,
    }),
    [inventory, graph, chains, shown, findings, findingsOf, answers, scene, view, dismissals, reading],
  );
}

function byNode(findings: readonly Finding[]): ReadonlyMap<NodeId, readonly Finding[]> {
  const map = new Map<NodeId, Finding[]>();
  for (const finding of findings) {
    for (const node of new Set(finding.nodes)) {
      const list = map.get(node);
      if (list) list.push(finding);
      else map.set(node, [finding]);
    }
  }
  return map;
}

function currentRoom(): SceneRoom {
  return roomFor(innerWidth - BESIDE_THE_PICTURE);
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
