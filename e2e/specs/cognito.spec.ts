import type { Page } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import { everythingInThePage, everythingStored, leaks } from '../leaks.ts';
import { PoolPage } from '../pages/pool-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { POOL, type PoolSeed } from '../seeds/pool.ts';
import { POOL_SEED, readSeed } from '../seeds/stored.ts';
import { APP_URL, MINISTACK_URL } from '../servers/addresses.ts';

/** Signing in at a user pool's managed login, and getting AWS credentials from an identity pool. */

const test = base.extend<{ pool: PoolSeed }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures from the pattern
  pool: async ({}, provide) => {
    const seed = readSeed('pool', POOL_SEED);
    if (seed === undefined) throw new Error('The user pool was not made.');
    await provide(seed);
  },
  config: async ({ pool }, provide) => provide(configOf(pool)),
});

test('from the button to the picture, at the view that was wanted, with nothing left in the address', async ({
  page,
}) => {
  const workspace = await signIn(page, '/?view=table&q=ferry');
  expect(page.url()).toBe(`${APP_URL}/?view=table&q=ferry`);
  await expect(workspace.row('ferry-1')).toContainText('ferry-profile');
  await workspace.account.click();
  const account = page.getByRole('dialog', { name: 'Account' });
  await expect(account).toContainText(`assumed-role/${POOL.role}/CognitoIdentityCredentials`);
  await expect(account).toContainText(`${POOL.user.mail} of Harbour`);
  await expect(account).toContainText(POOL.user.group);
});

test('the request has PKCE, a state and a nonce, and leads back to the root of the app alone', async ({
  page,
  pool,
}) => {
  await page.goto('/?view=table&redirect_uri=https://evil.example/');
  await button(page).click();
  await new PoolPage(page).whenOpen();
  const query = new URL(page.url()).searchParams;
  expect(query.get('response_type')).toBe('code');
  expect(query.get('client_id')).toBe(pool.clientId);
  expect(query.get('redirect_uri')).toBe(`${APP_URL}/`);
  expect(query.get('code_challenge_method')).toBe('S256');
  expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(query.get('state')?.length).toBeGreaterThanOrEqual(32);
  expect(query.get('nonce')?.length).toBeGreaterThanOrEqual(32);
  expect(query.get('scope')).toBe('openid');
});

