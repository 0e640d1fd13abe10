import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeDocument, isPolicyObject, type PolicyObject } from './decode-document.ts';
import { matchesAction, matchesPattern } from './wildcard.ts';

/** Who a statement is about, whatever the spelling it came in. */
export interface PrincipalSet {
  /** `Principal: "*"`, or `*` under `AWS`. */
  readonly anyone: boolean;
  /** Account ids, ARNs and unique ids under `AWS`, without the wildcard. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
  readonly federated: readonly string[];
  readonly canonicalUsers: readonly string[];
}

/** One operator on one key: `{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}`. */
export interface PolicyCondition {
  /** Lower-case, without prefix and `IfExists`: `stringequals`. */
  readonly operator: string;
  /** As written, for the reader. */
  readonly written: string;
  readonly ifExists: boolean;
  readonly set?: 'any' | 'all' | undefined;
  /** As written; {@link keyName} compares. */
  readonly key: string;
  /** Booleans and numbers as text, as AWS compares them. */
  readonly values: readonly string[];
}

/** A statement of a policy with every optional list made a list. Actions keep their letter case. */
export interface PolicyStatement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly principal?: PrincipalSet | undefined;
  readonly notPrincipal?: PrincipalSet | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly notActions?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
  readonly notResources?: readonly string[] | undefined;
  readonly conditions: readonly PolicyCondition[];
  /** A part that nobody can read; the statement must then not decide anything. */
  readonly unreadable?: string | undefined;
  /** Whether `${…}` is a variable: only in documents of version 2012-10-17. */
  readonly variables: boolean;
}

/**
 * The statements of a policy document in any form that {@link decodeDocument} takes. A single statement object counts as a
 * list of one. Fails when there is no `Statement` at all, for that's an unreadable policy and not an empty one.
 */
export function readStatements(document: JsonValue | undefined): Result<readonly PolicyStatement[], string> {
  const policy = decodeDocument(document);
  if (!policy.ok) return policy;
  const statement = field(policy.value, 'Statement');
  if (statement === undefined || statement === null) return fail('the document has no Statement');
  const list = Array.isArray(statement) ? (statement as readonly JsonValue[]) : [statement];
  const variables = field(policy.value, 'Version') === '2012-10-17';
  const statements: PolicyStatement[] = [];
  for (const [index, item] of list.entries()) {
    if (!isPolicyObject(item)) return fail(`statement ${index + 1} is not an object`);
    const read = readStatement(item, index, variables);
    if (read === undefined) return fail(`statement ${index + 1} has no Effect of Allow or Deny`);
    statements.push(read);
  }
  return ok(statements);
}

function readStatement(item: PolicyObject, index: number, variables: boolean): PolicyStatement | undefined {
  const said = field(item, 'Effect');
  const effect = typeof said === 'string' ? said.toLowerCase() : '';
  if (effect !== 'allow' && effect !== 'deny') return undefined;
  const sid = field(item, 'Sid');
  const conditions = readConditions(field(item, 'Condition'));
  return {
    index,
    sid: typeof sid === 'string' && sid !== '' ? sid : undefined,
    effect: effect === 'allow' ? 'Allow' : 'Deny',
    principal: readPrincipal(field(item, 'Principal')),
    notPrincipal: readPrincipal(field(item, 'NotPrincipal')),
    actions: readTexts(field(item, 'Action')),
    notActions: readTexts(field(item, 'NotAction')),
    resources: readTexts(field(item, 'Resource')),
    notResources: readTexts(field(item, 'NotResource')),
    conditions: conditions ?? [],
    unreadable: conditions === undefined ? 'Condition' : undefined,
    variables,
  };
}

/** Own keys only, so that `__proto__` and friends stay data; exact spelling first, then any letter case. */
function field(object: PolicyObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const lower = name.toLowerCase();
  const key = Object.keys(object).find((each) => each.length === name.length && each.toLowerCase() === lower);
  return key === undefined ? undefined : object[key];
}

function readPrincipal(value: JsonValue | undefined): PrincipalSet | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isPolicyObject(value)) {
    const texts = readTexts(value) ?? [];
    return principalSet(texts, [], [], []);
  }
  return principalSet(
    readTexts(field(value, 'AWS')) ?? [],
    readTexts(field(value, 'Service')) ?? [],
    readTexts(field(value, 'Federated')) ?? [],
    readTexts(field(value, 'CanonicalUser')) ?? [],
  );
}

function principalSet(
  aws: readonly string[],
  services: readonly string[],
  federated: readonly string[],
  canonicalUsers: readonly string[],
): PrincipalSet {
  return {
    anyone: aws.includes('*'),
    aws: aws.includes('*') ? aws.filter((each) => each !== '*') : aws,
    services,
    federated,
    canonicalUsers,
  };
}

/** A text or a list of texts as a list; `undefined` when the field isn't there. */
function readTexts(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return list.filter(isScalar).map((each) => String(each).trim());
}

function isScalar(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const SET_PREFIX = /^for(any|all)values?:/i;
const IF_EXISTS = /ifexists$/i;

/** `undefined` when the element is there but has another shape than operator → key → values. */
function readConditions(value: JsonValue | undefined): readonly PolicyCondition[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isPolicyObject(value)) return undefined;
  const conditions: PolicyCondition[] = [];
  for (const [written, tests] of Object.entries(value)) {
    if (!isPolicyObject(tests)) return undefined;
    const prefix = SET_PREFIX.exec(written);
    const bare = written.replace(SET_PREFIX, '');
    for (const [key, values] of Object.entries(tests)) {
      conditions.push({
        operator: bare.replace(IF_EXISTS, '').toLowerCase(),
        written,
        ifExists: IF_EXISTS.test(bare),
        set: prefix === null ? undefined : prefix[1]?.toLowerCase() === 'any' ? 'any' : 'all',
        key,
        values: readTexts(values) ?? [],
      });
    }
  }
  return conditions;
}

/** Condition keys are compared without letter case: `aws:sourceip` is `aws:SourceIp`. */
export function keyName(condition: PolicyCondition): string {
  return condition.key.toLowerCase();
}

/** Whether a statement's Action or NotAction covers an action such as `sts:AssumeRole`. */
export function coversAction(statement: PolicyStatement, action: string): boolean {
  if (statement.actions !== undefined) return statement.actions.some((each) => matchesAction(each, action));
  if (statement.notActions !== undefined)
    return !statement.notActions.some((each) => matchesAction(each, action));
  return false;
}

/** Whether a statement's Resource or NotResource covers a resource. Trust policies have neither, and cover their role. */
export function coversResource(statement: PolicyStatement, resource: string): boolean {
  if (statement.resources !== undefined)
    return statement.resources.some((each) => matchesPattern(each, resource));
  if (statement.notResources !== undefined) {
    return !statement.notResources.some((each) => matchesPattern(each, resource));
  }
  return true;
}
