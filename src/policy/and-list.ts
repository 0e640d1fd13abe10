/** "a, b and c", for the middle of a sentence; `none` where there is nothing to list. */
export function andList(items: readonly string[], none = ''): string {
  if (items.length < 2) return items[0] ?? none;
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}
