import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeDocument } from '../policy/decode-document.ts';

/** A statement of a policy, as it is written. */
export interface StatementText {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: { readonly AWS: string } | undefined;
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

/** Statements as a whole policy document. */
export function policyText(statements: readonly StatementText[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}

/**
 * A pasted policy with statements added behind its own, which stay as they are; an empty text becomes a policy of these alone.
 * A `Sid` that is taken gets a number, since AWS takes each once in a policy. A statement that is there already is not added.
 * The error is a sentence's end.
 */
export function addStatements(policy: string, statements: readonly StatementText[]): Result<string, string> {
  if (policy.trim() === '') return ok(policyText(statements));
  const document = decodeDocument(policy);
  if (!document.ok) return document;
  const own = document.value.Statement;
  if (own === undefined || own === null) return fail('the policy has no Statement');
  const merged: JsonValue[] = Array.isArray(own) ? [...(own as readonly JsonValue[])] : [own];
  for (const statement of statements) {
    if (merged.some((each) => sameButSid(each, statement))) continue;
    merged.push(asJson({ ...statement, Sid: freeSid(statement.Sid, merged) }));
  }
  return ok(JSON.stringify({ ...document.value, Statement: merged }, undefined, 2));
}

function freeSid(sid: string, statements: readonly JsonValue[]): string {
  const taken = new Set(statements.map(sidOf));
  let free = sid;
  for (let number = 2; taken.has(free); number += 1) free = `${sid}${number}`;
  return free;
}

function sidOf(statement: JsonValue): JsonValue | undefined {
  return isObject(statement) ? statement.Sid : undefined;
}

function sameButSid(statement: JsonValue, other: StatementText): boolean {
  if (!isObject(statement)) return false;
  return bare(statement) === bare(asJson(other));
}

/** Order of keys aside, in so far as people keep them as AWS writes them. */
function bare(statement: JsonValue): string {
  if (!isObject(statement)) return '';
  const { Sid: _, ...rest } = statement;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asJson(statement: StatementText): JsonValue {
  const { Sid, Effect, Principal, Action, Resource } = statement;
  return { Sid, Effect, ...(Principal && { Principal: { AWS: Principal.AWS } }), Action, Resource };
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
