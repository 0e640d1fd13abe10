import type { Finding, Severity } from '../findings/finding.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { instanceState } from './instance-state.ts';
import type { StackRow } from './like-instances.ts';
import { COUNT_FONT, FOLD_FONT, LINE_FONT, nodeLines, shortZone, TITLE_FONT } from './mark-text.ts';
import type { Changes, ColumnKind, MarkId, MarkShape, MarkTone } from './scene.ts';
import type { MarkDraft } from './scene-mark.ts';
import { speakFold, speakNode, speakStack } from './spoken.ts';
import { fitFirst, fitText, textWidth } from './text-width.ts';
import { worseSeverity } from './worst-findings.ts';

/** Where the text of each shape starts and ends: clear of the state dot, the round ends and the cut corners. */
export const TEXT_START: Readonly<Record<MarkShape, number>> = {
  card: 30,
  capsule: 20,
  'cut-card': 18,
  page: 14,
  'fold-line': 16,
};
export const TEXT_END: Readonly<Record<MarkShape, number>> = {
  card: 12,
  capsule: 18,
  'cut-card': 16,
  page: 22,
  'fold-line': 30,
};
/** Room for the badge of a finding, and for the arrow that opens a fold, at the right end. */
export const BADGE_ROOM = 24;
export const ARROW_ROOM = 16;

const SHAPES: Readonly<Record<ColumnKind, MarkShape>> = {
  source: 'page',
  instance: 'card',
  profile: 'capsule',
  role: 'cut-card',
  policy: 'page',
};

/** What the drafts of one scene are made from. */
export interface DraftContext {
  readonly graph: Graph;
  readonly worst: ReadonlyMap<NodeId, Finding>;
  readonly accountNames?: ReadonlyMap<string, string> | undefined;
  readonly changes?: Changes | undefined;
  readonly width: (column: ColumnKind) => number;
}

/** The mark of one node. */
export function nodeDraft(context: DraftContext, column: ColumnKind, node: GraphNode): MarkDraft {
  const finding = context.worst.get(node.id);
  const shape = SHAPES[column];
  const change = context.changes?.of.get(node.id);
  const isOld = change === 'removed';
  return {
    id: nodeMarkId(node.id),
    shape,
    tone: isOld && !node.ghost ? 'quiet' : toneOf(context.graph, node),
    dashed: node.ghost !== undefined || isOld,
    nodes: [node.id],
    state: node.kind === 'instance' && !node.ghost ? instanceState(node) : undefined,
    severity: finding?.severity,
    change,
    words: () => {
      const badge = showsBadge(finding?.severity) ? BADGE_ROOM : 0;
      const room = context.width(column) - TEXT_START[shape] - TEXT_END[shape] - badge;
      const account = accountName(context, node);
      const { title, subtitle, subtitleIsId } = nodeLines(context.graph, node, room);
      return {
        title,
        subtitle,
        subtitleIsId,
        spoken: speakNode(context.graph, node, finding, account, change),
      };
    },
  };
}

/** Like instances as one card with an edge behind it, or as the line above them once it stands open. */
export function stackDraft(context: DraftContext, row: StackRow, open: boolean): MarkDraft {
  const [first] = row.instances;
  const count = row.instances.length;
  const fold = { key: row.foldKey, open };
  if (!first || open) {
    const spoken = () => speakStack(row, open);
    return foldLineDraft(context, 'instance', { fold, count, text: row.title, nodes: [], spoken });
  }
  const severity = worstOf(context, row.instances);
  const change = context.changes?.of.get(first.id);
  return {
    id: foldMarkId(row.foldKey),
    shape: 'card',
    tone: change === 'removed' ? 'quiet' : 'normal',
    dashed: change === 'removed',
    nodes: row.instances.map((instance) => instance.id),
    count,
    fold,
    state: instanceState(first),
    severity,
    change,
    words: () => {
      const badge = showsBadge(severity) ? BADGE_ROOM : 0;
      const counts = textWidth(`×${count}`, COUNT_FONT) + 8 + ARROW_ROOM + badge;
      const room = context.width('instance') - TEXT_START.card - TEXT_END.card - counts;
      return {
        title: fitText(row.title, room, TITLE_FONT),
        subtitle: fitFirst(stackWordings(row), room, LINE_FONT),
        subtitleIsId: false,
        spoken: speakStack(row, open, change),
      };
    },
  };
}

