import { compareNatural, compareText } from '../base/compare.ts';
import { groupBy, indexBy } from '../base/index-by.ts';
import type { Finding } from '../findings/finding.ts';
import type { Chain } from '../graph/chain.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { buildWires } from './build-wires.ts';
import { buildForest, type Forest } from './forest.ts';
import { columnGeometry, PADDING, pictureWidth, type SceneRoom, trunkCount } from './geometry.ts';
import { type LayOutContext, layOut } from './lay-out.ts';
import { hasPolicies, layOutPolicies, type PolicyWires } from './lay-out-policies.ts';
import { counted } from './mark-text.ts';
import type { Changes, ColumnKind, Lane, Mark, MarkId, Scene } from './scene.ts';
import { Sheet } from './sheet.ts';
import { worstFindings } from './worst-findings.ts';

export interface SceneOptions {
  /** Keys of the folds that stand open; keys of no fold are ignored. */
  readonly openFolds: ReadonlySet<string> | readonly string[];
  /** Defaults to `regular`. */
  readonly room?: SceneRoom | undefined;
  /** What each account is called, by its id: each has a lane of its own then. Left out where there is one account alone. */
  readonly accountNames?: ReadonlyMap<string, string> | undefined;
  /** Whether the roles' policies are drawn, as far as they are known. */
  readonly policies?: boolean | undefined;
  /** What became of what, where two reads are compared. */
  readonly changes?: Changes | undefined;
}

const HEADINGS: Readonly<Record<ColumnKind, string>> = {
  source: 'Launch sources',
  instance: 'Instances',
  profile: 'Instance profiles',
  role: 'Roles',
  policy: 'Policies',
};

/**
 * Draws the chains: which marks there are, where each stands, and the wires between them. The same chains give the same
 * scene in whatever order they come; it knows nothing of the screen, so it is the same in a browser, a file and a test.
 */
export function buildScene(
  graph: Graph,
  chains: readonly Chain[],
  findings: readonly Finding[],
  options: SceneOptions,
): Scene {
  const plots = plotsOf(graph, chains, options.accountNames);
  const room = options.room ?? 'regular';
  const policies = (options.policies ?? false) && plots.some((plot) => hasPolicies(graph, rolesOf(plot)));
  const geometry = columnGeometry(room, { sources: plots.some(hasSources), policies });
  const sheet = new Sheet(geometry);
  const open = new Set(options.openFolds);
  const worst = worstFindings(graph, findings);
  const lanes: Lane[] = [];
  const policyWires: PolicyWires[] = [];
  for (const { account, heading, forest } of plots) {
    if (heading !== undefined) lanes.push({ account, heading, y: sheet.beginLane() });
    const context: LayOutContext = {
      graph,
      worst,
      lane: heading === undefined ? undefined : account,
      accountNames: options.accountNames,
      changes: options.changes,
      width: (column) => sheet.width(column),
      isOpen: (fold) => open.has(fold),
    };
    const before = sheet.marks.get('role')?.length ?? 0;
    layOut(sheet, forest, context);
    if (!policies) continue;
    const roles = (sheet.marks.get('role') ?? []).slice(before);
    policyWires.push(layOutPolicies(sheet, roles, trunkCount(room), context));
  }
  const all = geometry.flatMap((column) => sheet.marks.get(column.kind) ?? []);
  const marks = indexBy(all, (mark) => mark.id);
  const markOf = nodesToMarks(all);
  const counts = countNodes(graph, markOf);
  return {
    width: pictureWidth(geometry),
    height: sheet.bottom() + PADDING,
    columns: geometry.map((column) => ({
      ...column,
      heading: HEADINGS[column.kind],
      count: counts.get(column.kind) ?? 0,
      marks: sheet.marks.get(column.kind) ?? [],
    })),
    wires: buildWires(graph, markOf, marks, (from, to) => laneIn(policyWires, from, to), options.changes),
    lanes,
    markOf,
    marks,
  };
}

/** What is laid out in one go: all of the picture, or the chains of one account. */
interface Plot {
  readonly account: string;
  /** Absent where there is one account alone. */
  readonly heading: string | undefined;
  readonly forest: Forest;
}

function plotsOf(
  graph: Graph,
  chains: readonly Chain[],
  names: SceneOptions['accountNames'],
): readonly Plot[] {
  if (names === undefined) return [{ account: '', heading: undefined, forest: buildForest(graph, chains) }];
  const lanes = Array.from(
    groupBy(chains, (chain) => chain.accountId ?? ''),
    ([account, own]) => ({ account, name: names.get(account) ?? account, own }),
  );
  lanes.sort((a, b) => compareNatural(a.name, b.name) || compareText(a.account, b.account));
  return lanes.map(({ account, name, own }) => ({
    account,
    heading: laneHeading(account, name, own),
    forest: buildForest(graph, own),
  }));
}

function laneHeading(account: string, name: string, chains: readonly Chain[]): string {
  const instances = chains.filter((chain) => chain.instance !== undefined).length;
  const called = account === '' ? 'account not known' : name;
  const id = account === '' || account === name ? [] : [account];
  return [called, ...id, counted(instances, 'instance')].join(' · ');
}

function rolesOf({ forest }: Plot): readonly NodeId[] {
  return [
    ...forest.trees.flatMap((tree) => tree.role ?? []),
    ...[...forest.unattached, ...forest.doubtfulRoles].map((role) => role.id),
  ];
}

function laneIn(wires: readonly PolicyWires[], from: MarkId, to: MarkId): number | undefined {
  for (const each of wires) {
    const lane = each.laneOf(from, to);
    if (lane !== undefined) return lane;
  }
  return undefined;
}

function hasSources({ forest }: Plot): boolean {
  return forest.trees.some((tree) => tree.branches.some((branch) => branch.sources.length > 0));
}

function nodesToMarks(marks: readonly Mark[]): ReadonlyMap<NodeId, MarkId> {
  const markOf = new Map<NodeId, MarkId>();
  for (const mark of marks) for (const node of mark.nodes) markOf.set(node, mark.id);
  return markOf;
}

/** What is really there: a profile that is gone and the hole in an empty one are drawn, but not counted. */
function countNodes(graph: Graph, markOf: ReadonlyMap<NodeId, MarkId>): ReadonlyMap<ColumnKind, number> {
  const counts = new Map<ColumnKind, number>();
  for (const id of markOf.keys()) {
    const node = graph.nodes.get(id);
    if (!node || node.ghost?.kind === 'gone' || node.ghost?.kind === 'empty') continue;
    const column = columnOf(node);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

function columnOf(node: GraphNode): ColumnKind {
  switch (node.kind) {
    case 'instance':
    case 'profile':
    case 'role':
    case 'policy':
      return node.kind;
    default:
      return 'source';
  }
}
