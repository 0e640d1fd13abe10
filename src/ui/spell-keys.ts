/** `mod+k` as `⌘K` on a Mac and `Ctrl K` elsewhere; single characters in capitals, named keys by their name. */
export function spellKeys(keys: string, mac: boolean): string {
  const names = mac ? MAC_NAMES : OTHER_NAMES;
  const parts = keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return parts.join(mac ? '' : ' ');
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  escape: 'Esc',
  enter: '↩',
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  escape: 'Esc',
  enter: 'Enter',
};
