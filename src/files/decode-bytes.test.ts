import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const TEXT = '{"Name": "Zürich 🦑"}';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i += 1) bytes.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
}

describe('the bytes of a file become text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16 as PowerShell writes it', utf16(TEXT, true, true)],
    ['UTF-16 big-endian', utf16(TEXT, false, true)],
    ['UTF-16 without a mark', utf16(TEXT, true, false)],
    ['UTF-16 big-endian without a mark', utf16(TEXT, false, false)],
  ])('from %s', (_, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ ok: true, value: TEXT });
  });

  it('from a legacy code page', () => {
    const bytes = Uint8Array.from('{"Name": "Z\u00fcrich"}', (sign) => sign.charCodeAt(0));
    expect(decodeBytes(bytes)).toEqual({ ok: true, value: '{"Name": "Zürich"}' });
  });

  it('but not from an archive', () => {
    const decoded = decodeBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0, 0x7a));
    expect(decoded.ok).toBe(false);
  });

  it('and an empty file is empty text', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ ok: true, value: '' });
  });
});
