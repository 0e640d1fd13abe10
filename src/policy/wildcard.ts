/**
 * Whether a text matches an IAM pattern, where `*` stands for any run of characters and `?` for one.
 * Linear in practice: no regular expression is built from the policy's text, so none can run away.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star !== -1) {
      resume += 1;
      t = resume;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** Actions are compared without letter case: `STS:assumerole` is `sts:AssumeRole`. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesPattern(pattern.toLowerCase(), action.toLowerCase());
}

/** Stand in for an asterisk and a question mark that are meant as themselves: two characters of no language. */
const LITERAL_STAR = '\uE000';
const LITERAL_MARK = '\uE001';

/** A text in which no sign is a wildcard: to be put into a pattern, or to be matched by a pattern that holds such texts. */
export function literalText(text: string): string {
  return text.replaceAll('*', LITERAL_STAR).replaceAll('?', LITERAL_MARK);
}

/** Whether some text matches both patterns. Costs the product of the lengths. */
export function patternsOverlap(a: string, b: string): boolean {
  // Where in `b` one may stand after each sign of `a`.
  let row = Array.from({ length: b.length + 1 }, () => false);
  row[0] = true;
  for (const sign of a) {
    const next = Array.from({ length: b.length + 1 }, () => false);
    for (let at = 0; at <= b.length; at += 1) {
      if (row[at] !== true) continue;
      const other = b[at];
      if (other !== undefined && (sign === '*' || other === '*')) row[at + 1] = true;
      if (sign === '*' || other === '*') next[at] = true;
      else if (other !== undefined && (sign === '?' || other === '?' || sign === other)) next[at + 1] = true;
    }
    row = next;
  }
  for (let at = 0; at < b.length; at += 1) if (row[at] === true && b[at] === '*') row[at + 1] = true;
  return row[b.length] === true;
}
