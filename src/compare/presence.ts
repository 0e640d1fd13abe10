import { compareText } from '../base/compare.ts';
import { indexBy } from '../base/index-by.ts';
import type { Graph, GraphNode, InstanceNode, ProfileNode, RoleNode, SourceNode } from '../graph/graph.ts';
import { isOver } from '../graph/instance-nodes.ts';
import type { CallName } from '../inventory/calls.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Gap } from './comparison.ts';

/** One of the two sides. */
export interface Side {
  readonly name: Gap['side'];
  readonly graph: Graph;
  /** Accounts of which it read anything. */
  readonly accounts: ReadonlySet<AccountId | undefined>;
}

/** What is compared: the links of chains, and what launches instances. */
export type Thing = InstanceNode | ProfileNode | RoleNode | SourceNode;

/** Whether a side has a thing. It is absent only if the list that would name it was read to its end. */
export type Presence<Node extends Thing = Thing> =
  | { readonly is: 'there'; readonly node: Node }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly gap: Gap };

/** A side, ready to be asked. */
export function sideOf(name: Gap['side'], graph: Graph): Side {
  const owners = graph.byKind.account.map((node) => node.accountId);
  const read = graph.coverage.entries.flatMap((entry) => entry.accountId ?? []);
  return { name, graph, accounts: new Set([...owners, ...read]) };
}

/** Whether a side has the thing that the other side knows as `known`. An instance that is terminated counts as gone. */
function presenceOf<Node extends Thing>(side: Side, known: Node): Presence<Node> {
  const node = sameKind(side.graph.nodes.get(known.id), known);
  if (node !== undefined && isThere(node)) return { is: 'there', node };
  if (node?.kind === 'instance' && node.record !== undefined) return { is: 'absent' };
  // A ghost that is gone was judged by complete lists, or by IAM's own word.
  if (node?.ghost?.kind === 'gone') return { is: 'absent' };
  const gap = gapFor(side, known);
  return gap === undefined ? { is: 'absent' } : { is: 'unknown', gap };
}

/** The read that a side lacks to tell of a thing's absence; `undefined` when it lacks none. */
function gapFor(side: Side, thing: Thing): Gap | undefined {
  const { accountId } = thing;
  const region = thing.kind === 'profile' || thing.kind === 'role' ? undefined : thing.region;
  for (const [call, ...others] of LISTS[listOf(thing)]) {
    const gap = gapIn(side, accountId, region, call, others);
    if (gap !== undefined) return gap;
  }
  return undefined;
}

/** As {@link gapFor}, of one list: of several calls that give it, one is enough. */
export function gapIn(
  side: Side,
  accountId: AccountId | undefined,
  region: Region | undefined,
  call: CallName,
  others: readonly CallName[] = [],
): Gap | undefined {
  const gap = { side: side.name, call, accountId, region };
  if (!side.accounts.has(accountId)) return { ...gap, accountMissing: true };
  const answers = [call, ...others].map((each) => side.graph.coverage.of(each, { accountId, region }));
  if (answers.some((answer) => answer.complete) && !NEVER_WHOLE.has(call)) return undefined;
  const [first] = answers;
  const entry = first === undefined || first.complete ? undefined : first.worst;
  return { ...gap, region: region ?? entry?.region, accountMissing: false, entry };
}

/**
 * What each kind of thing is listed by: every line is needed, and of the calls of a line, the usual one first, one is enough.
 * Which versions of a launch template count depends on its default and on the groups that pin one.
 */
const LISTS: Readonly<Record<Listed, readonly (readonly [CallName, ...CallName[]])[]>> = {
  instance: [['ec2:DescribeInstances']],
  profile: [['iam:ListInstanceProfiles']],
  role: [['iam:ListRoles', 'iam:GetAccountAuthorizationDetails']],
  'launch-template': [
    ['ec2:DescribeLaunchTemplateVersions'],
    ['ec2:DescribeLaunchTemplates'],
    ['autoscaling:DescribeAutoScalingGroups'],
  ],
  'launch-configuration': [['autoscaling:DescribeLaunchConfigurations']],
  'auto-scaling-group': [['autoscaling:DescribeAutoScalingGroups']],
  beanstalk: [['elasticbeanstalk:DescribeConfigurationSettings']],
  emr: [['elasticmapreduce:DescribeCluster']],
  batch: [['batch:DescribeComputeEnvironments']],
};

type Listed = Exclude<Thing['kind'], 'environment'> | 'beanstalk' | 'emr' | 'batch';

/** Calls about one environment or cluster: however many were made, none tells that another does not exist. */
const NEVER_WHOLE: ReadonlySet<CallName> = new Set([
  'elasticbeanstalk:DescribeConfigurationSettings',
  'elasticmapreduce:DescribeCluster',
]);

function listOf(thing: Thing): Listed {
  if (thing.kind !== 'environment') return thing.kind;
  const service = thing.record !== undefined && 'Service' in thing.record ? thing.record.Service : undefined;
  if (service === 'EMR') return 'emr';
  return service === 'Batch' ? 'batch' : 'beanstalk';
}

/** An instance that only an association row speaks of may be long gone: what lists instances has to say. */
function isThere(node: Thing): boolean {
  if (node.ghost !== undefined) return false;
  return node.kind !== 'instance' || (node.record !== undefined && !isOver(node));
}

function sameKind<Node extends Thing>(node: GraphNode | undefined, like: Node): Node | undefined {
  return node !== undefined && isLike(node, like) ? node : undefined;
}

function isLike<Node extends Thing>(node: GraphNode, like: Node): node is Node {
  return node.kind === like.kind;
}

/** What a thing was on the earlier side and is on the later one. */
export interface Fate<Node extends Thing> {
  /** As the later side knows it, else as the earlier one does. */
  readonly thing: Node;
  readonly was: Presence<Node>;
  readonly is: Presence<Node>;
}

/** The fate of every thing that either side knows of, once, in order of id. */
export function fatesOf<Node extends Thing>(
  list: (graph: Graph) => readonly Node[],
  earlier: Side,
  later: Side,
): readonly Fate<Node>[] {
  const old = indexBy(list(earlier.graph), (node) => node.id);
  const all = new Map(old);
  for (const node of list(later.graph)) all.set(node.id, node);
  // Each side is asked for the thing as the other one knows it.
  const fates = Array.from(all.values(), (thing) => ({
    thing,
    was: presenceOf(earlier, thing),
    is: presenceOf(later, old.get(thing.id) ?? thing),
  }));
  return fates.sort((a, b) => compareText(a.thing.id, b.thing.id));
}
