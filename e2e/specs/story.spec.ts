import { rewriteAnswer } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { HOSTILE_NAME, SHOP } from '../seeds/shop.ts';

/** An engineer signs in to the seeded shop and works with the picture. */

test('from pasted lines to every chain, and the same look again from its link', async ({ page, shop }) => {
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  await start.open();
  await start.signIn(shop.reader);
  await workspace.whenRead();

  await expect(workspace.account).toContainText('1111-2222-3333');
  await expect(workspace.account).toContainText(SHOP.alias);
  await expect(workspace.column('Instances', 21)).toBeVisible();
  await expect(workspace.column('Roles', 7)).toBeVisible();
  await workspace.account.click();
  await expect(page.getByRole('dialog', { name: 'Account' })).toContainText(
    `arn:aws:sts::${SHOP.accountId}:assumed-role/reader/mira`,
  );
  await page.keyboard.press('Escape');

  await workspace.node('Instance web-1,').click();
  await expect(workspace.details).toContainText('runs as role s3access through profile s3access-profile');
  await expect(workspace.details.getByRole('region', { name: 'The same role is also in' })).toContainText(
    /batch-s3.*2 instances.*nightly-s3.*1 instance/s,
  );

  await workspace.show('Table');
  await workspace.search.fill('s3access');
  await expect(workspace.tableCount).toContainText('4 of 25 chains');
  await expect(workspace.row('web-1')).toContainText('s3access-profile');

  // The address follows typing after a short rest.
  await expect(page).toHaveURL(/[?&]q=s3access\b/);
  const link = page.url();
  await page.reload();
  await start.signIn(shop.reader);
  await workspace.whenRead();
  expect(page.url()).toBe(link);
  await expect(workspace.tableCount).toContainText('4 of 25 chains');
  await expect(workspace.search).toHaveValue('s3access');
  await expect(workspace.details).toContainText('web-1');
});

test('chains that AWS shows nowhere: a profile made again, one deleted, an empty one, a trust that refuses', async ({
  page,
  shop,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  const sentence = async (node: string): Promise<string> => {
    await workspace.node(node).click();
    const text = workspace.details.getByRole('paragraph').filter({ hasText: /\(i-[0-9a-f]+\)/ });
    return (await text.first().textContent()) ?? '';
  };
  expect(await sentence('Instance reports,')).toMatch(/deleted and made again/);
  expect(await sentence('Instance forgotten,')).toMatch(/no credentials.*scratch/);
  expect(await sentence('Instance cron,')).toMatch(/no credentials.*legacy-cron/);
  expect(await sentence('Instance importer,')).toMatch(/no credentials.*import-lambda/);
});

test('sign-out keeps the picture, marked as of its time, until it is cleared', async ({
  page,
  shop,
  aws,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.choose('Sign out, keep the picture');
  await expect(workspace.credentialsBanner).toContainText(/As of .*You signed out/);
  await expect(workspace.account).toContainText('signed out');
  await expect(workspace.column('Instances', 21)).toBeVisible();

  const sent = aws.calls.length;
  await workspace.node('Role s3access').click();
  await expect(workspace.details).toContainText('s3access');
  expect(aws.calls).toHaveLength(sent);

  await workspace.credentialsBanner.getByRole('button', { name: 'Clear' }).click();
  await expect(new StartPage(page).pasteBox).toBeVisible();
});

test('signing in again goes on where one was', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Instance web-1,').click();
  await workspace.choose('Sign out, keep the picture');
  await workspace.credentialsBanner.getByRole('button', { name: 'Sign in again' }).click();
  await new StartPage(page, page.getByRole('dialog', { name: /Sign in/ })).signIn(shop.reader);
  await expect(workspace.credentialsBanner).toBeHidden();
  await workspace.whenRead();
  await expect(workspace.details).toContainText('web-1');
  await expect(workspace.account).not.toContainText('signed out');
});

test('the picture works by keyboard alone', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Instance cron,').focus();
  await page.keyboard.press('ArrowRight');
  await expect(workspace.node('Instance profile legacy-cron')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.details.getByRole('heading', { level: 2 })).toHaveText('legacy-cron');
  await page.keyboard.press('ArrowDown');
  await expect(workspace.node('Instance profile legacy-cron')).not.toBeFocused();
  // The first Escape may take away the tooltip of the focused mark.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(workspace.details).toBeHidden({ timeout: 500 });
  }).toPass();
});

test('the sample account needs no AWS account and asks AWS nothing', async ({ page, aws }) => {
  const workspace = new WorkspacePage(page);
  await new StartPage(page).open();
  await new StartPage(page).exploreSample();
  await expect(workspace.account).toContainText('SAMPLE');
  await expect(workspace.graph).toBeVisible();
  expect(aws.calls).toEqual([]);
});

test('credentials that expire are dropped, and the picture stays', async ({ page, shop, aws }) => {
  await page.clock.install();
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  const { accessKeyId, secretAccessKey, sessionToken } = shop.reader;
  await start.open();
  await start.paste(
    JSON.stringify({
      Version: 1,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(Date.now() + 20 * 60_000).toISOString(),
    }),
  );
  await start.signInButton.click();
  await workspace.whenRead();
  await expect(workspace.account).toContainText(/(19|20) min/);

  await page.clock.fastForward('21:00');
  await expect(workspace.credentialsBanner).toContainText('The credentials expired');
  await expect(workspace.column('Instances', 21)).toBeVisible();
  const sent = aws.calls.length;
  await workspace.node('Role s3access').click();
  expect(aws.calls).toHaveLength(sent);
});

test('another account shows its own profile of the same name, and nothing of the first', async ({
  page,
  shop,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.otherReader);
  await expect(workspace.account).toContainText('4444-5555-6666');
  await workspace.show('Table');
  await expect(workspace.row('warehouse')).toHaveCount(2);
  await expect(workspace.table).not.toContainText('web-1');
});

test('terminated instances are hidden until one asks for them', async ({ page, shop }) => {
  await rewriteAnswer(page, { call: 'ec2:DescribeInstances', region: 'us-east-1' }, (body) => ({
    body: body.replace('<name>stopped</name>', '<name>terminated</name>'),
  }));
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await expect(workspace.column('Instances', 20)).toBeVisible();
  await expect(workspace.node('Instance db-standby,')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Terminated too' }).check();
  await expect(workspace.node('Instance db-standby,')).toHaveCount(1);
});

test('a hostile Name tag is text, in the picture, the panel and the table', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  const node = workspace.node('Instance <img src=x');
  await expect(node).toHaveCount(1);
  await node.click();
  // What would turn the direction of the text around it shows as a sign instead.
  const shown = HOSTILE_NAME.replace(/[\u202A-\u202E]/g, '\uFFFD');
  await expect(workspace.details.getByRole('heading', { level: 2 })).toHaveText(shown);
  await workspace.show('Table');
  await expect(workspace.row('<img src=x')).toHaveCount(1);
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
