import { ec2KeyFact, type KeyFact, type RequestFacts } from './ec2-context.ts';
import { operatorOf } from './operators.ts';
import { plainText, type ResolvedText } from './policy-variable.ts';
import type { PolicyCondition } from './statement.ts';
import { testCondition } from './test-condition.ts';

/** Whether EC2's request meets a condition. */
export type ConditionOutcome =
  /** `byAbsence` when only because EC2 doesn't send the key. */
  | { readonly kind: 'met'; readonly byAbsence: boolean }
  | { readonly kind: 'never'; readonly detail: string }
  | { readonly kind: 'undecided'; readonly detail: string };

/**
 * Weighs all conditions of a statement for EC2's request; all must be met. A key that isn't sent fails a plain operator, and
 * passes a negated one, `…IfExists` and `ForAllValues`.
 */
export function weighConditions(
  conditions: readonly PolicyCondition[],
  request: RequestFacts,
): ConditionOutcome {
  let doubt: ConditionOutcome | undefined;
  let byAbsence = false;
  const refusals: string[] = [];
  for (const condition of conditions) {
    const outcome = weigh(condition, request);
    if (outcome.kind === 'never') refusals.push(outcome.detail);
    else if (outcome.kind === 'undecided') doubt ??= outcome;
    else byAbsence ||= outcome.byAbsence;
  }
  if (refusals.length > 0) return { kind: 'never', detail: refusals.join('; ') };
  return doubt ?? { kind: 'met', byAbsence };
}

function weigh(condition: PolicyCondition, request: RequestFacts): ConditionOutcome {
  const fact = ec2KeyFact(condition.key, request);
  switch (fact.kind) {
    case 'unknown':
      return undecided(
        condition,
        `it depends on ${condition.key}, and AWS does not say what EC2 sends there`,
      );
    case 'absent':
      return whenAbsent(condition);
    case 'value':
      return whenPresent(condition, fact.value);
    case 'value-or-absent':
      return agreed(condition, fact);
  }
}

function whenAbsent(condition: PolicyCondition): ConditionOutcome {
  switch (testCondition(condition, { kind: 'absent' }, unresolved)) {
    case 'yes':
      return { kind: 'met', byAbsence: true };
    case 'no':
      return never(condition, `EC2 does not send ${condition.key}`);
    case 'unknown':
      return notDocumented(condition, 'for a key that is not sent');
  }
}

function whenPresent(condition: PolicyCondition, value: string): ConditionOutcome {
  switch (testCondition(condition, { kind: 'values', values: [value] }, unresolved)) {
    case 'yes':
      return { kind: 'met', byAbsence: false };
    case 'no':
      if (condition.operator === 'null') return never(condition, `EC2 sends ${condition.key}`);
      if (TIME_KEYS.has(condition.key.toLowerCase())) return notNow(condition, value);
      return never(condition, `${condition.key} is ${value}`);
    case 'unknown':
      if (operatorOf(condition.operator) === undefined) return notDocumented(condition, '');
      return undecided(condition, `${condition.key} cannot be compared with ${list(condition)}`);
  }
}

/** EC2's request fills no policy variable that its conditions are known to use. */
function unresolved(wanted: string): ResolvedText {
  return wanted.includes('${') ? { kind: 'unknown', widest: '*', keys: [] } : plainText(wanted);
}

function notDocumented(condition: PolicyCondition, when: string): ConditionOutcome {
  return operatorOf(condition.operator) === undefined
    ? undecided(condition, `${condition.written} is not an operator that IAM documents`)
    : undecided(condition, `AWS does not document ${condition.written} ${when}`);
}

/** What these keys hold is another thing each time one looks. */
const TIME_KEYS: ReadonlySet<string> = new Set(['aws:currenttime', 'aws:epochtime']);

/** Not met at the time of the question, which doesn't say never. */
function notNow(condition: PolicyCondition, now: string): ConditionOutcome {
  const [limit, ...others] = condition.values;
  const when = others.length === 0 ? DATE_LIMITS.get(condition.operator) : undefined;
  const detail = when && limit ? `is not met ${when} ${limit}` : `is not met at ${now}`;
  return { kind: 'never', detail: `${inWords(condition)} ${detail}` };
}

const DATE_LIMITS: ReadonlyMap<string, string> = new Map([
  ['dategreaterthan', 'before'],
  ['dategreaterthanequals', 'before'],
  ['datelessthan', 'after'],
  ['datelessthanequals', 'after'],
]);

/** The answer if it is the same whether or not the key is sent. */
function agreed(
  condition: PolicyCondition,
  fact: Extract<KeyFact, { kind: 'value-or-absent' }>,
): ConditionOutcome {
  const absent = whenAbsent(condition);
  const present = whenPresent(condition, fact.value);
  if (absent.kind === present.kind) return present;
  return undecided(condition, `it depends on whether EC2 sends ${condition.key}`);
}

function never(condition: PolicyCondition, because: string): ConditionOutcome {
  return { kind: 'never', detail: `${inWords(condition)} is never met: ${because}` };
}

function undecided(condition: PolicyCondition, because: string): ConditionOutcome {
  return { kind: 'undecided', detail: `${inWords(condition)}: ${because}` };
}

/** A condition as people write it: `StringEquals sts:ExternalId "abc"`. */
export function inWords(condition: PolicyCondition): string {
  return `${condition.written} ${condition.key} ${list(condition)}`;
}

function list(condition: PolicyCondition): string {
  return condition.values.map((value) => JSON.stringify(value)).join(', ');
}
