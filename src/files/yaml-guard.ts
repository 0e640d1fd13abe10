/** Brackets that may be open at once, and indicators that may follow each other on one line. Output of AWS has two. */
const MOST_OPEN = 200;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;
/** Only where a value begins does a bracket open a list or map; anywhere else it is a letter of a text. */
const STARTS_FLOW = /(?:^|[:?-]\s)\s*(?:[&!]\S*\s+)*[[{]/;
const INDICATORS = /^(?:\s*[-?:](?=\s|$)){17}/;

/**
 * Whether a text is free of the nesting over which a YAML parser takes time without bound. Brackets in texts
 * don't count.
 */
export function isPlainYaml(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end);
    if (INDICATORS.test(line)) return false;
    if (open > 0 || STARTS_FLOW.test(line)) {
      for (const sign of line.replace(QUOTED, '')) {
        if (sign === '[' || sign === '{') open += 1;
        else if ((sign === ']' || sign === '}') && open > 0) open -= 1;
        if (open > MOST_OPEN) return false;
      }
    }
    at = end + 1;
  }
  return true;
}