test('no key, token or code is in storage, the address, the history, the console or another request', async ({
  page,
  aws,
  consoleLines,
}) => {
  const tokenAnswer = page.waitForResponse(isTokenAnswer);
  const credentialsAnswer = page.waitForResponse((response) =>
    (response.request().headers()['x-amz-target'] ?? '').endsWith('GetCredentialsForIdentity'),
  );
  const workspace = await signIn(page);
  const tokens = secretsIn(await (await tokenAnswer).json());
  const keys = secretsIn(await (await credentialsAnswer).json());
  const code = new URLSearchParams((await tokenAnswer).request().postData() ?? '').get('code') ?? '';
  const verifier =
    new URLSearchParams((await tokenAnswer).request().postData() ?? '').get('code_verifier') ?? '';
  expect([tokens.length, keys.length]).toEqual([3, 3]);
  const secrets = [...tokens, ...keys, code, verifier];

  await workspace.show('Table');
  expect(leaks(secrets, await everythingStored(page))).toEqual([]);
  expect(leaks(secrets, await everythingInThePage(page))).toEqual([]);
  expect(leaks(secrets, consoleLines.join('\n'))).toEqual([]);
  expect(leaks(secrets, page.url() + (await page.title()))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  const browser = await page.context().newCDPSession(page);
  const history = await browser.send('Page.getNavigationHistory');
  expect(history.entries.length).toBeGreaterThan(2);
  expect(leaks(secrets, JSON.stringify(history))).toEqual([]);
  // The keys are in signed calls; the tokens only at the two services that ask for them.
  for (const request of aws.requests) {
    const sent = `${request.url()} ${JSON.stringify(await request.allHeaders())} ${request.postData() ?? ''}`;
    const isCognito = /\/oauth2\/|AWSCognitoIdentityService/.test(sent);
    const isReturn = request.isNavigationRequest();
    if (!isCognito && !isReturn) expect(leaks(tokens, sent), request.url()).toEqual([]);
    expect(leaks([keys[1] ?? ''], sent), request.url()).toEqual([]);
  }
});

test('a reload signs out, as tokens are in memory alone; one click signs in again at the same view', async ({
  page,
}) => {
  const workspace = await signIn(page);
  await workspace.show('Table');
  await page.reload();
  await expect(button(page)).toBeVisible();
  await expect(workspace.table).toBeHidden();
  await button(page).click();
  await new PoolPage(page).signIn();
  await workspace.whenRead();
  await expect(workspace.row('ferry-1')).toBeVisible();
});

test('going back from the pool says that nobody signed in, and a new try works', async ({ page }) => {
  await page.goto('/');
  await button(page).click();
  await new PoolPage(page).whenOpen();
  await page.goBack();
  await expect(page.getByText('You came back from Harbour without signing in.')).toBeVisible();
  await expect(page.getByText(`${APP_URL}/`, { exact: true })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  await button(page).click();
  await new PoolPage(page).signIn();
  await new WorkspacePage(page).whenRead();
});

test('going back after the sign-in, and forward again, uses no answer twice', async ({ page, aws }) => {
  await signIn(page);
  await page.goBack();
  await new PoolPage(page).whenOpen();
  await page.goForward();
  await page.waitForURL(`${APP_URL}/`);
  await expect(alert(page)).toHaveCount(0);
  expect(
    aws.requests.filter((request) => request.url().endsWith('/oauth2/token') && isPost(request)),
  ).toHaveLength(1);
});

test('two tabs sign in beside each other', async ({ page, context, config }) => {
  const other = await context.newPage();
  await other.route('**/config.json', (route) => route.fulfill({ json: config }));
  for (const tab of [page, other]) {
    await tab.goto('/');
    await button(tab).click();
    await new PoolPage(tab).whenOpen();
  }
  for (const tab of [other, page]) {
    await new PoolPage(tab).signIn();
    await new WorkspacePage(tab).whenRead();
  }
});

test('an answer with a state that this tab did not ask with is refused and not sent anywhere', async ({
  page,
  aws,
}) => {
  await page.goto(`/?code=stolen&state=${'0'.repeat(32)}&error_description=Call+0800-EVIL`);
  await expect(alert(page)).toContainText('does not belong to a sign-in that this tab began');
  await expect(page.getByText('0800-EVIL')).toHaveCount(0);
  expect(page.url()).toBe(`${APP_URL}/`);
  expect(aws.requests.some((request) => request.url().includes('/oauth2/'))).toBe(false);
});

test('a state that was changed on the way is refused', async ({ page, aws }) => {
  await rewriteAuthorize(page, (query) => query.set('state', 'f'.repeat(32)));
  await page.goto('/');
  await button(page).click();
  await new PoolPage(page).signIn();
  await expect(alert(page)).toContainText('does not belong to a sign-in that this tab began');
  expect(aws.requests.some((request) => request.url().endsWith('/oauth2/token') && isPost(request))).toBe(
    false,
  );
});

test('an ID token with another nonce is refused, and no credentials are asked for', async ({ page, aws }) => {
  await rewriteAuthorize(page, (query) => query.set('nonce', 'another'));
  await page.goto('/');
  await button(page).click();
  await new PoolPage(page).signIn();
  await expect(alert(page)).toContainText('The ID token from Harbour was not accepted: its nonce');
  expect(aws.requests.some((request) => 'x-amz-target' in request.headers())).toBe(false);
});

test('a code that somebody else got a challenge for is refused by the pool', async ({ page }) => {
  await rewriteAuthorize(page, (query) =>
    query.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  );
  await page.goto('/');
  await button(page).click();
  await new PoolPage(page).signIn();
  await expect(alert(page)).toContainText('Harbour does not accept the code of this sign-in');
});

test('credentials renew with a fresh ID token before they end, and nobody notices', async ({ page, aws }) => {
  await page.clock.install();
  const workspace = await signIn(page);
  const renewed = page.waitForResponse(isRefresh);
  // Both the ID token and the credentials hold for an hour.
  await page.clock.fastForward('59:05');
  expect((await renewed).ok()).toBe(true);
  await expect.poll(() => targets(aws.requests).GetCredentialsForIdentity).toBeGreaterThan(1);
  expect(targets(aws.requests).GetId).toBe(1);
  await expect(workspace.account).not.toContainText('signed out');
  await expect(workspace.credentialsBanner).toBeHidden();
});

test('a sign-in that was ended at the pool keeps the picture, and says so', async ({ page }) => {
  await page.clock.install();
  const workspace = await signIn(page);
  await workspace.node('Instance ferry-1').click();
  await page.route(`${MINISTACK_URL}/oauth2/token`, (route) =>
    route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: 'invalid_grant', error_description: 'Refresh Token has been revoked' },
    }),
  );
  await page.clock.fastForward('59:30');
  await page.clock.fastForward('01:00');
  await expect(workspace.credentialsBanner).toContainText('As of');
  await expect(workspace.details).toContainText('ferry-1');
});

