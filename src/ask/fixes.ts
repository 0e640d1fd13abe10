import { bareName } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { RoleNode } from '../graph/graph.ts';
import type { StatementText } from './add-statements.ts';
import type { PairAnswer, ResourceSide } from './judge-pair.ts';

/** Where a statement is missing. */
export type FixSide = 'identity' | 'boundary' | 'bucket' | 'key' | 'other';

/** The least that one side would have to allow. */
export interface Fix {
  readonly side: FixSide;
  /** `perhaps` when the answer hangs on that side: its policy was not seen, or is silent while another may speak for it. */
  readonly need: 'lacks' | 'perhaps';
  readonly statements: readonly StatementText[];
  readonly actions: readonly string[];
}

/**
 * What would have to be added so that all pairs are allowed, side by side, each with just the actions and resources that it
 * lacks. Nothing for a pair that a statement denies: no Allow outweighs a Deny.
 * Across accounts both the role's own policies and the resource's must allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function fixesFor(answers: readonly PairAnswer[], role: RoleNode): readonly Fix[] {
  const open = answers.filter(({ verdict }) => verdict.answer !== 'explicitly-denied');
  const own = (side: 'identity' | 'boundary'): readonly Fix[] =>
    fix(side, open, lacksAt(side), perhapsAt(side), (list) => ownStatements(list, side));
  const theirs = (side: Exclude<ResourceSide, 'none'>): readonly Fix[] =>
    role.arn === undefined
      ? []
      : fix(
          side,
          open.filter((each) => each.side === side),
          lacksAt('resource'),
          perhapsAtResource,
          (list) => resourceStatements(list, side, role.arn ?? ''),
        );
  return [...own('identity'), ...own('boundary'), ...theirs('bucket'), ...theirs('key'), ...theirs('other')];
}

type Test = (answer: PairAnswer) => boolean;

function fix(
  side: FixSide,
  answers: readonly PairAnswer[],
  lacks: Test,
  perhaps: Test,
  write: (answers: readonly PairAnswer[]) => readonly StatementText[],
): readonly Fix[] {
  const lacking = answers.filter(lacks);
  const chosen = lacking.length > 0 ? lacking : answers.filter(perhaps);
  if (chosen.length === 0) return [];
  const actions = [...new Set(chosen.map(({ pair }) => pair.action))];
  return [{ side, need: lacking.length > 0 ? 'lacks' : 'perhaps', statements: write(chosen), actions }];
}

function lacksAt(side: 'identity' | 'boundary' | 'resource'): Test {
  return ({ verdict }) => verdict.lacking.includes(side);
}

/** Silent, and perhaps needed: an answer that cannot be told rests on it. */
function perhapsAt(side: 'identity' | 'boundary'): Test {
  return ({ verdict }) => verdict.answer === 'cannot-tell' && verdict.sides[side] === 'silent';
}

/** Nobody saw the policy, and the resource is another account's, or may be. */
function perhapsAtResource({ verdict, relation, side }: PairAnswer): boolean {
  if (verdict.answer === 'allowed' || verdict.lacking.includes('resource')) return false;
  if (relation === 'same' && side !== 'key') return false;
  return verdict.sides.resource === 'undecided' || verdict.sides.resource === 'silent';
}

function ownStatements(
  answers: readonly PairAnswer[],
  side: 'identity' | 'boundary',
): readonly StatementText[] {
  const prefix = side === 'identity' ? 'Allow' : 'Limit';
  return grouped(answers).map(({ actions, resources }) => ({
    Sid: `${prefix}${sidWords(actions)}`,
    Effect: 'Allow',
    Action: actions,
    Resource: one(resources),
  }));
}

/** In the policy of a KMS key the only resource is the key itself, written `*`. */
function resourceStatements(
  answers: readonly PairAnswer[],
  side: ResourceSide,
  roleArn: string,
): readonly StatementText[] {
  const words = bareName(roleArn).split(/[^A-Za-z0-9]+/);
  const name = words.map(capital).join('');
  const groups =
    side === 'key'
      ? [{ actions: sorted(answers.map(({ pair }) => pair.action)), resources: ['*'] }]
      : grouped(answers);
  return groups.map(({ actions, resources }) => ({
    Sid: `Allow${name}${sidWords(actions)}`,
    Effect: 'Allow',
    Principal: { AWS: roleArn },
    Action: actions,
    Resource: one(resources),
  }));
}

interface Group {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** One statement for all actions on the same resource. */
function grouped(answers: readonly PairAnswer[]): readonly Group[] {
  const byResource = groupBy(answers, ({ pair }) => pair.resource);
  return [...byResource]
    .map(([resource, list]) => ({
      actions: sorted(list.map(({ pair }) => pair.action)),
      resources: [resource],
    }))
    .sort((a, b) => compareText(a.resources[0] ?? '', b.resources[0] ?? ''));
}

function sorted(actions: readonly string[]): readonly string[] {
  return [...new Set(actions)].sort(compareText);
}

function one(resources: readonly string[]): string | readonly string[] {
  return resources.length === 1 ? (resources[0] ?? '') : resources;
}

/** AWS takes letters and digits only in a `Sid`. */
function sidWords(actions: readonly string[]): string {
  const [first = ''] = actions;
  const word = first.slice(first.indexOf(':') + 1).replace(/[^A-Za-z0-9]/g, '');
  return actions.length === 1 ? capital(word) : `${capital(word)}And${actions.length - 1}More`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
