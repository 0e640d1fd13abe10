import { expect, test } from 'vitest';
import { spellKeys } from './spell-keys.ts';

test('keys are named as the keyboard in front of the person names them', () => {
  expect(spellKeys('mod+k', true)).toBe('⌘K');
  expect(spellKeys('mod+k', false)).toBe('Ctrl K');
  expect(spellKeys('escape', false)).toBe('Esc');
  expect(spellKeys('?', false)).toBe('?');
});
