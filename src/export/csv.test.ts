import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const plain = { byteOrderMark: false };

describe('CSV', () => {
  it('ends every line with CRLF and quotes only what needs it', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['plain', 'with, comma'],
          ['say "hi"', 'two\nlines'],
        ],
        plain,
      ),
    ).toBe('a,b\r\nplain,"with, comma"\r\n"say ""hi""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'never lets a spreadsheet run %j',
    (hostile) => {
      const [, cell = ''] = toCsv(['h'], [[hostile]], plain).split('h\r\n');
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('quotes a formula that also holds a quote and a comma', () => {
    expect(toCsv(['h'], [['=HYPERLINK("http://x","y")']], plain)).toBe(
      'h\r\n"\'=HYPERLINK(""http://x"",""y"")"\r\n',
    );
  });

  it('writes numbers as numbers, also negative ones, and unknown as nothing', () => {
    expect(toCsv(['n', 'u', 'm'], [[-3, undefined, 0]], plain)).toBe('n,u,m\r\n-3,,0\r\n');
  });

  it('keeps markup, right-to-left marks and emoji as they are', () => {
    expect(toCsv(['h'], [['<img onerror=x> \u202Egpj 🦊']], plain)).toBe(
      'h\r\n<img onerror=x> \u202Egpj 🦊\r\n',
    );
  });

  it('starts with a byte order mark when asked', () => {
    expect(toCsv(['h'], [], { byteOrderMark: true })).toBe('\uFEFFh\r\n');
  });
});
