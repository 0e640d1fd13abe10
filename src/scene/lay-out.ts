import type { Graph, GraphNode, NodeId, RoleNode } from '../graph/graph.ts';
import { foldKey } from './fold-key.ts';
import type { Branch, Forest, RankedInstance, Tree } from './forest.ts';
import { ROW_GAP, TREE_GAP } from './geometry.ts';
import { FEWEST_TO_FOLD, instanceRows } from './like-instances.ts';
import { type DraftContext, foldLineDraft, nodeDraft, nodeMarkId, stackDraft } from './mark-drafts.ts';
import { counted } from './mark-text.ts';
import { isChange } from './order.ts';
import type { ColumnKind } from './scene.ts';
import type { Sheet } from './sheet.ts';

export interface LayOutContext extends DraftContext {
  readonly isOpen: (fold: string) => boolean;
  /** The account, where each has a lane of its own: the folds of two lanes open apart. */
  readonly lane?: string | undefined;
}

/**
 * Puts the forest on the sheet. A profile and a role stand on the row of their first instance, so most chains read as one
 * straight line, and what is above a fold stays where it is when the fold opens. Below the trees comes what is in no
 * chain: instances without a profile, profiles that nothing uses, roles in no profile, each folded into one line.
 */
export function layOut(sheet: Sheet, forest: Forest, context: LayOutContext): void {
  for (const tree of forest.trees) if (!tree.idle) layOutTree(sheet, tree, ALL_COLUMNS, context);
  const idle = (kind: Tree['idle']) => forest.trees.filter((tree) => tree.idle === kind);
  layOutLoose(sheet, forest.profileNotKnown, (n) => `${counted(n, 'instance')}, profile not known`, context);
  layOutLoose(sheet, forest.withoutProfile, (n) => `${counted(n, 'instance')} without a profile`, context);
  layOutIdle(sheet, idle('unused'), (n) => `${counted(n, 'profile')} no instance uses`, context);
  layOutIdle(sheet, idle('not-seen'), (n) => `${counted(n, 'profile')}, no user seen`, context);
  layOutRoles(sheet, forest.unattached, (n) => `${counted(n, 'EC2 role')} in no profile`, context);
  layOutRoles(sheet, forest.doubtfulRoles, (n) => `${counted(n, 'role')}, no profile seen`, context);
}

const ALL_COLUMNS: readonly ColumnKind[] = ['source', 'instance', 'profile', 'role'];

function layOutTree(sheet: Sheet, tree: Tree, columns: readonly ColumnKind[], context: LayOutContext): void {
  const top = sheet.free(columns);
  const role = tree.role && context.graph.nodes.get(tree.role);
  if (role) putOnce(sheet, 'role', top, role, context);
  for (const former of tree.formerRoles) {
    const node = context.graph.nodes.get(former);
    if (node) putOnce(sheet, 'role', Math.max(top, sheet.free(['role'])), node, context);
  }
  const idle = tree.branches.filter((branch) => branch.idle && !hasToBeSeen(context, [branch.id]));
  const folds = !tree.idle && idle.length >= FEWEST_TO_FOLD;
  let y = top;
  const folded = new Set(folds ? idle : []);
  for (const branch of tree.branches) if (!folded.has(branch)) y = layOutBranch(sheet, branch, y, context);
  if (folds) {
    const nodes = idle.map((branch) => branch.id);
    const text = `${idle.length} more profiles no instance uses`;
    const fold = layOutFold(sheet, 'profile', y, { key: foldKey('idle', [tree.id]), text, nodes }, context);
    y = fold.below;
    if (fold.open) for (const branch of idle) y = layOutBranch(sheet, branch, y, context);
  }
  sheet.skip(columns, TREE_GAP - ROW_GAP);
}

/** What two accounts refer to stands in the lane of the first. Gives the first row below. */
function putOnce(
  sheet: Sheet,
  column: ColumnKind,
  y: number,
  node: GraphNode,
  context: LayOutContext,
): number {
  return sheet.has(nodeMarkId(node.id)) ? y : sheet.put(column, y, nodeDraft(context, column, node));
}

/** Gives the first row below the branch. */
function layOutBranch(sheet: Sheet, branch: Branch, y: number, context: LayOutContext): number {
  const profile = context.graph.nodes.get(branch.id);
  const below = profile ? putOnce(sheet, 'profile', y, profile, context) : y;
  let row = layOutInstances(sheet, branch.instances, branch.id, y, context);
  // A source's wire crosses the instance column, so it gets a row that no instance is on.
  const sources = branch.sources.filter((source) => !sheet.has(nodeMarkId(source.id)));
  for (const source of sources) row = sheet.put('source', row, nodeDraft(context, 'source', source));
  return Math.max(below, row);
}

