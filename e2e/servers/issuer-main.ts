import { Provider } from 'oidc-provider';
import { ISSUER } from '../seeds/pool.ts';
import { APP_URL, ISSUER_URL, PORTS } from './addresses.ts';

/**
 * A certified OpenID Connect issuer, stricter than AWS's stand-in: PKCE is a must, codes and refresh tokens work once, and a
 * client gets nothing that it isn't registered for. Whoever types a name and any password is signed in under that name.
 */
const provider = new Provider(ISSUER_URL, {
  clients: [
    {
      client_id: ISSUER.clientId,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${APP_URL}/`],
      post_logout_redirect_uris: [`${APP_URL}/`],
    },
  ],
  scopes: ['openid', 'email', 'groups', 'offline_access'],
  claims: { openid: ['sub'], email: ['email'], groups: ['groups'] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@company.example`, groups: ['platform'] }),
  }),
  pkce: { required: () => true },
  clientBasedCORS: (_context, origin) => origin === APP_URL,
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  cookies: { keys: ['a key for tests'] },
  features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
});

provider.listen(PORTS.issuer, '127.0.0.1');
