import { parseArn } from '../base/arn.ts';
import { matchesPattern } from './wildcard.ts';

/** Compares the value of a request with one value of the policy; `undefined` when they can't be compared. */
type Comparison = (actual: string, wanted: string) => boolean | undefined;

/** An operator without `Not`, prefix and `IfExists`; `negated` turns its answer round. */
export interface Operator {
  readonly compare: Comparison;
  readonly negated: boolean;
}

/**
 * The condition operators of IAM by lower-case name, except `Null`, which looks at presence alone:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...both('stringequals', 'stringnotequals', (actual, wanted) => actual === wanted),
  ...both('stringequalsignorecase', 'stringnotequalsignorecase', sameText),
  ...both('stringlike', 'stringnotlike', (actual, wanted) => matchesPattern(wanted, actual)),
  ...both('arnequals', 'arnnotequals', matchesArn),
  ...both('arnlike', 'arnnotlike', matchesArn),
  ...both('numericequals', 'numericnotequals', (a, b) => ordered(a, b, Number, (order) => order === 0)),
  ...both('dateequals', 'datenotequals', (a, b) => ordered(a, b, seconds, (order) => order === 0)),
  ...plain('numericlessthan', (a, b) => ordered(a, b, Number, (order) => order < 0)),
  ...plain('numericlessthanequals', (a, b) => ordered(a, b, Number, (order) => order <= 0)),
  ...plain('numericgreaterthan', (a, b) => ordered(a, b, Number, (order) => order > 0)),
  ...plain('numericgreaterthanequals', (a, b) => ordered(a, b, Number, (order) => order >= 0)),
  ...plain('datelessthan', (a, b) => ordered(a, b, seconds, (order) => order < 0)),
  ...plain('datelessthanequals', (a, b) => ordered(a, b, seconds, (order) => order <= 0)),
  ...plain('dategreaterthan', (a, b) => ordered(a, b, seconds, (order) => order > 0)),
  ...plain('dategreaterthanequals', (a, b) => ordered(a, b, seconds, (order) => order >= 0)),
  ...plain('bool', sameText),
  ...plain('binaryequals', (actual, wanted) => actual === wanted),
  ...both('ipaddress', 'notipaddress', () => undefined),
]);

/** The operator of a lower-case name; `undefined` for one that IAM doesn't know. */
export function operatorOf(name: string): Operator | undefined {
  return OPERATORS.get(name);
}

function both(positive: string, negative: string, compare: Comparison): [string, Operator][] {
  return [
    [positive, { compare, negated: false }],
    [negative, { compare, negated: true }],
  ];
}

function plain(name: string, compare: Comparison): [string, Operator][] {
  return [[name, { compare, negated: false }]];
}

function sameText(actual: string, wanted: string): boolean {
  return actual.toLowerCase() === wanted.toLowerCase();
}

/** Each of the six parts of an ARN is matched for itself. */
function matchesArn(actual: string, wanted: string): boolean | undefined {
  if (parseArn(actual) === undefined) return undefined;
  const parts = splitArn(actual);
  const patterns = splitArn(wanted);
  return (
    patterns.length === parts.length && patterns.every((each, at) => matchesPattern(each, parts[at] ?? ''))
  );
}

function splitArn(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function ordered(
  actual: string,
  wanted: string,
  read: (text: string) => number,
  test: (order: number) => boolean,
): boolean | undefined {
  const order = read(actual) - read(wanted);
  return Number.isNaN(order) ? undefined : test(order);
}

/** A date of a policy in seconds: ISO 8601, or seconds since 1970 as a number. */
function seconds(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}
