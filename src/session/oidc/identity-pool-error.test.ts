import { describe, expect, it } from 'vitest';
import { identityPoolError } from './identity-pool-error.ts';

const POOL = {
  label: 'Shop',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: 'client',
  domain: 'https://login.shop.example',
  identityPoolId: 'eu-west-1:0a1b',
  scopes: ['openid'],
};

describe('why an identity pool gave no credentials', () => {
  it.each([
    [
      'NotAuthorizedException',
      'Token is not from a supported provider of this identity pool.',
      'denied',
      /refuses this sign-in.*supported provider.*eu-west-1_AbCdEf123.*client/,
    ],
    [
      'NotAuthorizedException',
      'Invalid login token. Token expired: 1795608000 >= 1795604400',
      'clock-skew',
      /takes the ID token for expired/,
    ],
    [
      'InvalidIdentityPoolConfigurationException',
      'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
      'denied',
      /has no role that it may give out.*eu-west-1:0a1b/,
    ],
    [
      'ResourceNotFoundException',
      "IdentityPool 'eu-west-1:0a1b' not found.",
      'config',
      /There is no identity pool/,
    ],
    ['TooManyRequestsException', 'Rate exceeded', 'throttled', /slow down/],
    [
      'TypeError',
      'Failed to fetch',
      'unreachable',
      /cognito-identity\.eu-west-1\.amazonaws\.com could not be/,
    ],
    ['InternalErrorException', 'Oops', 'other', /InternalErrorException.*Oops/],
  ])('%s: %s', (name, message, kind, words) => {
    const error = name === 'TypeError' ? new TypeError(message) : Object.assign(new Error(message), { name });
    const explained = identityPoolError(error, POOL, 'cognito-identity.eu-west-1.amazonaws.com');
    expect(explained.kind).toBe(kind);
    expect(`${explained.message} ${explained.advice}`).toMatch(words);
  });
});
