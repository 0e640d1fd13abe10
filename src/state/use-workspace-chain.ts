import { useCallback, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { indexBy } from '../base/index-by.ts';
import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import { answerChains } from '../findings/answers.ts';
import { diagnose } from '../findings/diagnose.ts';
import type { Finding } from '../findings/finding.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { NodeId } from '../graph/graph.ts';
import { buildScene } from '../scene/build-scene.ts';
import type { ChainFilter } from '../scene/chain-filter.ts';
import { filterChains } from '../scene/filter-chains.ts';
import { roomFor, type SceneRoom } from '../scene/geometry.ts';
import { accountNames } from './account-names.ts';
import { useDismissals } from './dismissals.ts';
import { redactOutcome, revealQuestion } from './redacted-simulation.ts';
import { useAddress, viewCommands } from './use-address.ts';
import { useComparison, useSides } from './use-comparison.ts';
import { type Behind, useRedaction, useShownDismissals } from './use-redaction.ts';
import type { ReadMore, Source } from './use-source.ts';
import type { Draw, Workspace } from './workspace.ts';

/** Pixels that the detail panel and, in windows of enough width, the rail take from the picture when they stand beside it. */
const PANEL = 352;
const RAIL = 216;
const RAIL_FROM = 1024;

/**
 * Inventory → graph → chains, findings, answers → filter → scene, each step made anew only when the one before it changed.
 * Called once, at the root of the workspace. Pages that arrive fast are drawn together, so that typing never waits.
 */
export function useWorkspaceChain(source: Source): Workspace {
  const view = useAddress();
  const kept = useDismissals();
  const policies = view.policies ?? false;
  const room = useSyncExternalStore(onResize, () => currentRoom(policies));
  const redacted = useRedaction(useDeferredValue(source.inventory));
  const { redaction, behind } = redacted;
  const sides = useSides(redacted.inventory, redaction);
  const inventory = sides.later;
  const filter = useDeferredValue(sides.earlier ? view.filter : withoutChanges(view.filter));

  const laterGraph = useMemo(() => buildGraph(inventory), [inventory]);
  const comparison = useComparison(sides, laterGraph, redaction);
  const graph = comparison?.result.graph ?? laterGraph;
  const chains = useMemo(() => comparison?.result.chains ?? listChains(laterGraph), [comparison, laterGraph]);
  const findings = useMemo(() => diagnose(laterGraph), [laterGraph]);
  const dismissals = useShownDismissals(kept, redacted, laterGraph, findings);
  const answers = useMemo(() => indexBy(answerChains(laterGraph), (answer) => answer.instance), [laterGraph]);
  const findingsOf = useMemo(() => byNode(findings), [findings]);
  const shown = useMemo(() => filterChains(graph, chains, filter), [graph, chains, filter]);
  const live = useMemo(
    () => findings.filter((finding) => !dismissals.all.has(finding.id)),
    [findings, dismissals.all],
  );
  const names = useMemo(
    () => accountNames(inventory, chains, source.sessions, redaction),
    [inventory, chains, source.sessions, redaction],
  );
  const draw = useCallback<Draw>(
    (some, options) =>
      buildScene(graph, some, live, {
        ...options,
        policies,
        changes: comparison?.changes,
        accountNames: names.size > 1 ? names : undefined,
      }),
    [graph, live, names, policies, comparison],
  );
  const scene = useMemo(
    () => draw(shown.chains, { openFolds: view.openFolds, room }),
    [draw, shown.chains, view.openFolds, room],
  );
  // Nobody can be asked about the past.
  const readMore = sides.baseline?.isLater ? undefined : source.readMore;
  const reading = useMemo(
    () => ({
      ...source.reading,
      ...(readMore && {
        deepen: (node: NodeId) => deepen(behind(laterGraph), readMore, node),
        readPolicies: (node: NodeId) => readPolicies(behind(laterGraph), readMore, node),
        simulate: async (node: NodeId, question: SimulationQuestion, signal: AbortSignal) => {
          const asked = revealQuestion(question, redaction);
          const outcome = await simulate(behind(laterGraph), readMore, node, asked, signal);
          return outcome && redactOutcome(outcome, redaction);
        },
      }),
    }),
    [source.reading, readMore, laterGraph, behind, redaction],
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
      draw,
      accountNames: names,
      view,
      commands: viewCommands,
      dismissals,
      reading,
      redaction,
      comparison,
    }),
    [
      inventory,
      graph,
      chains,
      shown,
      findings,
      findingsOf,
      answers,
      scene,
      draw,
      names,
      view,
      dismissals,
      reading,
      redaction,
      comparison,
    ],
  );
}

/** There are no changes where nothing is compared, whatever an address asks for. */
function withoutChanges(filter: ChainFilter): ChainFilter {
  return filter.onlyChanges ? { ...filter, onlyChanges: undefined } : filter;
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

/** Profiles and roles are asked after by name; for anything else everything is known already. */
function deepen({ graph, nodeOf }: Behind, { readRole, readProfile }: ReadMore, id: NodeId): void {
  const node = graph.nodes.get(nodeOf(id));
  if (node?.accountId === undefined) return;
  if (node.kind === 'role') readRole(node.name, node.accountId);
  if (node.kind === 'profile') readProfile(node.name, node.accountId);
}

function readPolicies({ graph, nodeOf }: Behind, { readRolePolicies }: ReadMore, id: NodeId): void {
  const node = graph.nodes.get(nodeOf(id));
  if (node?.kind === 'role' && node.accountId !== undefined) readRolePolicies(node.name, node.accountId);
}

type SimulationQuestion = Omit<SimulationRequest, 'roleArn'>;

async function simulate(
  { graph, nodeOf }: Behind,
  more: ReadMore,
  id: NodeId,
  question: SimulationQuestion,
  signal: AbortSignal,
): Promise<SimulationOutcome | undefined> {
  const node = graph.nodes.get(nodeOf(id));
  if (node?.kind !== 'role' || node.arn === undefined || node.accountId === undefined) return undefined;
  return more.simulate({ ...question, roleArn: node.arn }, node.accountId, signal);
}

/** Four columns with names that can be read go before room for the panel: beside it, the picture scrolls sideways. */
function currentRoom(policies: boolean): SceneRoom {
  const beside = innerWidth < RAIL_FROM ? 0 : RAIL + (policies ? 0 : PANEL);
  return roomFor(innerWidth - beside, policies);
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
