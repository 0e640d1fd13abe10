import { parseAllDocuments } from 'yaml';
import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { FileError } from './file-error.ts';
import { MOST_VALUES } from './limits.ts';
import { DEEPEST_FILE } from './parse-json.ts';
import { isPlainYaml } from './yaml-guard.ts';
import { type YamlPiece, yamlPieces } from './yaml-pieces.ts';

/** Characters; what is longer takes a browser too long. */
const LONGEST = 48_000_000;

/**
 * Parses YAML as `--output yaml` and `yaml-stream` print it. Gives its documents. Never throws: aliases that
 * blow up, nesting that no output has and text that only looks like YAML are errors.
 */
export function parseYaml(text: string): Result<readonly JsonValue[], FileError> {
  if (text.length > LONGEST) return fail(tooLong(text.length));
  const documents: JsonValue[] = [];
  const count: Count = { values: 0 };
  for (const piece of yamlPieces(text)) {
    const parsed = parsePiece(piece, count);
    if (!parsed.ok) return parsed;
    for (const value of parsed.value) place(documents, piece, value);
  }
  return ok(documents);
}

interface Count {
  values: number;
}

function parsePiece({ text }: YamlPiece, count: Count): Result<readonly JsonValue[], FileError> {
  if (!isPlainYaml(text)) return fail(NOT_OURS);
  try {
    // Looking for equal keys would take the square of their number, and who wrote them twice has to live with the last.
    const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
    const values: JsonValue[] = [];
    for (const document of parseAllDocuments(text, options)) {
      const [error] = document.errors;
      if (error) return fail(notYaml(error.message));
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      values.push(toJson(value, 0, count));
    }
    return ok(values);
  } catch (error) {
    // The stack of the parser, the count of aliases, or a bound of our own.
    return error instanceof RangeError ? fail(NOT_OURS) : fail(notYaml(messageOf(error)));
  }
}

/** Items of one list that were parsed apart come together again. */
function place(documents: JsonValue[], piece: YamlPiece, value: JsonValue): void {
  const last = documents.at(-1);
  if (!piece.continues || documents.length === 0) {
    documents.push(value);
  } else if (Array.isArray(last) && Array.isArray(value)) {
    for (const item of value) last.push(item);
  } else {
    documents[documents.length - 1] = joined(last ?? null, value);
  }
}

function joined(before: JsonValue, more: JsonValue): JsonValue {
  if (!isPlainObject(before) || !isPlainObject(more)) return more;
  for (const [key, value] of Object.entries(more)) {
    const known = Object.hasOwn(before, key) ? before[key] : undefined;
    if (Array.isArray(known) && Array.isArray(value)) for (const item of value) known.push(item);
    else Object.defineProperty(before, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return before;
}

function isPlainObject(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the parser gave as JSON has it: within the bounds, and without what JSON can't say. */
function toJson(value: unknown, depth: number, count: Count): JsonValue {
  count.values += 1;
  if (depth > DEEPEST_FILE || count.values > MOST_VALUES) throw new RangeError('out of bounds');
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1, count));
  if (!isPlainObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, toJson(field, depth + 1, count)]),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const RERUN = 'Run the same command again with --output json and save what it prints.';

const NOT_OURS: FileError = {
  kind: 'too-deep',
  message: 'The YAML is nested, or repeats itself, in a way that no output of the AWS CLI is.',
  remedy: RERUN,
};

function notYaml(detail: string): FileError {
  return {
    kind: 'not-json',
    message: `The file looks like YAML but isn’t: ${detail.slice(0, 200).replace(/[.\s]+$/, '')}.`,
    remedy: RERUN,
  };
}

function tooLong(length: number): FileError {
  return {
    kind: 'too-large',
    message: `The YAML has ${length} characters; at most ${LONGEST} can be read at once.`,
    remedy: 'Save the output as JSON (--output json), which may be four times as long.',
  };
}
