import type { BundleSize } from './measure-bundle.ts';
import type { PageTimes } from './measure-page.ts';
import { type PipelineTimes, STEPS } from './measure-pipeline.ts';
import { DRAWERS, type DrawerName, VIEWS, type ViewName } from './page/protocol.ts';
import type { Spread } from './stats.ts';

export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly bundle: BundleSize;
  readonly sizes: readonly SizeResults[];
}

export interface SizeResults {
  readonly nodes: number;
  readonly pipeline: PipelineTimes;
  readonly pages: readonly PageResults[];
}

export interface PageResults {
  readonly drawer: DrawerName;
  readonly view: ViewName;
  readonly times: PageTimes;
}

/** The results as text for a terminal, and as Markdown tables at once. */
export function report(results: Results): string {
  return [
    `${results.date}, ${results.machine}`,
    `First load: ${kib(results.bundle.scriptGzip)} of script, ${kib(results.bundle.styleGzip)} of style (gzip)`,
    '',
    ...pipelineTable(results.sizes),
    '',
    ...VIEWS.flatMap((view) => [...pageTable(results.sizes, view), '']),
  ].join('\n');
}

function pipelineTable(sizes: readonly SizeResults[]): readonly string[] {
  return table(
    ['inventory → scene, ms (p50 / p95)', ...STEPS, 'whole', 'first run', 'marks', 'findings'],
    sizes.map(({ nodes, pipeline }) => [
      `${nodes.toLocaleString('en')} nodes`,
      ...STEPS.map((step) => both(pipeline.steps[step])),
      both(pipeline.whole),
      pipeline.first.toFixed(0),
      String(pipeline.marks),
      String(pipeline.findings),
    ]),
  );
}

const VIEW_WORDS: Readonly<Record<ViewName, readonly [string, string]>> = {
  near: ['full size', 'scroll'],
  far: ['everything in view', 'pan'],
};

function pageTable(sizes: readonly SizeResults[], view: ViewName): readonly string[] {
  const [title, move] = VIEW_WORDS[view];
  const rows = sizes.flatMap(({ nodes, pages }) => {
    const cell = (drawer: DrawerName) =>
      pages.find((page) => page.drawer === drawer && page.view === view)?.times ?? {};
    const ours = cell('rolewire').paint;
    return DRAWERS.map((drawer) => {
      const times = cell(drawer);
      return [
        `${nodes.toLocaleString('en')}, ${drawer}`,
        times.paint === undefined ? 'cut' : times.paint.toFixed(0),
        ratio(times.paint, ours),
        both(times.move),
        both(times.zoom),
        times.heapMiB === undefined ? 'cut' : times.heapMiB.toFixed(1),
        times.elements === undefined ? 'cut' : String(times.elements),
      ];
    });
  });
  return table(
    [
      `${title}: nodes`,
      'first paint ms',
      'ratio',
      `${move} p50 / p95 ms`,
      'zoom p50 / p95 ms',
      'heap MiB',
      'DOM',
    ],
    rows,
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)];
}

function both(times: Spread | undefined): string {
  return times === undefined ? 'cut' : `${times.p50.toFixed(1)} / ${times.p95.toFixed(1)}`;
}

function ratio(theirs: number | undefined, ours: number | undefined): string {
  return theirs === undefined || ours === undefined ? '' : `×${(theirs / ours).toFixed(1)}`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
