import type { ContextValue } from './access-verdict.ts';
import { isMultivalued } from './multivalued-keys.ts';
import { literalText } from './wildcard.ts';

/** A value of a policy after its variables have been replaced. */
export type ResolvedText =
  | {
      readonly kind: 'text';
      /** With wildcards as wildcards, and signs that came out of a variable as {@link literalText}. */
      readonly pattern: string;
      /** The bare text, for operators without wildcards. */
      readonly plain: string;
    }
  /** A variable has no value: nothing is equal to it, or like it. */
  | { readonly kind: 'null'; readonly widest: string }
  /** A variable that nobody knows; whatever it is, the text matches this pattern. */
  | { readonly kind: 'unknown'; readonly widest: string; readonly keys: readonly string[] };

/** Looks a condition key up, in any letter case; `undefined` for one that nobody knows. */
export type KeyLookup = (key: string) => ContextValue | undefined;

/** A text without variables, as policies of version 2008-10-17 and operators on numbers, dates and addresses take it. */
export function plainText(text: string): ResolvedText {
  return { kind: 'text', pattern: text, plain: text };
}

const VARIABLE = /\$\{([^}]*)\}/g;
const ESCAPES: ReadonlySet<string> = new Set(['*', '?', '$']);
const WITH_DEFAULT = /^\s*([^,]+?)\s*,\s*'(.*)'\s*$/;

/**
 * Replaces the policy variables of a text: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, `${*}`. What a variable
 * holds is never a wildcard. A key with several values can't be used as one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveVariables(text: string, lookup: KeyLookup): ResolvedText {
  if (!text.includes('${')) return plainText(text);
  let pattern = '';
  let plain = '';
  const unknown: string[] = [];
  let isNull = false;
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    const value = valueOf(match[1] ?? '', lookup);
    isNull ||= value === null;
    if (value === undefined) unknown.push(keyOf(match[1] ?? ''));
    pattern += before + (value === undefined || value === null ? '*' : literalText(value));
    plain += before + (value ?? '');
  }
  pattern += text.slice(end);
  plain += text.slice(end);
  if (isNull) return { kind: 'null', widest: pattern };
  return unknown.length === 0
    ? { kind: 'text', pattern, plain }
    : { kind: 'unknown', widest: pattern, keys: unknown };
}

/** `null` when there is none, `undefined` when nobody knows. */
function valueOf(inside: string, lookup: KeyLookup): string | null | undefined {
  if (ESCAPES.has(inside)) return inside;
  const fallback = WITH_DEFAULT.exec(inside)?.[2];
  const key = keyOf(inside);
  if (isMultivalued(key.toLowerCase())) return null;
  const value = lookup(key);
  if (value === undefined) return undefined;
  if (value.kind === 'absent' || value.values.length === 0) return fallback ?? null;
  return value.values.length === 1 ? value.values[0] : null;
}

function keyOf(inside: string): string {
  return (WITH_DEFAULT.exec(inside)?.[1] ?? inside).trim();
}
