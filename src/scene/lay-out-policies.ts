import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { Graph, NodeId, PolicyNode } from '../graph/graph.ts';
import { foldKey } from './fold-key.ts';
import { CARD_HEIGHT, ROW_GAP } from './geometry.ts';
import type { LayOutContext } from './lay-out.ts';
import { foldLineDraft, nodeDraft, nodeMarkId } from './mark-drafts.ts';
import { labelKey } from './order.ts';
import { type Linked, placeNearLinks } from './order-policies.ts';
import type { Mark, MarkId } from './scene.ts';
import type { MarkDraft } from './scene-mark.ts';
import type { Sheet } from './sheet.ts';
import { type Net, trunkLanes } from './trunks.ts';

/** Of more policies that one role alone has, all but the first few fold into one line. */
const MOST_OWN = 4;
const SHOWN_OWN = 3;

/** Where the upright part of each wire to a policy runs. */
export interface PolicyWires {
  /** The lane of a wire, counted from the policies leftwards; `undefined` for a wire that is no such. */
  readonly laneOf: (from: MarkId, to: MarkId) => number | undefined;
}

interface Row extends Linked {
  readonly draft: MarkDraft;
  /** The role that alone has it; absent for what several share. */
  readonly owner: MarkId | undefined;
}

/** Whether any of the roles has a policy that is known: else there is no column for them. */
export function hasPolicies(graph: Graph, roles: Iterable<NodeId>): boolean {
  for (const role of roles) {
    for (const edge of graph.outgoing.get(role) ?? []) {
      if (edge.kind === 'has' || edge.kind === 'bounds') return true;
    }
  }
  return false;
}

/** Puts the policies of these roles beside them, below what stands there, and says where the wires between them run. */
export function layOutPolicies(
  sheet: Sheet,
  roles: readonly Mark[],
  lanes: number,
  context: LayOutContext,
): PolicyWires {
  const rows = rowsOf(sheet, roles, context);
  const placed = placeNearLinks(rows, {
    top: sheet.free(['policy']),
    height: CARD_HEIGHT,
    gap: ROW_GAP,
  });
  const nets = new Map<MarkId, { id: MarkId; top: number; bottom: number }>();
  const owners = new Map<MarkId, MarkId>();
  for (const { item, y } of placed) {
    sheet.put('policy', y, item.draft);
    if (item.owner !== undefined) owners.set(item.draft.id, item.owner);
    widen(nets, item.owner ?? item.draft.id, [...item.links, y + CARD_HEIGHT / 2]);
  }
  const lane = trunkLanes([...nets.values()].filter(isUpright), lanes);
  return { laneOf: (_from, to) => lane.get(owners.get(to) ?? to) };
}

function rowsOf(sheet: Sheet, roles: readonly Mark[], context: LayOutContext): readonly Row[] {
  const middles = new Map<MarkId, number>();
  const users = new Map<PolicyNode, MarkId[]>();
  for (const mark of roles) {
    const [role] = mark.nodes;
    if (role === undefined || mark.fold !== undefined) continue;
    middles.set(mark.id, mark.y + mark.height / 2);
    for (const policy of policiesOf(context.graph, role)) {
      const list = users.get(policy);
      if (list) list.push(mark.id);
      else users.set(policy, [mark.id]);
    }
  }
  // What two accounts refer to stands in the lane of the first.
  const fresh = [...users].filter(([policy]) => !sheet.has(nodeMarkId(policy.id)));
  const isShared = ([, by]: (typeof fresh)[number]) => by.length > 1;
  const row = (policy: PolicyNode, by: readonly MarkId[], owner: MarkId | undefined): Row => ({
    id: policy.id,
    key: labelKey(policy.label),
    links: by.flatMap((mark) => middles.get(mark) ?? []),
    draft: nodeDraft(context, 'policy', policy),
    owner,
  });
  const own = groupBy(
    fresh.filter((each) => !isShared(each)),
    ([, [by]]) => by,
  );
  return [
    ...fresh.filter(isShared).map(([policy, by]) => row(policy, by, undefined)),
    ...[...own].flatMap(([owner, policies]) => {
      const rows = policies
        .map(([policy]) => row(policy, [owner], owner))
        .sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));
      if (rows.length <= MOST_OWN) return rows;
      const rest = policies.map(([policy]) => policy).filter((policy) => !isFirst(policy, rows));
      return withFold(rows, rest, owner, context);
    }),
  ];
}

function isFirst(policy: PolicyNode, rows: readonly Row[]): boolean {
  return rows.slice(0, SHOWN_OWN).some((row) => row.id === policy.id);
}

/** The first few, then the line for the others, and these too once it stands open. */
function withFold(
  rows: readonly Row[],
  rest: readonly PolicyNode[],
  owner: MarkId,
  context: LayOutContext,
): readonly Row[] {
  const key = foldKey('policies', [owner]);
  const open = context.isOpen(key);
  const [first] = rows;
  const text = `${rest.length} more policies`;
  const line: Row = {
    id: key,
    // After the first few and before the others, whatever their names.
    key: `${rows[SHOWN_OWN - 1]?.key ?? ''}\u0000`,
    links: first?.links ?? [],
    owner,
    draft: foldLineDraft(context, 'policy', {
      fold: { key, open },
      count: rest.length,
      text,
      nodes: open ? [] : rest,
    }),
  };
  return open ? [...rows, line] : [...rows.slice(0, SHOWN_OWN), line];
}

/** The policies of a role, each once, be it permission or boundary. */
function policiesOf(graph: Graph, role: NodeId): ReadonlySet<PolicyNode> {
  const policies = new Set<PolicyNode>();
  for (const edge of graph.outgoing.get(role) ?? []) {
    const node = edge.kind === 'has' || edge.kind === 'bounds' ? graph.nodes.get(edge.to) : undefined;
    if (node?.kind === 'policy') policies.add(node);
  }
  return policies;
}

function widen(
  nets: Map<MarkId, { id: MarkId; top: number; bottom: number }>,
  id: MarkId,
  ends: readonly number[],
): void {
  const net = nets.get(id) ?? { id, top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };
  for (const end of ends) {
    net.top = Math.min(net.top, end);
    net.bottom = Math.max(net.bottom, end);
  }
  nets.set(id, net);
}

/** A level wire has no upright part. */
function isUpright(net: Net): boolean {
  return net.bottom - net.top >= 1;
}
