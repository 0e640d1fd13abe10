import type { JsonValue } from '../base/json.ts';
import type { IsoTime } from '../inventory/ids.ts';
import { looksLikeError } from './error-text.ts';
import { parseTime } from './fields.ts';
import { isJsonObject, ownField, ownText } from './json-object.ts';
import { parseJson } from './parse-json.ts';

/** What stands for a command: its output, its error, or both when it broke off. */
export interface Output {
  readonly output?: JsonValue | undefined;
  readonly error?: string | undefined;
  /** When the command ran, if the input tells. */
  readonly time?: IsoTime | undefined;
  /** Why the value is neither, in a sentence. */
  readonly unreadable?: string | undefined;
}

/** Takes the value of one command apart: JSON, JSON in text, `{"error": text}`, or the bare text of an error. */
export function unwrapOutput(value: JsonValue): Output {
  if (value === null) return { unreadable: 'It has no output.' };
  if (typeof value === 'string') return unwrapText(value);
  if (!isJsonObject(value)) return { output: value };
  const error = errorIn(value);
  const time = timeIn(value);
  if (error === undefined) return { output: value, time };
  const rest = Object.entries(value).filter(([key]) => !ABOUT_THE_RUN.has(key));
  return { error, time, output: rest.length > 0 ? Object.fromEntries(rest) : undefined };
}

const ABOUT_THE_RUN: ReadonlySet<string> = new Set([
  'error',
  'Error',
  'time',
  'exitCode',
  'ResponseMetadata',
]);

function unwrapText(value: string): Output {
  if (looksLikeError(value)) return { error: value };
  if (value.trim() === '') return { unreadable: 'Its output is empty.' };
  const parsed = parseJson(value);
  if (!parsed.ok)
    return {
      unreadable: `${parsed.error.message.replace(/^The file/, 'Its output')} ${parsed.error.remedy}`,
    };
  return typeof parsed.value === 'string'
    ? { unreadable: 'Its output is plain text.' }
    : unwrapOutput(parsed.value);
}

/** `{"error": text}`, or the `{"Error": {"Code", "Message"}}` of boto3. */
function errorIn(value: { readonly [key: string]: JsonValue }): string | undefined {
  const error = ownField(value, 'error') ?? ownField(value, 'Error');
  if (typeof error === 'string') return error;
  if (!isJsonObject(error)) return undefined;
  const code = ownText(error, 'Code') ?? ownText(error, 'code');
  const message = ownText(error, 'Message') ?? ownText(error, 'message') ?? '';
  return code === undefined
    ? message
    : `An error occurred (${code}) when calling the API operation: ${message}`;
}

function timeIn(value: { readonly [key: string]: JsonValue }): IsoTime | undefined {
  const time = ownField(value, 'time');
  return typeof time === 'string' || typeof time === 'number' ? parseTime(time) : undefined;
}
