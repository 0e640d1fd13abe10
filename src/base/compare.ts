/** Orders by UTF-16 code unit: the same on every machine, unlike `localeCompare`. Gives -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

const DIGITS = /(\d+)/;

/** Orders as people count: `web-2` before `web-10`. Ties fall back to {@link compareText}, so the order is total. */
export function compareNatural(a: string, b: string): number {
  const left = a.toLowerCase().split(DIGITS);
  const right = b.toLowerCase().split(DIGITS);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order =
      i % 2 === 1 ? compareDigits(left[i] ?? '', right[i] ?? '') : compareText(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

/** Runs of digits may be longer than a number can hold exactly, so compare by length after the leading zeros. */
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}
