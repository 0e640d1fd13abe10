import { diagnose } from '../src/findings/diagnose.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import { listChains } from '../src/graph/chains.ts';
import type { Inventory } from '../src/inventory/inventory.ts';
import { buildScene } from '../src/scene/build-scene.ts';
import { NO_FILTER } from '../src/scene/chain-filter.ts';
import { filterChains } from '../src/scene/filter-chains.ts';
import { type Spread, spread } from './stats.ts';

export const STEPS = ['graph', 'findings', 'filter', 'scene'] as const;
type Step = (typeof STEPS)[number];

/** Milliseconds of the pure pipeline, as a whole and by step, once the code is warm. */
export interface PipelineTimes {
  readonly whole: Spread;
  readonly steps: Readonly<Record<Step, Spread>>;
  /** The first run of a process, before anything is compiled. */
  readonly first: number;
  readonly marks: number;
  readonly findings: number;
}

const RUNS = 25;
const WARM_UP = 5;

/** Inventory → graph → findings → scene, many times over. */
export function measurePipeline(inventory: Inventory): PipelineTimes {
  const runs = Array.from({ length: WARM_UP + RUNS }, () => runOnce(inventory));
  const warm = runs.slice(WARM_UP);
  const of = (step: Step) => spread(warm.map((run) => run.times[step]));
  const [first] = runs;
  return {
    whole: spread(warm.map(total)),
    steps: { graph: of('graph'), findings: of('findings'), filter: of('filter'), scene: of('scene') },
    first: first ? total(first) : Number.NaN,
    marks: first?.marks ?? 0,
    findings: first?.findings ?? 0,
  };
}

interface Run {
  readonly times: Readonly<Record<Step, number>>;
  readonly marks: number;
  readonly findings: number;
}

function total(run: Run): number {
  return STEPS.reduce((sum, step) => sum + run.times[step], 0);
}

function runOnce(inventory: Inventory): Run {
  const start = performance.now();
  const graph = buildGraph(inventory);
  const chains = listChains(graph);
  const linked = performance.now();
  const findings = diagnose(graph);
  const found = performance.now();
  const shown = filterChains(graph, chains, NO_FILTER);
  const filtered = performance.now();
  const scene = buildScene(graph, shown.chains, findings, { openFolds: [] });
  const drawn = performance.now();
  return {
    times: {
      graph: linked - start,
      findings: found - linked,
      filter: filtered - found,
      scene: drawn - filtered,
    },
    marks: scene.marks.size,
    findings: findings.length,
  };
}
