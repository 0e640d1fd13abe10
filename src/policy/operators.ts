import { parseArn } from '../base/arn.ts';
import { matchesArnParts } from './arn-pattern.ts';
import { isInRange } from './ip-address.ts';
import { matchesPattern } from './wildcard.ts';

/** Compares the value of a request with one value of the policy; `undefined` when they can't be compared. */
type Comparison = (actual: string, wanted: string) => boolean | undefined;

interface Traits {
  /** `*` and `?` in the policy's value are wildcards. */
  readonly wildcards: boolean;
  /** Policy variables in the policy's value are replaced. */
  readonly variables: boolean;
  /** A wider pattern matches whatever a narrower one does, so that a miss of the wider is a miss. */
  readonly widens: boolean;
}

/** An operator without `Not`, prefix and `IfExists`; `negated` turns its answer round. */
export interface Operator extends Traits {
  readonly compare: Comparison;
  readonly negated: boolean;
}

const TEXT: Traits = { wildcards: false, variables: true, widens: false };
const PATTERN: Traits = { wildcards: true, variables: true, widens: true };
const VALUE: Traits = { wildcards: false, variables: false, widens: false };

/**
 * The condition operators of IAM by lower-case name, except `Null`, which looks at presence alone:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...both('stringequals', 'stringnotequals', TEXT, (actual, wanted) => actual === wanted),
  ...both('stringequalsignorecase', 'stringnotequalsignorecase', TEXT, sameText),
  ...both('stringlike', 'stringnotlike', PATTERN, (actual, wanted) => matchesPattern(wanted, actual)),
  ...both('arnequals', 'arnnotequals', PATTERN, matchesArn),
  ...both('arnlike', 'arnnotlike', PATTERN, matchesArn),
  ...both('numericequals', 'numericnotequals', VALUE, (a, b) =>
    ordered(a, b, toNumber, (order) => order === 0),
  ),
  ...both('dateequals', 'datenotequals', VALUE, (a, b) => ordered(a, b, seconds, (order) => order === 0)),
  ...plain('numericlessthan', (a, b) => ordered(a, b, toNumber, (order) => order < 0)),
  ...plain('numericlessthanequals', (a, b) => ordered(a, b, toNumber, (order) => order <= 0)),
  ...plain('numericgreaterthan', (a, b) => ordered(a, b, toNumber, (order) => order > 0)),
  ...plain('numericgreaterthanequals', (a, b) => ordered(a, b, toNumber, (order) => order >= 0)),
  ...plain('datelessthan', (a, b) => ordered(a, b, seconds, (order) => order < 0)),
  ...plain('datelessthanequals', (a, b) => ordered(a, b, seconds, (order) => order <= 0)),
  ...plain('dategreaterthan', (a, b) => ordered(a, b, seconds, (order) => order > 0)),
  ...plain('dategreaterthanequals', (a, b) => ordered(a, b, seconds, (order) => order >= 0)),
  ...plain('bool', sameText),
  ...plain('binaryequals', (actual, wanted) => actual === wanted),
  ...both('ipaddress', 'notipaddress', VALUE, isInRange),
]);

/** The operator of a lower-case name; `undefined` for one that IAM doesn't know. */
export function operatorOf(name: string): Operator | undefined {
  return OPERATORS.get(name);
}

function both(positive: string, negative: string, traits: Traits, compare: Comparison): [string, Operator][] {
  return [
    [positive, { ...traits, compare, negated: false }],
    [negative, { ...traits, compare, negated: true }],
  ];
}

function plain(name: string, compare: Comparison): [string, Operator][] {
  return [[name, { ...VALUE, compare, negated: false }]];
}

function sameText(actual: string, wanted: string): boolean {
  return actual.toLowerCase() === wanted.toLowerCase();
}

function matchesArn(actual: string, wanted: string): boolean | undefined {
  return parseArn(actual) === undefined ? undefined : matchesArnParts(wanted, actual);
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

function toNumber(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** A date of a policy in seconds: ISO 8601, or seconds since 1970 as a number. */
function seconds(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}
