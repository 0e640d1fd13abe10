/** Nearly all texts: nothing in them to look for. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Control characters, lone surrogates, and the marks that turn the order of what follows them. */
const HOSTILE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text made safe to show: control characters and bidirectional overrides, which could reorder the words around them,
 * become a visible replacement character. Letters of any script, emoji and joiners stay.
 */
export function displayText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(HOSTILE, '\ufffd');
}
