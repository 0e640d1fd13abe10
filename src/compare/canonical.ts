import { compareText } from '../base/compare.ts';
import type { JsonValue } from '../base/json.ts';

/** JSON text with the keys of each object in order: two spellings of one document are equal. */
export function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => compareText(a, b)))
      : each,
  );
}
