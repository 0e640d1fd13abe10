/** One JSON text out of several in a file, with the command that the line before it shows, if it does. */
export interface TextPart {
  readonly text: string;
  readonly command?: string | undefined;
}

const PROMPT_LINE = /^(?:\S*[$>#%]\s*|PS [^>]*>\s*)?(aws\s+.+|curl\s+.+)$/;
const PAGER_LINE = /^(?:\(END\)|:|~|q|\S*[$>#%]\s*)$/;

/**
 * Splits JSON Lines, documents pasted one after another, and a copied terminal session with its prompts. `undefined` when
 * there is any other text in between: then it isn't known what the file is.
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
    if (sign === '{' || sign === '[') {
      const end = endOfDocument(text, at);
      if (end === undefined) return undefined;
      parts.push({ text: text.slice(at, end), command });
      command = undefined;
      at = end;
      continue;
    }
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd === -1 ? text.length : lineEnd).trim();
    const prompt = PROMPT_LINE.exec(line);
    if (prompt) command = prompt[1];
    else if (!PAGER_LINE.test(line)) return undefined;
    at = lineEnd === -1 ? text.length : lineEnd;
  }
  return parts.length > 0 ? parts : undefined;
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
