import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { everythingStored, leaks } from '../leaks.ts';
import { IssuerPage } from '../pages/issuer-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { ISSUER } from '../seeds/pool.ts';
import { SHOP } from '../seeds/shop.ts';
import { APP_URL, ISSUER_URL, MINISTACK_URL } from '../servers/addresses.ts';

/** Signing in at an OpenID Connect issuer that keeps to every rule, and assuming a role with its ID token. */

const COMPANY = {
  label: 'Company',
  authority: ISSUER_URL,
  clientId: ISSUER.clientId,
  roleArn: `arn:aws:iam::${SHOP.accountId}:role/${ISSUER.role}`,
  scopes: ['openid', 'email', 'groups'],
};

test.use({ config: configOf({}) });

test('from the button to the picture, as the person who signed in', async ({ page, aws }) => {
  const answer = page.waitForResponse(`${ISSUER_URL}/token`);
  const workspace = await signIn(page);
  expect(page.url()).toBe(`${APP_URL}/`);
  await workspace.account.click();
  const account = page.getByRole('dialog', { name: 'Account' });
  await expect(account).toContainText(
    `arn:aws:sts::${SHOP.accountId}:assumed-role/${ISSUER.role}/noor@company.example`,
  );
  await expect(account).toContainText('platform');
  const tokens: Record<string, unknown> = await (await answer).json();
  const secrets = ['id_token', 'access_token', 'refresh_token'].map((name) => String(tokens[name]));
  expect(leaks(secrets, await everythingStored(page))).toEqual([]);
  // Unsigned, and held to the reads that the app makes.
  const assume = aws.requests.map((request) => new URLSearchParams(request.postData() ?? ''));
  const form = assume.find((each) => isAssumeRole(each.toString()));
  expect(form?.get('Policy')).toContain('ec2:DescribeInstances');
});

test('an issuer that rotates refresh tokens renews the credentials again and again', async ({ page }) => {
  await page.clock.install();
  const workspace = await signIn(page);
  // The servers' clocks stand still meanwhile: what they give ends within the minute, by the clock of the page.
  for (const time of ['59:05', '00:31']) {
    const refreshed = page.waitForResponse((response) => response.url() === `${ISSUER_URL}/token`);
    const assumed = page.waitForResponse((response) => isAssumeRole(response.request().postData()));
    await page.clock.fastForward(time);
    expect((await refreshed).status()).toBe(200);
    await (await assumed).finished();
  }
  await expect(workspace.credentialsBanner).toBeHidden();
});

test('a nonce that was changed on the way is refused', async ({ page, aws }) => {
  await rewriteAuthorize(page, (query) => query.set('nonce', 'another'));
  await start(page);
  await expect(alert(page)).toContainText('The ID token from Company was not accepted: its nonce');
  expect(aws.requests.filter((request) => request.postData()?.includes('AssumeRole'))).toEqual([]);
});

test('a code verifier that does not fit is refused by the issuer', async ({ page }) => {
  await page.route(`${ISSUER_URL}/token`, (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '');
    form.set('code_verifier', 'v'.repeat(64));
    return route.continue({ postData: form.toString() });
  });
  await start(page);
  await expect(alert(page)).toContainText('Company does not accept the code of this sign-in');
});

test('an answer in the name of another issuer is refused, and its code goes nowhere', async ({
  page,
  aws,
}) => {
  await page.goto('/');
  const asking = page.waitForRequest(`${ISSUER_URL}/auth?**`);
  await button(page).click();
  const state = new URL((await asking).url()).searchParams.get('state') ?? '';
  await page.waitForURL(`${ISSUER_URL}/interaction/**`);
  await page.goto(`/?${new URLSearchParams({ code: 'theirs', state, iss: 'https://evil.example' })}`);
  await expect(alert(page)).toContainText('the answer is from https://evil.example');
  expect(aws.requests.some((request) => request.postData()?.includes('theirs'))).toBe(false);
  // The state is used up: even the right answer comes too late now.
  await page.goto(`/?${new URLSearchParams({ code: 'ours', state, iss: ISSUER_URL })}`);
  await expect(alert(page)).toContainText('does not belong to a sign-in that this tab began');
});

test('saying no at the issuer is told apart from a failure', async ({ page }) => {
  await page.goto('/');
  await button(page).click();
  await page.waitForURL(`${ISSUER_URL}/interaction/**`);
  await page.getByRole('link', { name: /Cancel/ }).click();
  await expect(alert(page)).toContainText('Company did not sign you in.');
  expect(page.url()).toBe(`${APP_URL}/`);
});

test('a discovery document in the name of another issuer is refused before the page is left', async ({
  page,
}) => {
  await page.route(`${ISSUER_URL}/.well-known/openid-configuration`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), issuer: 'https://evil.example' } });
  });
  await page.goto('/');
  await button(page).click();
  await expect(alert(page)).toContainText('it says that the issuer is https://evil.example');
});

test('an issuer that does not answer is named', async ({ page }) => {
  await page.route(`${ISSUER_URL}/**`, (route) => route.abort('connectionfailed'));
  await page.goto('/');
  await button(page).click();
  await expect(alert(page)).toContainText(`${new URL(ISSUER_URL).host} could not be reached`);
});

test.describe('a role that trusts another client', () => {
  test.use({ config: configOf({ roleArn: `arn:aws:iam::${SHOP.accountId}:role/${ISSUER.otherRole}` }) });

  test('is refused by AWS, and said so', async ({ page }) => {
    await start(page);
    await expect(alert(page)).toContainText(
      `AWS refused sts:AssumeRoleWithWebIdentity for the role ${ISSUER.otherRole}`,
    );
  });
});

test('signing out of the issuer too leads to its page, with no token in the address', async ({ page }) => {
  const workspace = await signIn(page);
  await workspace.choose('Sign out of the identity provider too, clear the picture');
  await page.waitForURL(`${ISSUER_URL}/session/end?**`);
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['client_id', 'post_logout_redirect_uri']);
  await page.getByRole('button', { name: /Yes, sign me out/ }).click();
  await page.waitForURL(`${APP_URL}/`);
  await expect(button(page)).toBeVisible();
});

function isAssumeRole(body: string | null): boolean {
  return new URLSearchParams(body ?? '').get('Action') === 'AssumeRoleWithWebIdentity';
}

function configOf(change: object): Readonly<Record<string, unknown>> {
  return { endpoint: MINISTACK_URL, regions: SHOP.regions, oidc: [{ ...COMPANY, ...change }] };
}

function button(page: Page) {
  return page.getByRole('button', { name: 'Sign in with Company' });
}

function alert(page: Page) {
  return page.getByRole('region', { name: 'Sign in' }).getByRole('alert');
}

async function start(page: Page): Promise<void> {
  await page.goto('/');
  await button(page).click();
  await new IssuerPage(page).signIn('noor');
}

async function signIn(page: Page): Promise<WorkspacePage> {
  await start(page);
  const workspace = new WorkspacePage(page);
  await workspace.whenRead();
  return workspace;
}

/** Changes the address of the issuer's page on its way, as somebody in between would. */
async function rewriteAuthorize(page: Page, change: (query: URLSearchParams) => void): Promise<void> {
  await page.route(`${ISSUER_URL}/auth?**`, (route) => {
    const url = new URL(route.request().url());
    change(url.searchParams);
    return route.continue({ url: url.href });
  });
}
