import { displayText } from '../base/display-text.ts';
import type { Finding } from '../findings/finding.ts';
import type { Graph, GraphEdge, GraphNode, InstanceNode, ProfileNode, RoleNode } from '../graph/graph.ts';
import { countPolicyUse, countUse } from './count-use.ts';
import type { StackRow } from './like-instances.ts';
import { counted, kindWords, nodeTitle, trustLine } from './mark-text.ts';
import type { Change } from './scene.ts';

/** A node as a screen reader says it: what it is, how it is linked, and the worst that was found of it. */
export function speakNode(
  graph: Graph,
  node: GraphNode,
  finding: Finding | undefined,
  account?: string,
  change?: Change,
): string {
  const sentences = node.ghost
    ? [`${capital(kindWords(node))} ${name(node)}: ${node.ghost.why}`]
    : about(graph, node);
  const found = finding && `Finding, ${finding.severity}: ${finding.title}`;
  return sentence([
    ...sentences,
    account && `In account ${displayText(account)}`,
    changeWords(change),
    found,
  ]);
}

/** A stack, closed or open. */
export function speakStack(row: StackRow, open: boolean, change?: Change): string {
  const [first] = row.instances;
  const what = [
    `${row.instances.length} like instances`,
    displayText(row.title),
    first?.record?.State,
    row.group && `in Auto Scaling group ${displayText(row.group)}`,
    first?.region && `in ${first.region}`,
  ];
  return sentence([what.filter(Boolean).join(', '), changeWords(change), open ? 'Listed below' : 'Folded']);
}

/** What became of it since the earlier read. */
function changeWords(change: Change | undefined): string | undefined {
  return change && CHANGE_WORDS[change];
}

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  added: 'New since the earlier read',
  removed: 'Removed since the earlier read',
  changed: 'Changed since the earlier read',
  unknown: 'In one of the two reads only, and the other cannot tell',
};

/** A line that stands for many. */
export function speakFold(text: string, open: boolean): string {
  return sentence([text, open ? 'Listed below' : 'Folded']);
}

function about(graph: Graph, node: GraphNode): readonly (string | undefined)[] {
  switch (node.kind) {
    case 'instance':
      return [instanceWords(node), usesWords(graph, node)];
    case 'profile':
      return [
        `Instance profile ${name(node)}`,
        holdsWords(graph, node),
        usersWords(countUse(graph).instancesOf(node.id)),
      ];
    case 'role':
      return [`Role ${name(node)}`, roleWords(graph, node), capital(trustLine(node) ?? '')];
    case 'policy': {
      const { has, bounds } = countPolicyUse(graph, node.id);
      const limits = bounds > 0 ? `Boundary of ${counted(bounds, 'role')}` : undefined;
      return [`${capital(kindWords(node))} ${name(node)}`, `On ${counted(has, 'role')}`, limits];
    }
    default:
      return [`${capital(kindWords(node))} ${name(node)}`];
  }
}

function instanceWords(node: InstanceNode): string {
  const { record, instanceId } = node;
  const id = nodeTitle(node) === instanceId ? undefined : instanceId;
  const place = record?.AvailabilityZone ?? node.region;
  const where = [record?.InstanceType, place].filter(Boolean).join(' in ');
  return [`Instance ${name(node)}`, id, record?.State, where].filter(Boolean).join(', ');
}

function usesWords(graph: Graph, node: InstanceNode): string {
  const uses = (graph.outgoing.get(node.id) ?? []).filter((edge) => edge.kind === 'uses');
  if (uses.length === 0) return node.record ? 'No instance profile' : 'Its profile is not known';
  return uses.map((edge) => linkWords('Uses instance profile', graph, edge)).join('. ');
}

function holdsWords(graph: Graph, node: ProfileNode): string {
  const holds = (graph.outgoing.get(node.id) ?? []).filter((edge) => edge.kind === 'holds');
  return holds.map((edge) => roleHeld(graph, edge)).join('. ');
}

function roleHeld(graph: Graph, edge: GraphEdge): string {
  const hole = graph.nodes.get(edge.to)?.ghost;
  if (hole?.kind === 'empty') return `Broken: ${hole.why}`;
  const words = linkWords('Holds role', graph, edge);
  return edge.namesDiffer ? `${words}. Their names differ` : words;
}

function linkWords(verb: string, graph: Graph, edge: GraphEdge): string {
  const target = graph.nodes.get(edge.to);
  const words = `${verb} ${target ? name(target) : edge.to}`;
  return edge.why === undefined ? words : `${words}, ${STATUS_WORDS[edge.status]}: ${edge.why}`;
}

const STATUS_WORDS: Readonly<Record<GraphEdge['status'], string>> = {
  confirmed: 'confirmed',
  broken: 'broken',
  changing: 'changing',
  unknown: 'cannot tell',
};

function usersWords(users: number): string {
  return users === 0 ? 'No instance seen that uses it' : `Used by ${counted(users, 'instance')}`;
}

function roleWords(graph: Graph, node: RoleNode): string {
  const { profiles, instances } = countUse(graph).ofRole(node.id);
  if (profiles === 0) return 'In no profile';
  return `In ${counted(profiles, 'profile')}, ${counted(instances, 'instance')}`;
}

/** Isolated, so that a name in a right-to-left script leaves the sentence around it in order. */
function name(node: GraphNode): string {
  const text = displayText(nodeTitle(node));
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function sentence(parts: readonly (string | undefined)[]): string {
  const full = parts.filter(Boolean).join('. ');
  return full.endsWith('.') ? full : `${full}.`;
}
