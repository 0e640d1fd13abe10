import { expect, test } from 'vitest';
import { isSingleKey, matchKeys } from './match-keys.ts';
import { ACTIONS } from './registry.ts';

const press = (key: string, modifiers = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  ...modifiers,
});

test('the palette opens with Command or Control', () => {
  expect(matchKeys('mod+k', press('k', { metaKey: true }))).toBe(true);
  expect(matchKeys('mod+k', press('K', { ctrlKey: true }))).toBe(true);
  expect(matchKeys('mod+k', press('k'))).toBe(false);
});

test('a single key does nothing together with a modifier, so that browser shortcuts keep working', () => {
  expect(matchKeys('r', press('r'))).toBe(true);
  expect(matchKeys('r', press('r', { ctrlKey: true }))).toBe(false);
  expect(matchKeys('r', press('r', { altKey: true }))).toBe(false);
});

test('only letters and signs alone count as single keys', () => {
  expect(['/', '?', 'g', 'escape', 'mod+k'].filter(isSingleKey)).toEqual(['/', '?', 'g']);
});

test('no two actions share their id or their keys', () => {
  const ids = ACTIONS.map((action) => action.id);
  const keys = ACTIONS.flatMap((action) => action.keys ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(keys).size).toBe(keys.length);
});
