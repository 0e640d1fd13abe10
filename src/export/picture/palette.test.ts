import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FONT_STACKS, PALETTES } from './palette.ts';

const TOKENS = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');

test.each(['light', 'dark'] as const)('an exported picture has the colours of the screen in %s', (theme) => {
  const colours = new Map(
    [...TOKENS.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)].map(([, name, light, dark]) => [
      name,
      theme === 'light' ? light : dark,
    ]),
  );
  const palette = Object.entries(PALETTES[theme]);
  expect(palette.length).toBeGreaterThan(20);
  for (const [role, colour] of palette) expect([role, colour]).toEqual([role, colours.get(role)]);
});

test('an exported picture has the fonts of the screen', () => {
  for (const family of ['sans', 'mono'] as const) {
    const stack = new RegExp(`--font-${family}: (.*);`).exec(TOKENS)?.[1];
    expect(FONT_STACKS[family].replaceAll('"', '')).toBe(stack?.replaceAll('"', ''));
  }
});
