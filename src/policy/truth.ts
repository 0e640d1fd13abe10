/** What is known of a question: Kleene's three-valued logic, in which learning more never turns `yes` into `no`. */
export type Truth = 'yes' | 'no' | 'unknown';

/** `no` as soon as one is, `yes` when all are. */
export function all(truths: Iterable<Truth>): Truth {
  let doubt = false;
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    doubt ||= truth === 'unknown';
  }
  return doubt ? 'unknown' : 'yes';
}

/** `yes` as soon as one is, `no` when all are. */
export function any(truths: Iterable<Truth>): Truth {
  let doubt = false;
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    doubt ||= truth === 'unknown';
  }
  return doubt ? 'unknown' : 'no';
}

/** The opposite; what is unknown stays so. */
export function not(truth: Truth): Truth {
  if (truth === 'unknown') return truth;
  return truth === 'yes' ? 'no' : 'yes';
}

/** What holds whichever of two cases is true. */
export function either(a: Truth, b: Truth): Truth {
  return a === b ? a : 'unknown';
}

/** A plain answer as a truth; `undefined` is unknown. */
export function truthOf(answer: boolean | undefined): Truth {
  if (answer === undefined) return 'unknown';
  return answer ? 'yes' : 'no';
}
