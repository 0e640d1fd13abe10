/**
 * The key of a fold: what it folds, in a few characters that stay the same in every read of the same data, since open
 * folds are kept in the address. Two different folds share one key in fewer than one of 10^9 pictures.
 */
export function foldKey(kind: string, parts: readonly (string | undefined)[]): string {
  return `${kind}-${hash(parts.map((part) => part ?? '').join('\n')).toString(36)}`;
}

/** cyrb53, a 53-bit hash in the public domain: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function hash(text: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}
