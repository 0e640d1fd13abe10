import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { looksLikeError } from './error-text.ts';
import type { FileError } from './file-error.ts';
import { MOST_VALUES } from './limits.ts';
import { commandToRun, otherOutput } from './other-output.ts';
import { commandOfTextLabel } from './recognise.ts';

/** Real output is some twenty deep; the bound keeps every later walk off the end of the stack. */
export const DEEPEST_FILE = 64;
/** Characters; about the longest text that a browser tab handles without trouble. */
const LONGEST = 200_000_000;

/** Parses the text of a file, or says in plain words what it is instead. Never throws. */
export function parseJson(text: string, deepest: number = DEEPEST_FILE): Result<JsonValue, FileError> {
  if (text.length > LONGEST) return fail(tooLarge(text.length));
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return fail(EMPTY);
  const depth = nestingOf(trimmed);
  if (depth.deepest > deepest) return fail(tooDeep(deepest));
  if (depth.values > MOST_VALUES) return fail(tooMany(depth.values));
  try {
    const value: JsonValue = JSON.parse(trimmed);
    return ok(value);
  } catch (error) {
    return fail(whatElse(trimmed, depth, error instanceof Error ? error.message : ''));
  }
}

interface Nesting {
  readonly deepest: number;
  /** Values, give or take the brackets. */
  readonly values: number;
  /** Brackets, or a string, still open at the end. */
  readonly open: boolean;
}

/** How deep the brackets of a text go and how much they hold, strings aside. One pass, no recursion. */
function nestingOf(text: string): Nesting {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (inString) {
      if (sign === BACKSLASH) i += 1;
      else if (sign === QUOTE) inString = false;
    } else if (sign === QUOTE) inString = true;
    else if (sign === OPEN_BRACE || sign === OPEN_BRACKET) {
      depth += 1;
      values += 1;
      if (depth > deepest) deepest = depth;
    } else if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) depth -= 1;
    else if (sign === COMMA) values += 1;
  }
  return { deepest, values, open: depth > 0 || inString };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const EMPTY: FileError = {
  kind: 'empty',
  message: 'The file is empty.',
  remedy: 'Run the AWS CLI command again and look at what it writes to standard error.',
};

const RERUN = 'Run the same AWS CLI command again with --output json and save what it prints.';

function whatElse(text: string, nesting: Nesting, detail: string): FileError {
  const other = otherOutput(text);
  if (other?.kind === 'error-text') return other;
  if (looksLikeError(text)) {
    return {
      kind: 'error-text',
      message: `The file holds an error of the AWS CLI, not output: ${firstLine(text)}`,
      remedy: 'Run the command again with a role that may make this call.',
    };
  }
  if (/^[{[]/.test(text)) {
    return nesting.open
      ? {
          kind: 'cut-off',
          message: 'The JSON breaks off before its end: part of the file is missing.',
          remedy: 'Save the whole output to a file (command > file.json) and send that file unchanged.',
          ...commandOfStart(text),
        }
      : {
          kind: 'not-json',
          message: `The file looks like JSON but isn't: ${detail}.`,
          remedy: RERUN,
        };
  }
  return (
    other ?? {
      kind: 'not-json',
      message: `The file is neither JSON nor anything else that the AWS CLI prints. It begins with “${beginning(text)}”.`,
      remedy: RERUN,
    }
  );
}

function tooDeep(deepest: number): FileError {
  return {
    kind: 'too-deep',
    message: `The JSON is nested more than ${deepest} levels deep, which no AWS output is.`,
    remedy: 'Check where the file comes from.',
  };
}

function tooLarge(length: number): FileError {
  return {
    kind: 'too-large',
    message: `The file has ${length} characters; at most ${LONGEST} can be read at once.`,
    remedy: 'Save the output of each command and region to a file of its own.',
  };
}

function tooMany(values: number): FileError {
  return {
    kind: 'too-large',
    message: `The file holds ${values} values; at most ${MOST_VALUES} can be read at once.`,
    remedy: 'Save the output of each command and region to a file of its own.',
  };
}

/** The first key tells which command printed what is left of its output. */
function commandOfStart(text: string): Pick<FileError, 'command'> {
  const key = /^\{\s*"(\w{1,60})"/.exec(text)?.[1];
  const cli = key === undefined ? undefined : commandOfTextLabel(key.toUpperCase());
  return cli === undefined || cli.startsWith('curl') ? {} : { command: commandToRun(cli) };
}

function beginning(text: string): string {
  const words = text
    .slice(0, 200)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

function firstLine(text: string): string {
  const line =
    text
      .slice(0, 2_000)
      .split('\n')
      .find((one) => one.trim() !== '') ?? '';
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
