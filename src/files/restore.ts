import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { commandOfError, errorValue, readErrorText } from './error-output.ts';
import { looksLikeError } from './error-text.ts';
import type { FileError } from './file-error.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { MOST_COMMANDS } from './limits.ts';
import { looksLikeYaml, otherOutput } from './other-output.ts';
import { DEEPEST_FILE, parseJson } from './parse-json.ts';
import { type FileOptions, type FileReading, readCliDocument } from './read-cli-document.ts';
import { readRows } from './read-rows.ts';
import { commandOfShape } from './recognise.ts';
import { isSnapshot, readSnapshot } from './snapshot.ts';
import { splitDocuments, type TextPart } from './split-documents.ts';

/** A snapshot wraps the documents that a file of the deepest kind brought a few levels deeper. */
const DEEPEST_SNAPSHOT = DEEPEST_FILE + 16;
const SNAPSHOT_START = /^\uFEFF?\s*\{\s*"format"\s*:\s*"rolewire-/;
/** What a key of AWS is written behind; the text is looked at no further. */
const SECRET = /(?:SecretAccessKey|aws_secret_access_key)["']?\s*[:=]/i;
const SECRET_WITHIN = 100_000;

/** Parsers of other forms than JSON, which not everybody who reads JSON has to load. */
export interface OtherForms {
  /** Gives the documents of a text. */
  readonly yaml?: ((text: string) => Result<readonly JsonValue[], FileError>) | undefined;
}

/**
 * Reads the text of any file that Rolewire knows: a snapshot, outputs keyed by command, bare AWS CLI output, one or several,
 * or the error that came in its place. Never throws; a file that can't be read says what it is and what to do.
 */
export function restore(
  text: string,
  options: FileOptions,
  forms: OtherForms = {},
): Result<FileReading, FileError> {
  if (SECRET.test(text.slice(0, SECRET_WITHIN))) return fail(HOLDS_CREDENTIALS);
  const parsed = parseJson(text, SNAPSHOT_START.test(text) ? DEEPEST_SNAPSHOT : DEEPEST_FILE);
  if (parsed.ok) return readDocument(parsed.value, options);
  if (parsed.error.kind === 'too-large' || parsed.error.kind === 'too-deep') return parsed;
  const several = readSeveral(text.replace(/^\uFEFF/, ''), options, forms);
  if (several !== undefined) return several;
  const error = readErrorText(text, options);
  if (error !== undefined) return ok(error);
  if (forms.yaml !== undefined && !looksLikeError(text) && looksLikeYaml(text)) {
    const yaml = forms.yaml(text.replace(/^\uFEFF/, ''));
    const reading = yaml.ok ? readDocuments(yaml.value, options) : yaml;
    // Half of a YAML text is YAML as well, but every tool that prints some ends its last line.
    return reading.ok && !text.endsWith('\n')
      ? ok(asPartial(reading.value, 'the last line has no end, so the file may be cut off'))
      : reading;
  }
  return parsed;
}

function readDocument(document: JsonValue, options: FileOptions): Result<FileReading, FileError> {
  if (isJsonObject(document) && isSnapshot(document)) {
    const snapshot = readSnapshot(document);
    return snapshot.ok ? ok({ ...snapshot.value, notes: [], notUsed: [] }) : snapshot;
  }
  const rows = readRows(document, options);
  if (rows !== undefined) return rows;
  const command = commandOfShape(document);
  if (command !== undefined) return ok(readCliDocument({ [command]: document }, options));
  if (isJsonObject(document)) {
    const keys = Object.keys(document).length;
    return keys > MOST_COMMANDS ? fail(tooManyKeys(keys)) : ok(readCliDocument(document, options));
  }
  return fail({
    kind: 'unknown-shape',
    message: `The file is JSON, but ${nameOf(document)}, which no AWS CLI command that Rolewire knows prints.`,
    remedy: 'Give the output of an AWS CLI command, an object keyed by command, or a Rolewire snapshot.',
  });
}

/** Documents of one command are its pages. */
function readDocuments(
  documents: readonly JsonValue[],
  options: FileOptions,
): Result<FileReading, FileError> {
  const [first] = documents;
  if (documents.length <= 1) return readDocument(first ?? null, options);
  const outputs = new Map<string, JsonValue[]>();
  for (const document of documents) addTo(outputs, commandOfShape(document) ?? UNRECOGNISED, document);
  return ok(readCliDocument(asDocument(outputs), options));
}

function addTo(outputs: Map<string, JsonValue[]>, command: string, page: JsonValue): void {
  const pages = outputs.get(command);
  if (pages) pages.push(page);
  else outputs.set(command, [page]);
}

function asDocument(outputs: ReadonlyMap<string, readonly JsonValue[]>): JsonObject {
  return Object.fromEntries(
    [...outputs].map(([command, pages]) => [command, pages.length === 1 ? (pages[0] ?? null) : pages]),
  );
}

function nameOf(value: JsonValue): string {
  if (value === null) return 'only null';
  return Array.isArray(value) ? 'a list of unknown things' : `only a ${typeof value}`;
}

/** Outputs of one command are its pages; `undefined` when the text isn't several documents. */
function readSeveral(
  text: string,
  options: FileOptions,
  forms: OtherForms,
): Result<FileReading, FileError> | undefined {
  const parts = splitDocuments(text);
  const [first] = parts ?? [];
  if (parts === undefined || (parts.length === 1 && first?.command === undefined)) return undefined;
  const outputs = new Map<string, JsonValue[]>();
  const notes: string[] = [];
  let firstError: FileError | undefined;
  let cutOff = false;
  for (const [index, part] of parts.entries()) {
    const value = valueOf(part, forms);
    if (!value.ok) {
      firstError ??= value.error;
      cutOff ||= part.kind === 'cut-off';
      notes.push(`${part.command ?? `Output ${index + 1} of ${parts.length}`}: ${value.error.message}`);
      continue;
    }
    addTo(outputs, part.command ?? commandOf(part, value.value) ?? UNRECOGNISED, value.value);
    if (outputs.size > MOST_COMMANDS) return fail(tooManyKeys(outputs.size));
  }
  if (outputs.size === 0 && firstError !== undefined) return fail(firstError);
  const reading = readCliDocument(asDocument(outputs), options);
  return ok({
    ...(cutOff ? asPartial(reading, 'the file breaks off') : reading),
    notes: [...notes, ...reading.notes],
  });
}

const UNRECOGNISED = 'unrecognised output';

function valueOf(part: TextPart, forms: OtherForms): Result<JsonValue, FileError> {
  const { text, kind } = part;
  if (kind !== 'other') return parseJson(text);
  if (looksLikeError(text)) return ok(errorValue(text));
  if (forms.yaml !== undefined && looksLikeYaml(text)) {
    const yaml = forms.yaml(text);
    if (!yaml.ok) return yaml;
    return ok(yaml.value.length === 1 ? (yaml.value[0] ?? null) : yaml.value);
  }
  return fail(
    otherOutput(text) ?? {
      kind: 'not-json',
      message: 'What follows the command is not its output.',
      remedy: 'Copy the whole of what the command prints.',
    },
  );
}

function commandOf(part: TextPart, value: JsonValue): string | undefined {
  return part.kind === 'other' ? commandOfError(part.text) : commandOfShape(value);
}

/** Where an output breaks off, nobody knows of which list it was a page: no list is known to be whole. */
function asPartial(reading: FileReading, how: string): FileReading {
  const coverage = reading.inventory.coverage.map((entry) =>
    entry.status === 'complete'
      ? ({ ...entry, status: 'partial', reason: { kind: 'truncated', how } } as const)
      : entry,
  );
  return { ...reading, inventory: { ...reading.inventory, coverage } };
}

const HOLDS_CREDENTIALS: FileError = {
  kind: 'credentials',
  message: 'This text holds an AWS secret key, so it was not read.',
  remedy: 'To sign in with it, paste it into the box under “Sign in”. Rolewire needs no keys in files.',
};

function tooManyKeys(keys: number): FileError {
  return {
    kind: 'too-large',
    message: `The file has ${keys} outputs side by side; at most ${MOST_COMMANDS} can be read at once.`,
    remedy: 'Save the output of each command and region to a file of its own.',
  };
}
