import type { JsonValue } from '../base/json.ts';
import { type CredentialField, credentialField, type NamedRawCredentials } from './pasted-credentials.ts';

/**
 * The sets of credentials in the JSON output of `aws sts assume-role…`, `get-session-token`, `get-federation-token`,
 * `aws cognito-identity get-credentials-for-identity`, `aws configure export-credentials`, `aws iam create-access-key`, or
 * in any object around those. `undefined` when the text holds no JSON.
 */
export function readJsonCredentials(text: string): readonly NamedRawCredentials[] | undefined {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from === -1 || to < from) return undefined;
  const json = parseJson(withoutBreaksInStrings(text.slice(from, to + 1)));
  if (json === undefined) return undefined;
  const sets: NamedRawCredentials[] = [];
  collectSets(json, sets, 0);
  return sets;
}

/** Deep enough for every AWS answer; stops a hostile nesting. */
const MAX_DEPTH = 12;

function collectSets(value: JsonValue, sets: NamedRawCredentials[], depth: number): void {
  if (depth > MAX_DEPTH || value === null || typeof value !== 'object') return;
  if (isList(value)) {
    for (const item of value) collectSets(item, sets, depth + 1);
    return;
  }
  const values = fieldsOf(value);
  if (values.accessKeyId !== undefined || values.secretAccessKey !== undefined) sets.push({ values });
  for (const item of Object.values(value)) collectSets(item, sets, depth + 1);
}

function fieldsOf(object: { readonly [key: string]: JsonValue }): Partial<Record<CredentialField, string>> {
  const values: Partial<Record<CredentialField, string>> = {};
  for (const [name, value] of Object.entries(object)) {
    const field = credentialField(name);
    if (field === undefined) continue;
    if (typeof value === 'string') values[field] = value.trim();
    // The Cognito API and some tools give the expiry as seconds since 1970.
    else if (typeof value === 'number' && field === 'expiration') values[field] = String(value);
  }
  return values;
}

/** A terminal that wraps a long token puts raw line ends into the string, which JSON forbids. */
function withoutBreaksInStrings(json: string): string {
  return json.replace(/"[^"]*"/g, (literal) => literal.replace(/\n\s*/g, ''));
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
