import { groupBy } from '../base/index-by.ts';
import type { Finding } from '../findings/finding.ts';
import type { Graph, InstanceNode, NodeId } from '../graph/graph.ts';
import { foldKey } from './fold-key.ts';
import type { RankedInstance } from './forest.ts';
import { instanceState } from './instance-state.ts';
import { nodeTitle } from './mark-text.ts';
import { compareOrdered, isDigit, labelKey, type Ordered } from './order.ts';
import type { Changes } from './scene.ts';

/** The fewest that fold: two are read as quickly as their stack. */
export const FEWEST_TO_FOLD = 3;

/** A row of the instance column: one instance, or several that are alike. */
export type InstanceRow = SingleRow | StackRow;

interface SingleRow extends Ordered {
  readonly id: NodeId;
  readonly kind: 'single';
  readonly instance: InstanceNode;
}

export interface StackRow extends Ordered {
  readonly kind: 'stack';
  /** The same in every read. */
  readonly foldKey: string;
  /** `web-*`, or a name that all of them have. */
  readonly title: string;
  /** The Auto Scaling group that they all belong to. */
  readonly group?: string | undefined;
  readonly instances: readonly InstanceNode[];
}

const GROUP_TAG = 'aws:autoscaling:groupName';
/** Launchers put a hash of so many characters or more after a dash. */
const SHORTEST_HASH = 6;
const UNNAMED = 'Instances without a name';

/**
 * Folds instances of one profile that are alike: of one state, region, and Auto Scaling group or stem of the name. What
 * is broken in itself never folds: an instance with a link that is broken or changing, or with a critical finding. Others
 * with a finding fold only among themselves, so that a stack hides none. What changed never folds either, and what is new or
 * gone only with its like. `within` makes the keys of two profiles differ.
 */
export function instanceRows(
  graph: Graph,
  ranked: readonly RankedInstance[],
  findings: ReadonlyMap<NodeId, Finding>,
  within: string,
  changes?: Changes,
): readonly InstanceRow[] {
  const singles: SingleRow[] = [];
  for (const { id, rank } of ranked) {
    const instance = graph.nodes.get(id);
    if (instance?.kind !== 'instance') continue;
    singles.push({ kind: 'single', instance, rank, id, key: labelKey(nodeTitle(instance)) });
  }
  if (singles.length < FEWEST_TO_FOLD) return singles.sort(compareOrdered);
  const rows: InstanceRow[] = [];
  const byName = groupBy(singles, (row) => {
    if (!isFaulty(graph, row.instance, findings) && changes?.of.get(row.id) !== 'changed')
      return groupOf(row.instance) ?? stemOf(row.instance);
    rows.push(row);
    return undefined;
  });
  for (const namesakes of byName.values()) {
    for (const alike of splitUnlike(namesakes, findings, changes)) {
      if (alike.length < FEWEST_TO_FOLD) rows.push(...alike);
      else rows.push(stack(alike, within, findings, changes));
    }
  }
  return rows.sort(compareOrdered);
}

/** Groups are alike as a whole most of the time, which is told without making a key for each instance. */
function splitUnlike(
  rows: readonly SingleRow[],
  findings: ReadonlyMap<NodeId, Finding>,
  changes: Changes | undefined,
): Iterable<readonly SingleRow[]> {
  const [first] = rows;
  if (!first || rows.length < FEWEST_TO_FOLD) return [rows];
  const rule = findings.get(first.id)?.rule;
  const change = changes?.of.get(first.id);
  const alike = rows.every(
    ({ instance, id }) =>
      instance.region === first.instance.region &&
      instance.accountId === first.instance.accountId &&
      instance.record?.State === first.instance.record?.State &&
      groupOf(instance) === groupOf(first.instance) &&
      findings.get(id)?.rule === rule &&
      changes?.of.get(id) === change,
  );
  return alike
    ? [rows]
    : groupBy(rows, (row) => likeness(row.instance, findings.get(row.id), changes)).values();
}

function stack(
  group: readonly SingleRow[],
  within: string,
  findings: ReadonlyMap<NodeId, Finding>,
  changes: Changes | undefined,
): InstanceRow {
  const sorted = [...group].sort(compareOrdered);
  const [first] = sorted;
  if (!first) throw new Error('A stack of nothing.');
  const title = stemOf(first.instance);
  const key = foldKey('like', [within, likeness(first.instance, findings.get(first.id), changes)]);
  return {
    kind: 'stack',
    foldKey: key,
    id: key,
    key: labelKey(title),
    rank: first.rank,
    title: title === '' ? UNNAMED : title,
    group: groupOf(first.instance),
    instances: sorted.map((row) => row.instance),
  };
}

function isFaulty(graph: Graph, instance: InstanceNode, findings: ReadonlyMap<NodeId, Finding>): boolean {
  if (findings.get(instance.id)?.severity === 'critical') return true;
  const links = graph.outgoing.get(instance.id) ?? [];
  return links.some((edge) => edge.status === 'broken' || edge.status === 'changing');
}

function likeness(
  instance: InstanceNode,
  finding: Finding | undefined,
  changes: Changes | undefined,
): string {
  const group = groupOf(instance);
  const name = group === undefined ? `stem ${stemOf(instance)}` : `group ${group}`;
  const { accountId = '', region = '' } = instance;
  const change = changes?.of.get(instance.id);
  const fate = change === undefined ? '' : `\n${change}`;
  return `${accountId}\n${region}\n${instanceState(instance)}\n${finding?.rule ?? ''}\n${name}${fate}`;
}

function groupOf(instance: InstanceNode): string | undefined {
  return instance.record?.Tags?.find((tag) => tag.Key === GROUP_TAG)?.Value;
}

function stemOf(instance: InstanceNode): string {
  const name = nodeTitle(instance);
  if (name === instance.instanceId) return '';
  const end = stemEnd(name);
  return end === name.length ? name : `${name.slice(0, end)}*`;
}

/** Where a number or a hash at the end of a name begins. By hand, as names come by the ten thousand. */
function stemEnd(name: string): number {
  let hash = name.length;
  let number = name.length;
  let digits = 0;
  while (hash > 0 && isHexDigit(name.charCodeAt(hash - 1))) {
    hash -= 1;
    if (!isDigit(name.charCodeAt(hash))) continue;
    digits += 1;
    if (number === hash + 1) number = hash;
  }
  const isHash = name.length - hash >= SHORTEST_HASH && digits > 0 && '-_.'.includes(name.charAt(hash - 1));
  return isHash ? hash : number;
}

function isHexDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 97 && unit <= 102);
}