test('signing in again opens a window, so that the picture, the view and the selection stay', async ({
  page,
  context,
  config,
}) => {
  const workspace = await signIn(page);
  await workspace.node('Instance ferry-1').click();
  await workspace.choose('Sign out, keep the picture');

  await context.route('**/config.json', (route) => route.fulfill({ json: config }));
  await workspace.credentialsBanner.getByRole('button', { name: 'Sign in again' }).click();
  const opening = context.waitForEvent('page');
  const dialog = page.getByRole('dialog', { name: /Sign in/ });
  await dialog.getByRole('button', { name: 'Sign in with Harbour' }).click();
  const popup = await opening;
  const closing = popup.waitForEvent('close');
  await new PoolPage(popup).signIn();
  await closing;
  await expect(dialog).toBeHidden();
  await expect(workspace.credentialsBanner).toBeHidden();
  await expect(workspace.details).toContainText('ferry-1');
});

test('signing out takes the refresh token back; signing out of the pool too leads back to the first screen', async ({
  page,
  pool,
}) => {
  const tokenAnswer = page.waitForResponse(isTokenAnswer);
  const workspace = await signIn(page);
  const { refresh_token: refreshToken } = await (await tokenAnswer).json();
  const revoking = page.waitForRequest(`${MINISTACK_URL}/oauth2/revoke`);
  await workspace.choose('Sign out, keep the picture');
  expect(new URLSearchParams((await revoking).postData() ?? '').get('token')).toBe(refreshToken);

  const leaving = page.waitForRequest(`${MINISTACK_URL}/logout?**`);
  await workspace.choose('Sign out of the identity provider too, clear the picture');
  const logout = new URL((await leaving).url());
  expect([...logout.searchParams]).toEqual([
    ['client_id', pool.clientId],
    ['logout_uri', `${APP_URL}/`],
  ]);
  await page.waitForURL(`${APP_URL}/`);
  await expect(button(page)).toBeVisible();
});

test('several pools are offered, each by its label', async ({ page, pool, config }) => {
  const [entry] = Array.isArray(config['cognito']) ? config['cognito'] : [];
  const json = {
    ...config,
    cognito: [entry, { ...entry, label: 'Partners', clientId: pool.elsewhereClientId }],
  };
  await page.route('**/config.json', (route) => route.fulfill({ json }));
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Sign in with/ })).toHaveText([
    'Sign in with Harbour',
    'Sign in with Partners',
  ]);
});

