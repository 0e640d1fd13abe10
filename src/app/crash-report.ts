/**
 * A fault as text to send to whoever mends it: what was thrown, where, and in which browser. Names of the account never
 * get into it: long words that could be a key, a token or an id are blacked out, and so is the address's query.
 */
export function crashReport(error: unknown, where: string | undefined, browser: string): string {
  const thrown = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? firstLines(error.stack ?? '', 12) : '';
  return [
    'Rolewire stopped because of a fault of its own.',
    `What: ${blackOut(thrown)}`,
    `Browser: ${browser}`,
    stack && `Stack:\n${blackOut(stack)}`,
    where && `Component:\n${firstLines(where.trim(), 12)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Hides what has the form of an AWS name or secret: ARNs, ids, account numbers, long random words, queries. */
export function blackOut(text: string): string {
  return text
    .replace(/arn:[^\s"')]+/g, '[arn]')
    .replace(/\?[^\s"')]*/g, '')
    .replace(/\b(?:i|vpc|subnet|ami|iip-assoc)-[0-9a-f]{8,}\b/g, '[id]')
    .replace(/\b\d{12}\b/g, '[account]')
    .replace(/[A-Za-z0-9+/=_-]{32,}/g, (word) => (isFileName(word) ? word : '[hidden]'))
    .replace(/\b[A-Z]{4}[A-Z0-9]{12,}\b/g, '[id]');
}

/** Paths of our own files, such as `/src/views/graph/graph-view`, are long too, but are plain lower-case words. */
function isFileName(word: string): boolean {
  return /^[a-z/_-]+$/.test(word);
}

function firstLines(text: string, count: number): string {
  return text.split('\n').slice(0, count).join('\n');
}
