import { describe, expect, it } from 'vitest';
import { PENDING_PREFIX, readPending } from './pending-sign-in.ts';

function storageWith(text: string) {
  return { getItem: (key: string) => (key === `${PENDING_PREFIX}abc` ? text : null) };
}

describe('what is remembered while a person is at the page of an issuer', () => {
  it('is found by the state that the sign-in began with', () => {
    const storage = storageWith(JSON.stringify({ data: { issuer: 'cognito Shop', view: '?view=table' } }));
    expect(readPending(storage, 'abc')).toEqual({ issuer: 'cognito Shop', view: '?view=table' });
    expect(readPending(storage, 'other')).toBeUndefined();
    expect(readPending(storage, null)).toBeUndefined();
  });

  it.each(['//evil.example', 'https://evil.example', '/other', 'javascript:alert(1)', '#x'])(
    'leads to a view of this page, never to %s',
    (view) => {
      const storage = storageWith(JSON.stringify({ data: { issuer: 'cognito Shop', view } }));
      expect(readPending(storage, 'abc')).toBeUndefined();
    },
  );

  it.each(['', '{', 'null', '{"data":1}'])('is nothing when something else lies there: %s', (text) => {
    expect(readPending(storageWith(text), 'abc')).toBeUndefined();
  });
});
