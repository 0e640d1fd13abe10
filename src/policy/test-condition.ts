import type { ContextValue } from './access-verdict.ts';
import { isMultivalued } from './multivalued-keys.ts';
import { type Operator, operatorOf } from './operators.ts';
import { plainText, type ResolvedText } from './policy-variable.ts';
import { keyName, type PolicyCondition } from './statement.ts';
import { all, any, either, not, type Truth, truthOf } from './truth.ts';
import { literalText } from './wildcard.ts';

/**
 * Whether a condition holds for what a request carries under its key; `undefined` is a key that nobody knows. An empty list
 * of values counts as a key that isn't sent; and so do empty texts alone where AWS speaks of "a null dataset, such as an empty
 * string": for set operators. Whether `Null` takes them so is not said.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function testCondition(
  condition: PolicyCondition,
  value: ContextValue | undefined,
  resolve: (wanted: string) => ResolvedText,
): Truth {
  const values = value?.kind === 'values' && value.values.length > 0 ? value.values : undefined;
  const empty = values?.every((each) => each === '') === true;
  if (condition.operator === 'null') {
    return value === undefined || empty
      ? whateverPresence(condition)
      : testPresence(condition, values !== undefined);
  }
  const operator = operatorOf(condition.operator);
  if (operator === undefined || value === undefined) return 'unknown';
  return values === undefined || (empty && condition.set !== undefined)
    ? testAbsent(condition, operator)
    : testValues(condition, operator, values, resolve);
}

/** A key that isn't sent fails a plain operator, and passes a negated one, `…IfExists` and `ForAllValues`. */
function testAbsent(condition: PolicyCondition, operator: Operator): Truth {
  if (condition.set === 'all') return 'yes';
  // The two pages above disagree on a missing key here: IfExists passes it, ForAnyValue fails it.
  if (condition.set === 'any') return condition.ifExists ? 'unknown' : 'no';
  return condition.ifExists || operator.negated ? 'yes' : 'no';
}

function testValues(
  condition: PolicyCondition,
  operator: Operator,
  values: readonly string[],
  resolve: (wanted: string) => ResolvedText,
): Truth {
  const wanted = condition.values.map((each) => (operator.variables ? resolve(each) : plainText(each)));
  const each = values.map((value) => {
    const matched = any(wanted.map((one) => compare(operator, value, one)));
    return operator.negated ? not(matched) : matched;
  });
  if (condition.set === 'all') return all(each);
  if (condition.set === 'any') return any(each);
  // "Multivalued context keys require a condition set operator": AWS does not say what happens without one.
  if (isMultivalued(keyName(condition))) return 'unknown';
  return either(all(each), any(each));
}

function compare(operator: Operator, actual: string, wanted: ResolvedText): Truth {
  switch (wanted.kind) {
    case 'null':
      return 'no';
    case 'unknown':
      return operator.widens && operator.compare(literalText(actual), wanted.widest) === false
        ? 'no'
        : 'unknown';
    case 'text':
      return truthOf(
        operator.wildcards
          ? operator.compare(literalText(actual), wanted.pattern)
          : operator.compare(actual, wanted.plain),
      );
  }
}

/** `Null: true` asks that the key be missing, `Null: false` that it be there. */
function testPresence(condition: PolicyCondition, present: boolean): Truth {
  const wanted = present ? 'false' : 'true';
  return condition.values.some((value) => value.toLowerCase() === wanted) ? 'yes' : 'no';
}

function whateverPresence(condition: PolicyCondition): Truth {
  return either(testPresence(condition, true), testPresence(condition, false));
}
