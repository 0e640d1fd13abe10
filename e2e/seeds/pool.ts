import {
  CognitoIdentityClient,
  CreateIdentityPoolCommand,
  SetIdentityPoolRolesCommand,
} from '@aws-sdk/client-cognito-identity';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateOpenIDConnectProviderCommand } from '@aws-sdk/client-iam';
import { clientsFor } from './clients.ts';
import { SHOP } from './shop.ts';
import { createFederatedRole, createProfile, createRole, launch, READ_ALL, text } from './steps.ts';

/**
 * A user pool with managed login, and an identity pool with a role that reads; in MiniStack's default account, where calls
 * without a signature land. Its one region is that of both pools.
 */
export const POOL = {
  accountId: '000000000000',
  region: 'eu-west-1',
  domain: 'harbour-login',
  role: 'signed-in-reader',
  user: { name: 'mira', mail: 'mira@harbour.example', password: 'Sunny-Harbour-7', group: 'auditors' },
} as const;

/** The client of the OpenID Connect issuer, and the role in the shop's first account that its people get. */
export const ISSUER = { clientId: 'rolewire', role: 'issuer-reader', otherRole: 'issuer-stranger' } as const;

/** What `config.json` says of the pools. */
export interface PoolSeed {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly identityPoolId: string;
  /** Takes no user pool as a provider. */
  readonly strangePoolId: string;
  /** An app client of the user pool that allows the callback of another page only. */
  readonly elsewhereClientId: string;
}

export async function seedPool(endpoint: string, appUrl: string): Promise<PoolSeed> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const settings = { endpoint, region: POOL.region, credentials, maxAttempts: 1 };
  const users = new CognitoIdentityProviderClient(settings);
  const identities = new CognitoIdentityClient(settings);

  const { UserPool } = await users.send(new CreateUserPoolCommand({ PoolName: 'harbour' }));
  const userPoolId = text(UserPool?.Id, 'Id');
  await users.send(new CreateUserPoolDomainCommand({ UserPoolId: userPoolId, Domain: POOL.domain }));
  const clientId = await createAppClient(users, userPoolId, `${appUrl}/`);
  const elsewhereClientId = await createAppClient(users, userPoolId, 'https://elsewhere.example/');
  await createMira(users, userPoolId);

  const createIdentityPool = async (name: string, clientIds: readonly string[]): Promise<string> => {
    const { IdentityPoolId } = await identities.send(
      new CreateIdentityPoolCommand({
        IdentityPoolName: name,
        AllowUnauthenticatedIdentities: false,
        CognitoIdentityProviders: clientIds.map((id) => ({
          ClientId: id,
          ProviderName: `cognito-idp.${POOL.region}.amazonaws.com/${userPoolId}`,
        })),
      }),
    );
    return text(IdentityPoolId, 'IdentityPoolId');
  };
  const identityPoolId = await createIdentityPool('harbour', [clientId]);
  const strangePoolId = await createIdentityPool('strangers', []);

  const root = clientsFor(endpoint, credentials);
  const roleArn = await createFederatedRole(root, {
    name: POOL.role,
    accountId: POOL.accountId,
    provider: 'cognito-identity.amazonaws.com',
    conditions: { StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPoolId } },
    statements: [READ_ALL],
  });
  await identities.send(
    new SetIdentityPoolRolesCommand({ IdentityPoolId: identityPoolId, Roles: { authenticated: roleArn } }),
  );
  await createRole(root, { name: 'ferry' });
  await createProfile(root, { name: 'ferry-profile', role: 'ferry' });
  await launch(root, { region: POOL.region, name: 'ferry-1', profile: 'ferry-profile' });
  return { userPoolId, clientId, identityPoolId, strangePoolId, elsewhereClientId };
}

/** Lets the people of an OpenID Connect issuer assume one role of the shop's first account, and not another. */
export async function seedIssuerRoles(endpoint: string, issuerUrl: string): Promise<void> {
  const root = clientsFor(endpoint, { accessKeyId: SHOP.accountId, secretAccessKey: 'test' });
  const host = issuerUrl.replace(/^https?:\/\//, '');
  await root.iam.send(
    new CreateOpenIDConnectProviderCommand({ Url: issuerUrl, ClientIDList: [ISSUER.clientId] }),
  );
  for (const [name, audience] of [
    [ISSUER.role, ISSUER.clientId],
    [ISSUER.otherRole, 'another-client'],
  ] as const) {
    await createFederatedRole(root, {
      name,
      accountId: SHOP.accountId,
      provider: `arn:aws:iam::${SHOP.accountId}:oidc-provider/${host}`,
      conditions: { StringEquals: { [`${host}:aud`]: audience } },
      statements: [READ_ALL],
    });
  }
}

async function createAppClient(
  users: CognitoIdentityProviderClient,
  userPoolId: string,
  callback: string,
): Promise<string> {
  const { UserPoolClient } = await users.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: `rolewire at ${new URL(callback).hostname}`.replace(/[^\w ]/g, '-'),
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      SupportedIdentityProviders: ['COGNITO'],
      CallbackURLs: [callback],
      LogoutURLs: [callback],
    }),
  );
  return text(UserPoolClient?.ClientId, 'ClientId');
}

async function createMira(users: CognitoIdentityProviderClient, userPoolId: string): Promise<void> {
  const { name, mail, password, group } = POOL.user;
  await users.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: name,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: mail },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  await users.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: userPoolId,
      Username: name,
      Password: password,
      Permanent: true,
    }),
  );
  await users.send(new CreateGroupCommand({ UserPoolId: userPoolId, GroupName: group }));
  await users.send(
    new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: name, GroupName: group }),
  );
}
