import { readFileSync } from 'node:fs';
import { isForAws } from '../call-log.ts';
import { expect, test } from '../fixtures.ts';
import { everythingInThePage, everythingStored, leaks } from '../leaks.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';
import { APP_URL, MINISTACK_URL } from '../servers/addresses.ts';

/** Where credentials go: into the signature of calls to AWS, and nowhere else. */

test('the secret key leaves the page nowhere, the session token only in signed calls', async ({
  page,
  shop,
  aws,
  consoleLines,
}) => {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = shop.reader;
  const secrets = [secretAccessKey, sessionToken, accessKeyId];
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Instance web-1,').click();
  await workspace.show('Table');
  await workspace.show('Findings');
  await workspace.choose('Sign out, keep the picture');

  for (const request of aws.requests) {
    const headers = await request.allHeaders();
    const { authorization = '', 'x-amz-security-token': token = '', ...others } = headers;
    const rest = `${request.url()} ${JSON.stringify(others)} ${request.postData() ?? ''}`;
    expect(leaks(secrets, rest), request.url()).toEqual([]);
    expect(authorization).not.toContain(secretAccessKey);
    if (isForAws(request.url())) {
      expect(token, request.url()).toBe(sessionToken);
      expect(authorization).toContain(`Credential=${accessKeyId}/`);
    } else {
      expect(authorization + token).toBe('');
    }
  }
  expect(aws.calls.length).toBeGreaterThan(10);
  expect(leaks(secrets, consoleLines.join('\n'))).toEqual([]);
  expect(leaks(secrets, page.url())).toEqual([]);
  expect(leaks(secrets, await page.title())).toEqual([]);
  expect(leaks(secrets, await everythingStored(page))).toEqual([]);
  expect(leaks(secrets, await everythingInThePage(page))).toEqual([]);
});

test('a snapshot of the account holds no credentials', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /snapshot/i }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  expect(saved).toContain('s3access-profile');
  const { accessKeyId, secretAccessKey, sessionToken = '' } = shop.reader;
  expect(leaks([accessKeyId, secretAccessKey, sessionToken], saved)).toEqual([]);
});

test('credentials that AWS refuses stay in the fields and go nowhere else', async ({
  page,
  shop,
  aws,
  consoleLines,
}) => {
  const start = new StartPage(page);
  const secret = 'a-secret-that-does-not-fit-to-the-key';
  await start.open();
  await start.paste(exportLines({ ...shop.reader, secretAccessKey: secret }));
  await start.signInButton.click();
  await expect(start.alert).toBeVisible();
  await expect(start.alert).not.toContainText(secret);
  for (const request of aws.requests) {
    const sent = `${request.url()} ${JSON.stringify(await request.allHeaders())} ${request.postData() ?? ''}`;
    expect(sent).not.toContain(secret);
  }
  expect(consoleLines.join('\n')).not.toContain(secret);
  expect(await everythingStored(page)).not.toContain(secret);
});

test('nothing is ever asked of a third party', async ({ page, shop, aws }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  for (const view of ['Table', 'Findings', 'Graph'] as const) await workspace.show(view);
  const strangers = aws.requests
    .map((request) => request.url())
    .filter((url) => !/^(data|blob):/.test(url))
    .filter((url) => !url.startsWith(APP_URL) && !url.startsWith(MINISTACK_URL));
  expect(strangers).toEqual([]);
});

test('the built page allows scripts and connections only where it needs them', async ({ page }) => {
  await page.goto('/');
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  const policy = (await meta.getAttribute('content')) ?? '';
  const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part]));
  expect(directives.get('default-src')).toBe("default-src 'none'");
  expect(directives.get('script-src')).toBe("script-src 'self'");
  expect(directives.get('object-src')).toBe("object-src 'none'");
  expect(directives.get('base-uri')).toBe("base-uri 'none'");
  expect(directives.get('form-action')).toBe("form-action 'none'");
  expect(directives.get('connect-src')).toContain('https://*.amazonaws.com ');
  expect(policy).not.toMatch(/unsafe|https:[ ;]|(^|\s)\*/);
  // The policy comes before anything that it rules.
  expect(await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'))).toBe(
    'Content-Security-Policy',
  );
});
