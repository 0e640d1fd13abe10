import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config.ts';
import { issuersOf, signOutAddress } from './issuer.ts';

const POOL = {
  label: 'Shop',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: 'client',
  domain: 'login.shop.example',
  identityPoolId: 'eu-west-1:0a1b',
};
const COMPANY = {
  label: 'Company',
  authority: 'https://id.example',
  clientId: 'rolewire',
  roleArn: 'arn:aws:iam::111122223333:role/reader',
};

function issuersIn(config: object) {
  const parsed = parseConfig(JSON.stringify(config));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return issuersOf(parsed.value);
}

describe('the issuers of config.json', () => {
  it('know the endpoints of a user pool by its domain, and its issuer by its id', () => {
    const [pool] = issuersIn({ cognito: [POOL] });
    expect(pool).toMatchObject({
      label: 'Shop',
      authority: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
      scope: 'openid',
      endpoints: {
        authorize: 'https://login.shop.example/oauth2/authorize',
        token: 'https://login.shop.example/oauth2/token',
        revoke: 'https://login.shop.example/oauth2/revoke',
      },
      extraQuery: {},
    });
  });

  it('keep to the partition of a pool, and lead to the provider that the entry names', () => {
    const [pool] = issuersIn({
      cognito: [{ ...POOL, userPoolId: 'cn-north-1_AbCdEf123', identityProvider: 'Entra' }],
    });
    expect(pool?.authority).toBe('https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEf123');
    expect(pool?.extraQuery).toEqual({ identity_provider: 'Entra' });
  });

  it('are told apart even when a pool and an issuer have one label', () => {
    const issuers = issuersIn({ cognito: [POOL], oidc: [{ ...COMPANY, label: 'Shop' }] });
    expect(new Set(issuers.map(({ key }) => key)).size).toBe(2);
  });
});

describe('the sign-out', () => {
  it('of a user pool goes to its logout endpoint', () => {
    const [pool] = issuersIn({ cognito: [POOL] });
    expect(pool && signOutAddress(pool, undefined, 'https://rolewire.example/')).toBe(
      'https://login.shop.example/logout?client_id=client&logout_uri=https%3A%2F%2Frolewire.example%2F',
    );
  });

  it('of an issuer goes where its discovery says, and nowhere unencrypted', () => {
    const [company] = issuersIn({ oidc: [COMPANY] });
    const at = (page: string | undefined) =>
      company && signOutAddress(company, page, 'https://rolewire.example/');
    expect(at('https://id.example/end')).toBe(
      'https://id.example/end?client_id=rolewire&post_logout_redirect_uri=https%3A%2F%2Frolewire.example%2F',
    );
    expect(at('http://id.example/end')).toBeUndefined();
    expect(at('javascript:alert(1)')).toBeUndefined();
    expect(at(undefined)).toBeUndefined();
  });
});
