import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { FileError } from './file-error.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { DEEPEST_FILE, parseJson } from './parse-json.ts';
import { type FileOptions, type FileReading, readCliDocument } from './read-cli-document.ts';
import { commandOfShape } from './recognise.ts';
import { isSnapshot, readSnapshot } from './snapshot.ts';
import { splitDocuments } from './split-documents.ts';

/** A snapshot wraps the documents that a file of the deepest kind brought a few levels deeper. */
const DEEPEST_SNAPSHOT = DEEPEST_FILE + 16;
const SNAPSHOT_START = /^\uFEFF?\s*\{\s*"format"\s*:\s*"rolewire-/;

/**
 * Reads the text of any file that Rolewire knows: a snapshot, outputs keyed by command, or bare AWS CLI output, one or several.
 * Never throws; a file that can't be read says what it is and what to do.
 */
export function restore(text: string, options: FileOptions): Result<FileReading, FileError> {
  const parsed = parseJson(text, SNAPSHOT_START.test(text) ? DEEPEST_SNAPSHOT : DEEPEST_FILE);
  if (parsed.ok) return readDocument(parsed.value, options);
  return readSeveral(text, options) ?? parsed;
}

function readDocument(document: JsonValue, options: FileOptions): Result<FileReading, FileError> {
  if (isJsonObject(document) && isSnapshot(document)) {
    const snapshot = readSnapshot(document);
    return snapshot.ok ? ok({ ...snapshot.value, notes: [], notUsed: [] }) : snapshot;
  }
  const command = commandOfShape(document);
  if (command !== undefined) return ok(readCliDocument({ [command]: document }, options));
  if (isJsonObject(document)) return ok(readCliDocument(document, options));
  return fail({
    kind: 'unknown-shape',
    message: `The file is JSON, but ${nameOf(document)}, which no AWS CLI command that Rolewire knows prints.`,
    remedy: 'Give the output of an AWS CLI command, an object keyed by command, or a Rolewire snapshot.',
  });
}

function nameOf(value: JsonValue): string {
  if (value === null) return 'only null';
  return Array.isArray(value) ? 'a list of unknown things' : `only a ${typeof value}`;
}

/** Outputs of one command are its pages; `undefined` when the text isn't several documents. */
function readSeveral(text: string, options: FileOptions): Result<FileReading, FileError> | undefined {
  const parts = splitDocuments(text.replace(/^\uFEFF/, ''));
  if (parts === undefined) return undefined;
  const outputs = new Map<string, JsonValue[]>();
  for (const part of parts) {
    const parsed = parseJson(part.text);
    if (!parsed.ok) return parsed;
    const command = part.command ?? commandOfShape(parsed.value) ?? 'unrecognised output';
    const pages = outputs.get(command);
    if (pages) pages.push(parsed.value);
    else outputs.set(command, [parsed.value]);
  }
  const document: JsonObject = Object.fromEntries(
    [...outputs].map(([command, pages]) => [command, pages.length === 1 ? (pages[0] ?? null) : pages]),
  );
  return ok(readCliDocument(document, options));
}
