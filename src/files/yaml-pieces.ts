/** A part of a YAML text that can be parsed by itself. */
export interface YamlPiece {
  readonly text: string;
  /** Whether it goes on with the document of the piece before it. */
  readonly continues: boolean;
}

/** Characters from which on a document is taken apart: a parser needs some sixty bytes of memory for each. */
const LARGE = 500_000;
/** Characters of a piece, give or take an item. */
const PIECE = 250_000;

/**
 * Cuts a large text at the margin: at documents, at keys of the outermost map, and between items of the list under such a key.
 * Whatever is inside an item is indented deeper than the item, so a cut there can't hit a text of several lines.
 */
export function* yamlPieces(text: string): Generator<YamlPiece> {
  if (text.length < LARGE) {
    yield { text, continues: false };
    return;
  }
  let start = 0;
  /** The key line that the items since belong to. */
  let key = '';
  let itemIndent: number | undefined;
  let fresh = true;
  const cut = function* (end: number): Generator<YamlPiece> {
    const body = text.slice(start, end);
    if (body.trim() !== '' && body.trim() !== key.trim()) {
      yield { text: body.startsWith(key) ? body : `${key}${body}`, continues: !fresh };
      fresh = false;
    }
    start = end;
  };
  for (const { at, end, first, indent } of marginLines(text)) {
    const line = text.slice(at, Math.min(end, at + 300));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      yield* cut(at);
      fresh = true;
      key = '';
      itemIndent = undefined;
      start = end;
    } else if (indent === 0 && first !== '-') {
      yield* cut(at);
      const opens = /:\s*$/.test(text.slice(at, end));
      key = opens ? text.slice(at, end) : '';
      itemIndent = undefined;
    } else if (first === '-') {
      itemIndent ??= indent;
      if (indent === itemIndent && at - start > PIECE) yield* cut(at);
    }
  }
  yield* cut(text.length);
}

interface MarginLine {
  readonly at: number;
  readonly end: number;
  readonly first: string;
  readonly indent: number;
}

/** Lines that begin within four columns of the margin, blank ones and comments aside. */
function* marginLines(text: string): Generator<MarginLine> {
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    let indent = 0;
    while (indent < 5 && text[at + indent] === ' ') indent += 1;
    const first = text[at + indent] ?? '';
    if (indent < 5 && first !== '' && !/[\s#]/.test(first)) yield { at, end, first, indent };
    at = end;
  }
}
