import { describe, expect, it } from 'vitest';
import { checkIdToken, personOf } from './token-claims.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const EXPECTED = { issuer: 'https://id.example', clientId: 'rolewire' };
const CLAIMS = {
  iss: EXPECTED.issuer,
  sub: '1',
  aud: 'rolewire',
  exp: NOW.getTime() / 1000 + 3600,
  token_use: 'id',
};

describe('an ID token', () => {
  it('is taken when it is from the issuer, for this client, and still valid', () => {
    expect(checkIdToken(CLAIMS, EXPECTED, NOW).ok).toBe(true);
    expect(checkIdToken({ ...CLAIMS, aud: ['other', 'rolewire'], azp: 'rolewire' }, EXPECTED, NOW).ok).toBe(
      true,
    );
  });

  it('may have expired by a clock that is a little fast, but not by more', () => {
    const at = (seconds: number) => ({ ...CLAIMS, exp: NOW.getTime() / 1000 + seconds });
    expect(checkIdToken(at(-299), EXPECTED, NOW).ok).toBe(true);
    expect(checkIdToken(at(-300), EXPECTED, NOW).ok).toBe(false);
  });

  it.each([
    ['of another issuer', { iss: 'https://id.example/' }, 'it is from https://id.example/'],
    ['for another client', { aud: 'other' }, 'for another client'],
    [
      'for several clients, given to another',
      { aud: ['rolewire', 'other'], azp: 'other' },
      'given to another',
    ],
    ['for several clients, given to nobody', { aud: ['rolewire', 'other'] }, 'given to another'],
    ['that is an access token', { token_use: 'access' }, 'not an ID token'],
    ['without an expiry', { exp: undefined }, 'no proper'],
    ['without an audience', { aud: undefined }, 'no proper'],
  ])('%s is refused', (_name, change, why) => {
    const checked = checkIdToken({ ...CLAIMS, ...change }, EXPECTED, NOW);
    expect(checked.ok ? '' : checked.error).toContain(why);
  });
});

describe('the person that a token is about', () => {
  it('is named as people know themselves, with the groups of Cognito or of another issuer', () => {
    expect(
      personOf(
        { ...CLAIMS, email: 'mira@a.example', 'cognito:username': 'x1', 'cognito:groups': ['a', 'b'] },
        'Shop',
      ),
    ).toEqual({ issuer: 'Shop', name: 'mira@a.example', groups: ['a', 'b'] });
    expect(
      personOf({ ...CLAIMS, preferred_username: 'noor', groups: ['c'] }, 'Company', 'https://out'),
    ).toEqual({
      issuer: 'Company',
      name: 'noor',
      groups: ['c'],
      signOutAddress: 'https://out',
    });
  });

  it('has a name even where claims are missing or of another kind', () => {
    expect(personOf({ sub: '1', email: '', groups: 'admins' }, 'Shop')).toEqual({
      issuer: 'Shop',
      name: '1',
      groups: [],
    });
    expect(personOf({}, 'Shop').name).toBe('somebody unnamed');
  });
});
