import { parseArn } from '../base/arn.ts';
import { displayText } from '../base/display-text.ts';
import type {
  Ghost,
  Graph,
  GraphNode,
  InstanceNode,
  PolicyNode,
  ProfileNode,
  RoleNode,
  SourceNode,
} from '../graph/graph.ts';
import type { LaunchTemplateVersionRecord } from '../inventory/records.ts';
import { countPolicyUse, countUse } from './count-use.ts';
import { instanceState } from './instance-state.ts';
import type { FittedText } from './scene.ts';
import { fitFirst, fitText, type TextFont, textWidth } from './text-width.ts';

const SEPARATOR = ' · ';

export const TITLE_FONT: TextFont = { family: 'sans', size: 13, bold: true };
export const LINE_FONT: TextFont = { family: 'sans', size: 11 };
export const ID_FONT: TextFont = { family: 'mono', size: 11 };
export const FOLD_FONT: TextFont = { family: 'sans', size: 12 };
export const COUNT_FONT: TextFont = { family: 'sans', size: 12, bold: true };

export interface Lines {
  readonly title: FittedText;
  readonly subtitle: FittedText;
  readonly subtitleIsId: boolean;
}

/** The two lines of a node, shortened to the room that its shape leaves. */
export function nodeLines(graph: Graph, node: GraphNode, room: number): Lines {
  const title = fitText(cardTitle(node), room, TITLE_FONT);
  if (node.kind === 'policy') {
    return { title, subtitle: fitFirst(policyLines(graph, node), room, LINE_FONT), subtitleIsId: false };
  }
  if (node.ghost) {
    const subtitle = fitFirst([node.ghost.why, ...ghostLines(node.ghost, node.arn)], room, LINE_FONT);
    return { title, subtitle, subtitleIsId: false };
  }
  switch (node.kind) {
    case 'instance':
      return { title, subtitle: instanceLine(node, room), subtitleIsId: true };
    case 'profile': {
      const line = profileLine(node, room);
      const subtitle = line ?? fitText('id not supplied', room, LINE_FONT);
      return { title, subtitle, subtitleIsId: line !== undefined };
    }
    case 'role':
      return { title, subtitle: fitFirst(roleLines(graph, node), room, LINE_FONT), subtitleIsId: false };
    default:
      return { title, subtitle: fitFirst(sourceLines(node), room, LINE_FONT), subtitleIsId: false };
  }
}

/** What a ghost is in the few words that fit on it, from long to short; the whole reason is its `why`. */
function ghostLines(ghost: Ghost, arn: string | undefined): readonly string[] {
  const named = arn === undefined ? undefined : parseArn(arn)?.resourceType;
  switch (ghost.kind) {
    case 'gone':
      if (named === 'role') return ['a role ARN, not a profile', 'a role ARN'];
      if (named !== undefined && named !== 'instance-profile')
        return ['not the ARN of a profile', 'not a profile'];
      return ghost.remadeAs
        ? ['gone: made again as another id', 'gone: made again']
        : ['gone: no such profile', 'gone'];
    case 'denied':
      return ['not readable: cannot tell', 'not readable'];
    case 'not-loaded':
      return ['not loaded: cannot tell', 'not loaded'];
    case 'empty':
      return ['the instance gets no credentials', 'no credentials'];
  }
}

/** Names first: the Name tag, or the id of an instance that has none. */
export function nodeTitle(node: GraphNode): string {
  if (node.label !== '') return node.label;
  return node.kind === 'instance' ? node.instanceId : node.id;
}

/** As `nodeTitle`, without the version of a launch template, which stands in the second line. */
function cardTitle(node: GraphNode): string {
  const version = templateVersion(node);
  return (version && (version.LaunchTemplateName ?? version.LaunchTemplateId)) || nodeTitle(node);
}

function templateVersion(node: GraphNode): LaunchTemplateVersionRecord | undefined {
  if (node.kind !== 'launch-template' || !node.record || !('VersionNumber' in node.record)) return undefined;
  return node.record;
}

