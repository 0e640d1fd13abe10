import { displayText } from '../../base/display-text.ts';

/** Noncharacters that XML 1.0 forbids in any spelling. */
const FORBIDDEN = /[\ufffe\uffff]/g;
const SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text for an element or an attribute of XML. Names come from strangers: markup is spelled out, and what XML forbids or what
 * turns the order of the words around it becomes a visible replacement character.
 */
export function xmlText(text: string): string {
  return displayText(text)
    .replace(FORBIDDEN, '\ufffd')
    .replace(SPECIAL, (character) => ENTITIES[character] ?? '');
}
