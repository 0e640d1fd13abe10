import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** A policy document as an object, after every wrapping is off. */
export type PolicyObject = { readonly [key: string]: JsonValue };

/**
 * Gives the policy document behind any form that AWS and its tools hand out: an object (CLI), JSON text, percent-encoded
 * JSON text (the IAM API, RFC 3986), or JSON text whose quotes a browser has turned into HTML entities. Decoded exactly
 * once, so a `%` or `&` inside a policy survives. The error is a sentence's end; never throws.
 */
export function decodeDocument(document: JsonValue | undefined): Result<PolicyObject, string> {
  if (typeof document !== 'string') return asPolicy(document);
  const text = document.replace(/^\uFEFF/, '').trim();
  if (text === '') return fail('the document is empty text');
  const plain = isPlainJson(text) ? ok(text) : unwrap(text);
  if (!plain.ok) return plain;
  try {
    return asPolicy(JSON.parse(plain.value) as JsonValue);
  } catch {
    return fail('the text is not JSON, nor JSON in percent or HTML encoding');
  }
}

function asPolicy(value: JsonValue | undefined): Result<PolicyObject, string> {
  if (isPolicyObject(value)) return ok(value);
  if (value === undefined || value === null) return fail('no document was supplied');
  return fail(
    `a policy is a JSON object, and this is ${Array.isArray(value) ? 'a list' : `a ${typeof value}`}`,
  );
}

/** Whether a JSON value is an object with keys. */
export function isPolicyObject(value: JsonValue | undefined): value is PolicyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text that begins as an object and has a real quote in it is JSON already. */
function isPlainJson(text: string): boolean {
  return /^\{\s*(?:"|\})/.test(text);
}

function unwrap(text: string): Result<string, string> {
  if (text.startsWith('%') || /%22|%7[Bb]/.test(text.slice(0, 40))) {
    try {
      return ok(decodeURIComponent(text));
    } catch {
      return fail('the text is percent-encoded, but not correctly');
    }
  }
  return ok(/&(?:quot|#34|#x22);/i.test(text) ? fromEntities(text) : text);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
]);

/** One pass, so that `&amp;quot;` becomes `&quot;` and no more. */
function fromEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
