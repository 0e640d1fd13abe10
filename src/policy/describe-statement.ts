import { compareText } from '../base/compare.ts';
import { conditionWords } from './condition-words.ts';
import { ACCESS_LEVELS, type AccessLevel, type ActionFacts, type ServiceActions } from './service-actions.ts';
import type { PolicyStatement } from './statement.ts';
import { matchesAction } from './wildcard.ts';

/** A statement of a permissions policy in parts that read one after another: effect, actions, resources, conditions. */
export interface ReadableStatement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** `NotAction`: everything but these. */
  readonly allBut: boolean;
  /** `*`: every action of every service. */
  readonly everything: boolean;
  /** In order of service. */
  readonly services: readonly ServicePatterns[];
  readonly resources: readonly string[];
  /** `NotResource`: every resource but these. */
  readonly allResourcesBut: boolean;
  /** "aws:SourceVpc is vpc-1", each of which must hold. */
  readonly conditions: readonly string[];
  /** A part that nobody can read. */
  readonly unreadable?: string | undefined;
}

/** What a statement says of one service. */
export interface ServicePatterns {
  /** Lower case, without wildcards: `s3`. Empty for what names no service that one could look up. */
  readonly service: string;
  /** As written: `s3:Get*`. */
  readonly patterns: readonly string[];
}

/** Takes a statement apart for people. */
export function describeStatement(statement: PolicyStatement): ReadableStatement {
  const { index, sid, effect, actions, notActions, resources, notResources, conditions, unreadable } =
    statement;
  const patterns = actions ?? notActions ?? [];
  return {
    index,
    sid,
    effect,
    allBut: actions === undefined && notActions !== undefined,
    everything: patterns.some(isEverything),
    services: byService(patterns.filter((pattern) => !isEverything(pattern))),
    resources: resources ?? notResources ?? [],
    allResourcesBut: resources === undefined && notResources !== undefined,
    conditions: conditions.map(conditionWords),
    unreadable,
  };
}

function isEverything(pattern: string): boolean {
  return /^\*+(:\*+)?$/.test(pattern);
}

function byService(patterns: readonly string[]): readonly ServicePatterns[] {
  const services = new Map<string, string[]>();
  for (const pattern of patterns) {
    const service = serviceOf(pattern);
    const list = services.get(service);
    if (list) list.push(pattern);
    else services.set(service, [pattern]);
  }
  return Array.from(services, ([service, own]) => ({ service, patterns: own.sort(compareText) })).sort(
    (a, b) => compareText(a.service, b.service),
  );
}

/** The service of a pattern: `s3` of `S3:Get*`; empty when the service itself is a pattern, or missing. */
function serviceOf(pattern: string): string {
  const colon = pattern.indexOf(':');
  const service = colon === -1 ? '' : pattern.slice(0, colon).toLowerCase();
  return /^[a-z0-9-]+$/.test(service) ? service : '';
}

/** What patterns of one service stand for. */
export interface MatchedActions {
  /** Only levels that have an action, in the order of {@link ACCESS_LEVELS}. */
  readonly levels: readonly LevelActions[];
  /** How many actions in all. */
  readonly count: number;
  /** Every action of the service. */
  readonly whole: boolean;
  /** Patterns that stand for no action that AWS lists: misspelled, newer than the list, or without effect. */
  readonly unknown: readonly string[];
}

export interface LevelActions {
  readonly level: AccessLevel;
  readonly actions: readonly ActionFacts[];
  /** How many actions of this level the service has. */
  readonly of: number;
}

/** The actions that some patterns stand for, by access level. IAM compares them without letter case. */
export function matchActions(patterns: readonly string[], service: ServiceActions): MatchedActions {
  const hits = new Set<string>();
  const matched = service.actions.filter((action) => {
    const name = `${service.prefix}:${action.name}`;
    const by = patterns.filter((pattern) => matchesAction(pattern, name));
    for (const pattern of by) hits.add(pattern);
    return by.length > 0;
  });
  return {
    levels: ACCESS_LEVELS.flatMap((level) => {
      const actions = matched.filter((action) => action.level === level);
      const of = service.actions.filter((action) => action.level === level).length;
      return actions.length === 0 ? [] : [{ level, actions, of }];
    }),
    count: matched.length,
    whole: matched.length === service.actions.length && matched.length > 0,
    unknown: patterns.filter((pattern) => !hits.has(pattern)),
  };
}

/** `s3:GetObjects` → `s3:GetObject`: the action that was likely meant, if one is within a letter or two. */
export function likelyMeant(pattern: string, service: ServiceActions): string | undefined {
  const name = pattern.slice(pattern.indexOf(':') + 1).toLowerCase();
  if (name.length < 4 || /[*?]/.test(name)) return undefined;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const action of service.actions) {
    const distance = editDistance(name, action.name.toLowerCase(), 2);
    if (distance <= 2 && (best === undefined || distance < best.distance))
      best = { name: action.name, distance };
  }
  return best && `${service.prefix}:${best.name}`;
}

/** Letters to add, drop or change; more than `most` when it is further. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}
