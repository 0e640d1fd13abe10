import { looksLikeError } from './error-text.ts';

/** One output out of several in a text, with the command that the line before it shows, if it does. */
export interface TextPart {
  readonly text: string;
  readonly command?: string | undefined;
  /** `other` is an error, YAML or a table; `cut-off` is JSON without its end, which is then the last. */
  readonly kind: 'json' | 'other' | 'cut-off';
}

const PROMPT_LINE =
  /^(?:\[[^\]\n]{1,80}\]\s*[$#%>]\s*|\S*[$>#%]\s*|PS [^>]*>\s*|[A-Z]:[^>]*>\s*)?(aws\s+.+|curl\s+.+)$/;
const PAGER_LINE = /^(?:\(END\)|:|~|q|\S*[$>#%]\s*|PS [^>]*>|\[[^\]\n]{1,80}\]\s*[$#%>]|\^C)$/;
const BARE_PROMPT = /^(?:\S*[$>#%]|PS [^>]*>|\[[^\]\n]{1,80}\]\s*[$#%>])$/;
/** Characters; nobody types a longer line. */
const LONGEST_LINE = 8_000;

/**
 * Splits JSON Lines, documents pasted one after another, and a copied terminal session with its prompts and errors. `undefined`
 * when there is any other text in between: then it isn't known what the file is.
 */
export function splitDocuments(text: string): readonly TextPart[] | undefined {
  const parts: TextPart[] = [];
  let command: string | undefined;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === undefined || /\s/.test(sign)) {
      at += 1;
      continue;
    }
    const { line, end: lineEnd } = lineAt(text, at);
    const prompt = PROMPT_LINE.exec(line);
    if (prompt) {
      command = prompt[1];
      at = lineEnd;
    } else if (sign === '{' || sign === '[') {
      const end = endOfDocument(text, at);
      if (end === undefined) {
        if (parts.length === 0 && command === undefined) return undefined;
        parts.push({ text: text.slice(at), command, kind: 'cut-off' });
        return parts;
      }
      parts.push({ text: text.slice(at, end), command, kind: 'json' });
      command = undefined;
      at = end;
    } else if (PAGER_LINE.test(line)) {
      at = lineEnd;
    } else if (command !== undefined || looksLikeError(line)) {
      const end = endOfOther(text, at, command === undefined);
      parts.push({ text: text.slice(at, end), command, kind: 'other' });
      command = undefined;
      at = end;
    } else return undefined;
  }
  return parts.length > 0 ? parts : undefined;
}

/** The line at a position, with the lines that a backslash at its end adds; empty if it is too long to be typed. */
function lineAt(text: string, start: number): { readonly line: string; readonly end: number } {
  let end = start;
  do {
    const newline = text.indexOf('\n', end);
    end = newline === -1 ? text.length : newline + 1;
  } while (end < text.length && end - start < LONGEST_LINE && /\\\r?\n$/.test(text.slice(end - 3, end)));
  if (end - start > LONGEST_LINE) return { line: '', end };
  return {
    line: text
      .slice(start, end)
      .replaceAll(/\\\r?\n\s*/g, ' ')
      .trim(),
    end,
  };
}

/** What is no JSON goes on to the next prompt, and an error without its command also to the next document. */
function endOfOther(text: string, start: number, toDocument: boolean): number {
  let at = start;
  while (at < text.length) {
    const { line, end } = lineAt(text, at);
    const isPrompt = PROMPT_LINE.test(line) || (BARE_PROMPT.test(line) && !/\s/.test(text[at] ?? ''));
    if (at > start && (isPrompt || (toDocument && /^[{[]/.test(line)))) return at;
    at = end;
  }
  return text.length;
}

/** The position after the bracket that closes the one at `start`. */
function endOfDocument(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i += 1) {
    const sign = text[i];
    if (inString) {
      if (sign === '\\') i += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return undefined;
}