/** What a line that stands for many says. */
export interface FoldLine {
  readonly fold: { readonly key: string; readonly open: boolean };
  readonly count: number;
  readonly text: string;
  /** The nodes folded into it; none once it stands open. */
  readonly nodes: readonly GraphNode[];
  readonly spoken?: (() => string) | undefined;
}

/** One line for many unused things. */
export function foldLineDraft(context: DraftContext, column: ColumnKind, line: FoldLine): MarkDraft {
  const severity = worstOf(context, line.nodes);
  const { fold, text, count } = line;
  return {
    id: foldMarkId(fold.key),
    shape: 'fold-line',
    tone: 'quiet',
    dashed: false,
    nodes: line.nodes.map((node) => node.id),
    count,
    fold,
    severity,
    words: () => {
      const badge = showsBadge(severity) ? BADGE_ROOM : 0;
      const room = context.width(column) - TEXT_START['fold-line'] - TEXT_END['fold-line'] - badge;
      return {
        title: fitText(text, room, FOLD_FONT, 'end'),
        subtitle: { text: '', full: '' },
        subtitleIsId: false,
        spoken: line.spoken?.() ?? speakFold(text, fold.open),
      };
    },
  };
}

/** Whether a mark wears a badge: a fact worth knowing doesn't call for attention. */
export function showsBadge(severity: Severity | undefined): boolean {
  return severity !== undefined && severity !== 'info';
}

/** A node's own id: ids are long and many, and this makes no new string. No fold's id is like one. */
export const nodeMarkId = (node: NodeId): MarkId => node as string as MarkId;
const foldMarkId = (key: string): MarkId => `fold:${key}` as MarkId;

function toneOf(graph: Graph, node: GraphNode): MarkTone {
  if (node.ghost) return node.ghost.kind === 'gone' || node.ghost.kind === 'empty' ? 'broken' : 'unknown';
  switch (node.kind) {
    case 'instance': {
      const links = graph.outgoing.get(node.id) ?? [];
      if (links.some((edge) => edge.status === 'changing')) return 'changing';
      return instanceState(node) === 'terminated' ? 'quiet' : 'normal';
    }
    case 'role': {
      const held = (graph.incoming.get(node.id) ?? []).some((edge) => edge.kind === 'holds');
      return held && node.trust?.answer === 'no' ? 'broken' : 'normal';
    }
    default:
      return 'normal';
  }
}

function worstOf(context: DraftContext, nodes: readonly GraphNode[]): Severity | undefined {
  let worst: Severity | undefined;
  for (const node of nodes) worst = worseSeverity(worst, context.worst.get(node.id)?.severity);
  return worst;
}

/** What the account of a node is called, where there are several. */
function accountName({ accountNames }: DraftContext, { accountId }: GraphNode): string | undefined {
  return accountId === undefined ? undefined : accountNames?.get(accountId);
}

function stackWordings(row: StackRow): readonly [string, ...string[]] {
  const types = new Set(row.instances.map((instance) => instance.record?.InstanceType ?? ''));
  const [type = ''] = types;
  const region = row.instances[0]?.region;
  const state = row.instances[0]?.record?.State;
  const what = types.size === 1 ? type : `${types.size} types`;
  const group = row.group && `Auto Scaling group ${row.group}`;
  const short = row.group && `ASG ${row.group}`;
  const place = region && shortZone(region);
  const stopped = state === 'running' ? undefined : state;
  return [
    join([group, what, stopped, region]),
    join([short ?? what, stopped, region]),
    join([short ?? what, stopped ?? place]),
    join([stopped ?? place ?? what]),
  ];
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
