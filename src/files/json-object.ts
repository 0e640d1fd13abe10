import type { JsonValue } from '../base/json.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether a JSON value is an object: neither a list nor null. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

/** Whether a JSON value is a list. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** An own field of an object; what the prototype holds is never looked at. */
export function ownField(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An own field that holds text; anything else counts as absent. */
export function ownText(value: JsonObject, key: string): string | undefined {
  const field = ownField(value, key);
  return typeof field === 'string' && field !== '' ? field : undefined;
}