/** A line that starts with an id has the id in mono and the rest in the font of every other line. */
export function splitIdLine(line: string): readonly [id: string, rest: string] {
  const end = line.indexOf(SEPARATOR);
  return end === -1 ? [line, ''] : [line.slice(0, end), line.slice(end)];
}

/**
 * The longest form of an id that leaves room for the rest of its line. The first `rest` that fits is taken; the id alone is
 * left when none does.
 */
function fitIdLine(id: string, rests: readonly string[], room: number): string {
  for (const rest of rests) {
    const tail = rest === '' ? '' : SEPARATOR + rest;
    const left = room - textWidth(tail, LINE_FONT);
    const form = ID_FORMS.find(([head, end]) => idWidth(Math.min(id.length, head + end + 1)) <= left);
    if (form) return shortId(id, ...form) + tail;
  }
  return shortId(id, ...SHORTEST_ID);
}

/** How many characters of an id stand before and after its ellipsis, from whole to short. */
const ID_FORMS: readonly (readonly [head: number, tail: number])[] = [
  [99, 0],
  [8, 4],
  [6, 4],
];
const SHORTEST_ID = [4, 4] as const;

const idWidth = (characters: number): number => characters * ID_CHARACTER;
const ID_CHARACTER = textWidth('0', ID_FONT);

/** `i-0123456789abcdef0` as `i-01234…def0`: the ends are what people compare. */
function shortId(id: string, head: number, tail: number): string {
  return id.length <= head + tail + 1 ? id : `${id.slice(0, head)}…${id.slice(-tail)}`;
}

/** `eu-west-1a` as `euw1-a`, in the manner of AWS's zone ids; a name of another form stays whole. */
export function shortZone(zone: string): string {
  const match = /^([a-z]{2})((?:-[a-z]+)+)-(\d+)([a-z]?)$/.exec(zone);
  if (!match) return zone;
  const [, area = '', words = '', number = '', letter = ''] = match;
  const initials = words.split('-').map((word) => DIRECTIONS.get(word) ?? word.slice(0, 1));
  return `${area}${initials.join('')}${number}${letter === '' ? '' : `-${letter}`}`;
}

const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['northeast', 'ne'],
  ['northwest', 'nw'],
  ['southeast', 'se'],
  ['southwest', 'sw'],
]);

/** The id first, also where it is short, as it alone is in mono. */
function instanceLine(node: InstanceNode, room: number): FittedText {
  const { record } = node;
  const id = displayText(node.instanceId);
  const type = record?.InstanceType;
  const zone = record?.AvailabilityZone ?? node.region;
  const stopped = instanceState(node) === 'running' ? undefined : record?.State;
  const place = stopped ?? (zone && shortZone(zone));
  const full = displayText(joined(id, type, record?.State, zone));
  return { text: fitIdLine(id, [joined(type, place), place ?? type ?? ''], room), full };
}

function profileLine(node: ProfileNode, room: number): Lines['subtitle'] | undefined {
  const path = pathOf(node);
  const id = node.profileId;
  if (id === undefined) return path === undefined ? undefined : fitText(path, room, ID_FONT);
  const line = displayText(id);
  const rests = path === undefined ? [''] : [path, shortId(path, 10, 6)];
  return { text: fitIdLine(line, rests, room), full: joined(line, path) };
}

function pathOf(node: ProfileNode | RoleNode): string | undefined {
  const path = node.record?.Path;
  return path === undefined || path === '/' ? undefined : displayText(path);
}

/** From long to short. */
function roleLines(graph: Graph, role: RoleNode): readonly [string, ...string[]] {
  const refusal = trustLine(role);
  if (refusal === undefined) return [usersLine(graph, role)];
  if (refusal === CONDITION_DECIDES) return [refusal, 'depends on a condition'];
  return role.trust?.answer === 'no' ? [refusal, 'refuses EC2'] : [refusal];
}

