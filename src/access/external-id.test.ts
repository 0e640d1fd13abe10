import { describe, expect, it } from 'vitest';
import { EXTERNAL_ID_BYTES, makeExternalId, parseExternalId } from './external-id.ts';

describe('an external ID that is made', () => {
  it('is long, is what AWS allows, and uses every byte', () => {
    const made = makeExternalId(new Uint8Array(EXTERNAL_ID_BYTES).fill(7));
    expect(made).toMatch(/^rolewire-[0-9a-z]{40}$/);
    expect(parseExternalId(made)).toEqual({ ok: true, value: made });
    for (let at = 0; at < EXTERNAL_ID_BYTES; at += 1) {
      const other = new Uint8Array(EXTERNAL_ID_BYTES).fill(7);
      other[at] = 8;
      expect(makeExternalId(other)).not.toBe(made);
    }
  });

  it('is refused to be made of too little chance', () => {
    expect(() => makeExternalId(new Uint8Array(EXTERNAL_ID_BYTES - 1))).toThrow(/40 random bytes/);
  });
});

const problem = (text: string): string | undefined => {
  const parsed = parseExternalId(text);
  return parsed.ok ? undefined : parsed.error;
};

describe('an external ID that is entered', () => {
  it('may be one that a customer has already', () => {
    expect(problem(' acme:42/7f3c9a1be8d24560@9c-AA=b+c,d.e_f ')).toBeUndefined();
  });

  it('is refused when it is missing, short, too long, or holds what AWS or a shell would trip over', () => {
    expect(problem(' ')).toContain('Without an external ID');
    expect(problem('x'.repeat(31))).toContain('32 characters');
    expect(problem('x'.repeat(1225))).toContain('1224');
    for (const character of [' ', "'", '"', '$', '`', '\\', '\n', 'ä', '{']) {
      expect(problem('x'.repeat(20) + character + 'x'.repeat(20))).toContain('AWS allows');
    }
  });
});
