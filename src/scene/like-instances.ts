import { groupBy } from '../base/index-by.ts';
import type { Finding } from '../findings/finding.ts';
import type { Graph, InstanceNode, NodeId } from '../graph/graph.ts';
import { foldKey } from './fold-key.ts';
import type { RankedInstance } from './forest.ts';
import { instanceState } from './instance-state.ts';
import { nodeTitle } from './mark-text.ts';
import { compareOrdered, labelKey, type Ordered } from './order.ts';

/** The fewest that fold: two are read as quickly as their stack. */
export const FEWEST_TO_FOLD = 3;

/** A row of the instance column: one instance, or several that are alike. */
export type InstanceRow = SingleRow | StackRow;

export interface SingleRow extends Ordered {
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
/** The hash that launchers put after a dash. */
const HASH = /(?<=[-_.])(?=[a-f]*\d)[0-9a-f]{6,}$/i;
const UNNAMED = 'Instances without a name';

/**
 * Folds instances of one profile that are alike: of one state, region, and Auto Scaling group or stem of the name. What
 * is broken in itself never folds: an instance with a link that is broken or changing, or with a critical finding. Others
 * with a finding fold only among themselves, so that a stack hides none. `within` makes the keys of two profiles differ.
 */
export function instanceRows(
  graph: Graph,
  ranked: readonly RankedInstance[],
  findings: ReadonlyMap<NodeId, Finding>,
  within: string,
): readonly InstanceRow[] {
  const singles: SingleRow[] = [];
  for (const { id, rank } of ranked) {
    const instance = graph.nodes.get(id);
    if (instance?.kind !== 'instance') continue;
    singles.push({ kind: 'single', instance, rank, id, key: labelKey(nodeTitle(instance)) });
  }
  if (singles.length < FEWEST_TO_FOLD) return singles.sort(compareOrdered);
  const groups = groupBy(singles, (row) =>
    isFaulty(graph, row.instance, findings) ? row.id : likeness(row.instance, findings.get(row.instance.id)),
  );
  const rows = Array.from(groups).flatMap(([alike, group]): readonly InstanceRow[] =>
    group.length < FEWEST_TO_FOLD ? group : [stack(group, foldKey('like', [within, alike]))],
  );
  return rows.sort(compareOrdered);
}

function stack(group: SingleRow[], key: string): StackRow {
  const sorted = group.sort(compareOrdered);
  const instances = sorted.map((row) => row.instance);
  const [first] = instances;
  const title = first ? stemOf(first) : '';
  const sameGroup = first && groupOf(first);
  return {
    kind: 'stack',
    foldKey: key,
    id: key,
    key: labelKey(title),
    rank: Math.min(...sorted.map((row) => row.rank)),
    title: title === '' ? UNNAMED : title,
    group: sameGroup,
    instances,
  };
}

function isFaulty(graph: Graph, instance: InstanceNode, findings: ReadonlyMap<NodeId, Finding>): boolean {
  if (findings.get(instance.id)?.severity === 'critical') return true;
  const links = graph.outgoing.get(instance.id) ?? [];
  return links.some((edge) => edge.status === 'broken' || edge.status === 'changing');
}

function likeness(instance: InstanceNode, finding: Finding | undefined): string {
  const group = groupOf(instance);
  const name = group === undefined ? `stem ${stemOf(instance)}` : `group ${group}`;
  const { accountId = '', region = '' } = instance;
  return `${accountId}\n${region}\n${instanceState(instance)}\n${finding?.rule ?? ''}\n${name}`;
}

function groupOf(instance: InstanceNode): string | undefined {
  return instance.record?.Tags?.find((tag) => tag.Key === GROUP_TAG)?.Value;
}

function stemOf(instance: InstanceNode): string {
  const name = nodeTitle(instance);
  if (name === instance.instanceId) return '';
  const hash = HASH.exec(name);
  const end = hash ? hash.index : endBeforeDigits(name);
  return end === name.length ? name : `${name.slice(0, end)}*`;
}

function endBeforeDigits(name: string): number {
  let end = name.length;
  while (end > 0 && isDigit(name.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