test.describe('what is set up wrongly is named', () => {
  test('an identity pool that does not know the user pool', async ({ page, pool }) => {
    await useConfig(page, configOf(pool, { identityPoolId: pool.strangePoolId }));
    await page.goto('/');
    await button(page).click();
    await new PoolPage(page).signIn();
    await expect(alert(page)).toContainText('The identity pool of Harbour refuses this sign-in');
    await expect(alert(page)).toContainText(pool.clientId);
  });

  test('an identity pool with no role for people who signed in', async ({ page, pool }) => {
    await answerOf(page, 'GetCredentialsForIdentity', {
      __type: 'InvalidIdentityPoolConfigurationException',
      message: 'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    });
    await page.goto('/');
    await button(page).click();
    await new PoolPage(page).signIn();
    await expect(alert(page)).toContainText('The identity pool of Harbour has no role that it may give out');
    await expect(alert(page)).toContainText(pool.identityPoolId);
  });

  test('an identity pool that does not exist', async ({ page, pool }) => {
    await useConfig(
      page,
      configOf(pool, { identityPoolId: 'eu-west-1:00000000-0000-4000-8000-000000000000' }),
    );
    await page.goto('/');
    await button(page).click();
    await new PoolPage(page).signIn();
    await expect(alert(page)).toContainText('There is no identity pool');
  });

  test('a callback that the pool does not allow: its page says so, and going back says what to do', async ({
    page,
    pool,
  }) => {
    await useConfig(page, configOf(pool, { clientId: pool.elsewhereClientId }));
    await page.goto('/');
    await button(page).click();
    await page.waitForURL(`${MINISTACK_URL}/oauth2/authorize?**`);
    await page.goBack();
    await expect(page.getByText('redirect_mismatch')).toBeVisible();
    await expect(page.getByText(`${APP_URL}/`, { exact: true })).toBeVisible();
  });

  test('scopes that the app client does not allow', async ({ page, pool }) => {
    await useConfig(page, configOf(pool, { scopes: ['openid', 'phone'] }));
    await page.goto('/');
    await button(page).click();
    await expect(alert(page)).toContainText('Harbour does not allow the scopes "openid phone"');
  });

  test('a managed login that is out of reach, before the page is left', async ({ page, pool }) => {
    await page.route(`${MINISTACK_URL}/oauth2/token`, (route) => route.abort('connectionfailed'));
    await useConfig(page, configOf(pool));
    await page.goto('/');
    await button(page).click();
    await expect(alert(page)).toContainText(`${new URL(MINISTACK_URL).host} could not be reached`);
    expect(page.url()).toBe(`${APP_URL}/`);
  });

  test('a managed login that the page may not talk to', async ({ page, pool, consoleLines }) => {
    await useConfig(page, configOf(pool, { domain: 'login.harbour.example' }));
    await page.goto('/');
    await button(page).click();
    await expect(alert(page)).toContainText('This page is not allowed to talk to login.harbour.example');
    await expect(alert(page)).toContainText('https://login.harbour.example to connect-src');
    forgiveRefusals(consoleLines);
  });

  test('guests of an identity pool', async ({ page, pool }) => {
    const { identityPoolId } = pool;
    await useConfig(page, { cognito: [{ label: 'Guests', identityPoolId }] });
    await page.goto('/');
    await expect(alert(page)).toContainText('AWS never lets guests of an identity pool read IAM or EC2');
  });
});

function configOf(pool: PoolSeed, change: object = {}): Readonly<Record<string, unknown>> {
  const { userPoolId, clientId, identityPoolId } = pool;
  const entry = { label: 'Harbour', userPoolId, clientId, identityPoolId, domain: MINISTACK_URL };
  return { endpoint: MINISTACK_URL, regions: [POOL.region], cognito: [{ ...entry, ...change }] };
}

async function useConfig(page: Page, json: object): Promise<void> {
  await page.route('**/config.json', (route) => route.fulfill({ json }));
}

function button(page: Page) {
  return page.getByRole('button', { name: 'Sign in with Harbour' });
}

function alert(page: Page) {
  return page.getByRole('region', { name: 'Sign in' }).getByRole('alert');
}

async function signIn(page: Page, address = '/'): Promise<WorkspacePage> {
  await page.goto(address);
  await button(page).click();
  await new PoolPage(page).signIn();
  const workspace = new WorkspacePage(page);
  await workspace.whenRead();
  return workspace;
}

/** Changes the address of the pool's page on its way, as somebody in between would. */
async function rewriteAuthorize(page: Page, change: (query: URLSearchParams) => void): Promise<void> {
  await page.route(`${MINISTACK_URL}/oauth2/authorize?**`, (route) => {
    const url = new URL(route.request().url());
    change(url.searchParams);
    return route.continue({ url: url.href });
  });
}

/** Gives the app an error of Cognito's for one of its actions. */
async function answerOf(page: Page, action: string, json: object): Promise<void> {
  await page.route(`${MINISTACK_URL}/`, (route) => {
    const target = route.request().headers()['x-amz-target'] ?? '';
    if (!target.endsWith(`.${action}`)) return route.fallback();
    return route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' }, json });
  });
}

interface Sent {
  method(): string;
  headers(): Record<string, string>;
  postData(): string | null;
}

function isPost(request: Sent): boolean {
  return request.method() === 'POST';
}

function isTokenAnswer(response: { url(): string; request(): Sent }): boolean {
  return response.url() === `${MINISTACK_URL}/oauth2/token` && isPost(response.request());
}

function isRefresh(response: { request(): Sent }): boolean {
  return new URLSearchParams(response.request().postData() ?? '').get('grant_type') === 'refresh_token';
}

/** How often each action of Cognito's was asked for. */
function targets(requests: readonly Sent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const request of requests.filter(isPost)) {
    const action = (request.headers()['x-amz-target'] ?? '').split('.')[1];
    if (action !== undefined) counts[action] = (counts[action] ?? 0) + 1;
  }
  return counts;
}

/** The secret texts in an answer with tokens or with credentials. */
function secretsIn(answer: {
  readonly [name: string]: unknown;
  readonly Credentials?: Readonly<Record<string, unknown>>;
}): readonly string[] {
  const { AccessKeyId, SecretKey, SessionToken } = answer.Credentials ?? {};
  const { id_token: idToken, access_token: accessToken, refresh_token: refreshToken } = answer;
  return [AccessKeyId, SecretKey, SessionToken, idToken, accessToken, refreshToken].filter(
    (secret) => typeof secret === 'string',
  );
}

/** What this test provokes: lines about the Content-Security-Policy, which no other test may see. */
function forgiveRefusals(lines: readonly string[]): void {
  const array = lines as string[];
  array.splice(0, array.length, ...array.filter((line) => !line.includes('Content Security Policy')));
}