function usersLine(graph: Graph, role: RoleNode): string {
  const { profiles, instances } = countUse(graph).ofRole(role.id);
  if (profiles === 0) return joined(role.serviceLinked ? 'service-linked' : 'in no profile', pathOf(role));
  const inProfiles = profiles === 1 ? undefined : `in ${profiles} profiles`;
  return joined(inProfiles, instances === 0 ? 'no instance' : counted(instances, 'instance'), pathOf(role));
}

/** What stands in the way of EC2, as a sentence's end. */
export function trustLine(role: RoleNode): string | undefined {
  switch (role.trust?.answer) {
    case 'no':
      return role.trust.reason === 'wrong-partition'
        ? 'trusts EC2 of another partition'
        : 'does not let EC2 assume it';
    case 'cannot-confirm':
      return role.trust.reason === 'not-supplied' || role.trust.reason === 'unreadable'
        ? 'trust policy not known'
        : CONDITION_DECIDES;
    default:
      return undefined;
  }
}

const CONDITION_DECIDES = 'a condition decides whether EC2 may';

export const POLICY_WORDS: Readonly<Record<PolicyNode['type'], string>> = {
  'aws-managed': 'AWS managed policy',
  'customer-managed': 'customer managed policy',
  inline: 'inline policy',
  unknown: 'policy',
};

/** From long to short: whose it is, and how many roles it gives permissions to or bounds. */
function policyLines(graph: Graph, node: PolicyNode): readonly [string, ...string[]] {
  const { ghost } = node;
  const unread = ghost?.kind === 'denied' ? 'not readable' : ghost && 'not read';
  if (node.type === 'unknown') return [ghost?.why ?? 'not read', unread ?? 'not read'];
  if (node.type === 'inline') return [joined('inline', unread)];
  const { has, bounds } = countPolicyUse(graph, node.id);
  const type = node.type === 'aws-managed' ? 'AWS managed' : 'customer managed';
  const short = node.type === 'aws-managed' ? 'AWS' : 'customer';
  const use = has === 0 && bounds > 0 ? undefined : counted(has, 'role');
  const bound = bounds === 0 ? undefined : `boundary of ${bounds}`;
  return [
    joined(type, use, bound, unread),
    joined(short, use, bound, unread),
    joined(short, unread ?? bound ?? use),
  ];
}

const SOURCE_WORDS: Readonly<Record<SourceNode['kind'], string>> = {
  'launch-template': 'launch template',
  'launch-configuration': 'launch configuration',
  'auto-scaling-group': 'Auto Scaling group',
  environment: 'Elastic Beanstalk environment',
};

/** From long to short: what counts is whether two marks are of one template, and of which version. */
function sourceLines(
  node: Exclude<GraphNode, InstanceNode | ProfileNode | RoleNode | PolicyNode>,
): readonly [string, ...string[]] {
  const place = node.region && shortZone(node.region);
  const record = templateVersion(node);
  if (record === undefined) return [joined(kindWords(node), place)];
  const version = `version ${record.VersionNumber}`;
  return [
    joined('launch template', version, place),
    joined(`template ${version}`, place),
    joined(`template v${record.VersionNumber}`, place),
  ];
}

/** The kind of a node as AWS calls it. */
export function kindWords(node: GraphNode): string {
  switch (node.kind) {
    case 'instance':
    case 'role':
    case 'principal':
    case 'account':
    case 'region':
      return node.kind;
    case 'policy':
      return POLICY_WORDS[node.type];
    case 'profile':
      return 'instance profile';
    default:
      return SOURCE_WORDS[node.kind];
  }
}

/** `1 instance`, `3 instances`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function joined(...parts: readonly (string | undefined)[]): string {
  let line = '';
  for (const part of parts) if (part) line += line === '' ? part : SEPARATOR + part;
  return line;
}
