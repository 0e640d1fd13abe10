import { EXPIRED, failWith, THROTTLED, unplug } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';
import { PORTS } from '../servers/addresses.ts';

const CALLER = 'sts:GetCallerIdentity';

test('one paste fills every field and takes the text out of sight', async ({ page, shop }) => {
  const start = new StartPage(page);
  const { accessKeyId, secretAccessKey, sessionToken = '' } = shop.reader;
  await start.open();
  await start.paste(exportLines(shop.reader));
  await expect(start.accessKeyId).toHaveValue(accessKeyId);
  await expect(start.secretAccessKey).toHaveValue(secretAccessKey);
  await expect(start.sessionToken).toHaveValue(sessionToken);
  await expect(start.pasteBox).toHaveValue('');
});

test('text that holds no credentials is named as such and stays in the box', async ({ page }) => {
  const start = new StartPage(page);
  await start.open();
  await start.paste('export AWS_PROFILE=shop');
  await expect(start.pasteBox).toHaveValue('export AWS_PROFILE=shop');
  await expect(start.pasteBox).toHaveAttribute('aria-invalid', 'true');
});

test('long-lived keys work, with an advice to use temporary ones', async ({ page, shop }) => {
  const start = new StartPage(page);
  await start.open();
  await start.paste(exportLines(shop.longLived));
  await expect(page.getByText('These keys never expire.')).toBeVisible();
});

test('a wrong secret is refused by AWS, and said so', async ({ page, shop }) => {
  const start = new StartPage(page);
  await start.open();
  await start.signIn({ ...shop.reader, secretAccessKey: 'not-the-secret' });
  await expect(start.alert).toContainText('AWS does not accept these credentials in us-east-1');
  await expect(start.accessKeyId).toHaveValue(shop.reader.accessKeyId);
});

test('a token that has expired is told apart from a wrong one', async ({ page, shop }) => {
  const start = new StartPage(page);
  await failWith(page, { call: CALLER }, EXPIRED);
  await start.open();
  await start.signIn(shop.reader);
  await expect(start.alert).toContainText('These credentials have expired.');
});

test('credentials whose own date says that they have expired are not even sent', async ({
  page,
  shop,
  aws,
}) => {
  const { accessKeyId, secretAccessKey, sessionToken } = shop.reader;
  const start = new StartPage(page);
  await start.open();
  await start.paste(
    JSON.stringify({
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: '2020-02-29T12:00:00+00:00',
      },
    }),
  );
  await start.signInButton.click();
  await expect(start.alert).toContainText('These credentials expired at 2020-02-29T12:00:00');
  expect(aws.calls).toEqual([]);
});

test('a host that does not answer is named, with what to try', async ({ page, shop }) => {
  const start = new StartPage(page);
  await unplug(page, { call: CALLER });
  await start.open();
  await start.signIn(shop.reader);
  await expect(start.alert).toContainText(
    `127.0.0.1:${PORTS.ministack} could not be reached from this browser`,
  );
  await expect(start.alert).toContainText('CORS');
});

test('throttling is waited out', async ({ page, shop, aws }) => {
  const start = new StartPage(page);
  await failWith(page, { call: CALLER, times: 2 }, THROTTLED);
  await start.open();
  await start.signIn(shop.reader);
  await expect(new WorkspacePage(page).account).toBeVisible({ timeout: 30_000 });
  expect(aws.count(CALLER)).toBe(3);
});

test('a wrong config.json is explained, and nobody is asked to sign in', async ({ page }) => {
  const start = new StartPage(page);
  await page.route('**/config.json', (route) => route.fulfill({ json: { endpoint: 'ec2', endpont: 1 } }));
  await start.open();
  await expect(start.alert).toContainText('"endpont" is not a known key');
  await expect(start.signInButton).toBeHidden();
});
