import { describe, expect, test } from 'vitest';
import { displayText } from './display-text.ts';

describe('showing a hostile name', () => {
  test('a right-to-left override cannot turn the words around it', () => {
    expect(displayText('web\u202egnp.exe')).toBe('web\ufffdgnp.exe');
  });

  test('control characters, line ends and lone surrogates are made visible', () => {
    expect(displayText('a\u0000b\nc\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
  });

  test('markup is text', () => {
    expect(displayText('<img onerror=alert(1)>')).toBe('<img onerror=alert(1)>');
  });

  test('joiners inside emoji and letters of any script stay', () => {
    for (const text of ['👩‍🚀 שלום', 'Straße', 'خادم', '服务器']) expect(displayText(text)).toBe(text);
  });
});
