import type { PolicyCondition } from './statement.ts';

/** A condition as a sentence's end that says what must hold: `aws:RequestedRegion is "eu-west-1" or "us-east-1"`. */
export function conditionWords(condition: PolicyCondition): string {
  const { operator, values, ifExists, set, key } = condition;
  if (operator === 'null') return `${key} is ${values[0]?.toLowerCase() === 'true' ? 'absent' : 'present'}`;
  const test = TESTS.get(operator);
  const tested = test === undefined ? `${condition.written} ${listed(values)}` : `${test} ${listed(values)}`;
  const of = set === undefined ? key : set === 'any' ? `any value of ${key}` : `every value of ${key}`;
  return `${of} ${tested}${ifExists ? ', or absent' : ''}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const TESTS: ReadonlyMap<string, string> = new Map([
  ['stringequals', 'is'],
  ['stringnotequals', 'is not'],
  ['stringequalsignorecase', 'is, in any letter case,'],
  ['stringnotequalsignorecase', 'is not, in any letter case,'],
  ['stringlike', 'is like'],
  ['stringnotlike', 'is not like'],
  ['numericequals', 'is'],
  ['numericnotequals', 'is not'],
  ['numericlessthan', 'is less than'],
  ['numericlessthanequals', 'is at most'],
  ['numericgreaterthan', 'is more than'],
  ['numericgreaterthanequals', 'is at least'],
  ['dateequals', 'is'],
  ['datenotequals', 'is not'],
  ['datelessthan', 'is before'],
  ['datelessthanequals', 'is no later than'],
  ['dategreaterthan', 'is after'],
  ['dategreaterthanequals', 'is no earlier than'],
  ['bool', 'is'],
  ['binaryequals', 'is'],
  ['ipaddress', 'is in'],
  ['notipaddress', 'is not in'],
  ['arnequals', 'is like'],
  ['arnlike', 'is like'],
  ['arnnotequals', 'is not like'],
  ['arnnotlike', 'is not like'],
]);

function listed(values: readonly string[]): string {
  if (values.length === 0) return 'nothing';
  return values
    .map((value) => (/^(true|false|\d[\d.]*(\/\d+)?)$/.test(value) ? value : `"${value}"`))
    .join(' or ');
}
