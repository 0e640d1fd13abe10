import type { JsonValue } from '../base/json.ts';

/** A value as YAML in block style. Texts are always in double quotes, whose escapes are those of JSON. */
export function toYaml(value: JsonValue): string {
  return `${lines(value).join('\n')}\n`;
}

function lines(value: JsonValue): readonly string[] {
  if (isList(value)) return value.flatMap((item) => hang('- ', lines(item)));
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = /^[A-Za-z]\w*$/.test(key) ? key : JSON.stringify(key);
    const below = lines(inner);
    if (typeof inner !== 'object' || inner === null) return [`${name}: ${below.join('')}`];
    return [`${name}:`, ...below.map((line) => `  ${line}`)];
  });
}

/** Puts a mark before the first line and as much space before the others. */
function hang(mark: string, text: readonly string[]): readonly string[] {
  return text.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
