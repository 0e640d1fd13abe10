/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the one that an action names. Shift is not asked: `?` needs it on some keyboards. */
export function matchKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+');
  const wantsMod = parts.includes('mod');
  const key = parts.at(-1) ?? '';
  if (press.altKey || wantsMod !== (press.metaKey || press.ctrlKey)) return false;
  return press.key.toLowerCase() === key;
}

/** A letter or sign alone, which a person may switch off: speech input may type it by mistake (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return keys.length === 1;
}