/** Gives the first row below the instances. */
function layOutInstances(
  sheet: Sheet,
  instances: readonly RankedInstance[],
  within: string,
  y: number,
  context: LayOutContext,
): number {
  let row = y;
  for (const each of instanceRows(context.graph, instances, context.worst, within, context.changes)) {
    if (each.kind === 'single') {
      row = sheet.put('instance', row, nodeDraft(context, 'instance', each.instance));
      continue;
    }
    const open = context.isOpen(each.foldKey);
    row = sheet.put('instance', row, stackDraft(context, each, open));
    if (!open) continue;
    for (const one of each.instances) row = sheet.put('instance', row, nodeDraft(context, 'instance', one));
  }
  return row;
}

type Wording = (count: number) => string;

function layOutLoose(
  sheet: Sheet,
  instances: readonly RankedInstance[],
  wording: Wording,
  context: LayOutContext,
): void {
  const [critical, others] = apart(instances, (each) => hasToBeSeen(context, [each.id]));
  const within = wording(0) + (context.lane ?? '');
  const put = (list: readonly RankedInstance[]) =>
    layOutInstances(sheet, list, within, sheet.free(['instance']), context);
  put(critical);
  if (others.length < FEWEST_TO_FOLD) {
    put(others);
    return;
  }
  const line = {
    key: foldKey('loose', [within]),
    text: wording(others.length),
    nodes: others.map(({ id }) => id),
  };
  if (layOutFold(sheet, 'instance', sheet.free(['instance']), line, context).open) put(others);
}

function layOutIdle(sheet: Sheet, trees: readonly Tree[], wording: Wording, context: LayOutContext): void {
  const columns: readonly ColumnKind[] = ['profile', 'role'];
  const put = (tree: Tree) => layOutTree(sheet, tree, columns, context);
  const [critical, others] = apart(trees, (tree) => hasToBeSeen(context, nodesOfTree(tree)));
  for (const tree of critical) put(tree);
  const profiles = others.flatMap((tree) => tree.branches.map((branch) => branch.id));
  if (profiles.length < FEWEST_TO_FOLD) {
    for (const tree of others) put(tree);
    return;
  }
  const roles = others.flatMap((tree) => tree.role ?? []);
  const line = {
    key: foldKey('idle', [wording(0) + (context.lane ?? '')]),
    text: wording(profiles.length),
    nodes: [...profiles, ...roles],
    count: profiles.length,
  };
  if (layOutFold(sheet, 'profile', sheet.free(['profile']), line, context).open)
    for (const tree of others) put(tree);
}

function layOutRoles(
  sheet: Sheet,
  roles: readonly RoleNode[],
  wording: Wording,
  context: LayOutContext,
): void {
  const [critical, others] = apart(roles, (role) => hasToBeSeen(context, [role.id]));
  const put = (role: RoleNode) => sheet.put('role', sheet.free(['role']), nodeDraft(context, 'role', role));
  for (const role of critical) put(role);
  if (others.length < FEWEST_TO_FOLD) {
    for (const role of others) put(role);
    return;
  }
  const line = {
    key: foldKey('roles', [wording(0) + (context.lane ?? '')]),
    text: wording(others.length),
    nodes: others.map(({ id }) => id),
  };
  if (layOutFold(sheet, 'role', sheet.free(['role']), line, context).open)
    for (const role of others) put(role);
}

interface Fold {
  readonly key: string;
  readonly text: string;
  readonly nodes: readonly NodeId[];
  /** If not all of `nodes` are counted. */
  readonly count?: number | undefined;
}

function layOutFold(
  sheet: Sheet,
  column: ColumnKind,
  y: number,
  { key, text, nodes, count }: Fold,
  context: LayOutContext,
): { readonly open: boolean; readonly below: number } {
  const open = context.isOpen(key);
  const draft = foldLineDraft(context, column, {
    fold: { key, open },
    count: count ?? nodes.length,
    text,
    nodes: open ? [] : found(context.graph, nodes),
  });
  return { open, below: sheet.put(column, y, draft) };
}

function nodesOfTree(tree: Tree): readonly NodeId[] {
  return [
    ...(tree.role ? [tree.role] : []),
    ...tree.formerRoles,
    ...tree.branches.map((branch) => branch.id),
  ];
}

function apart<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  const yes: Item[] = [];
  const no: Item[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

/** What no line for many may swallow: what is broken, and what changed. */
function hasToBeSeen({ worst, changes }: LayOutContext, nodes: readonly NodeId[]): boolean {
  return nodes.some((node) => worst.get(node)?.severity === 'critical' || isChange(changes?.of.get(node)));
}

function found(graph: Graph, ids: readonly NodeId[]): readonly GraphNode[] {
  return ids.flatMap((id) => graph.nodes.get(id) ?? []);
}
