import type { Redaction } from './workspace.ts';

/** Nothing is hidden. */
export const NO_REDACTION: Redaction = {
  on: false,
  kinds: new Set(),
  isOwn: false,
  toggle: () => {},
  setKind: () => {},
  text: (text) => text,
  name: (name) => name,
  inventory: (other) => other,
};
