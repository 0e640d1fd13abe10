import { EXPIRED, failWith, rewriteAnswer } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { Accounts } from '../pages/accounts.ts';
import { RoleForm } from '../pages/role-form.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';
import { PARTNERS } from '../seeds/partners.ts';

/** Credentials that end while somebody works. */

const ASSUME = 'sts:AssumeRole';
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const endingIn = (minutes: number) => (body: string) => ({
  body: body.replace(/<Expiration>[^<]*<\/Expiration>/, `<Expiration>${inMinutes(minutes)}</Expiration>`),
});

async function assumeWarehouse(start: StartPage, form: RoleForm, lines: string): Promise<void> {
  await start.open();
  await form.choose('Assume a role');
  await start.paste(lines);
  await form.roleArn.fill(PARTNERS.warehouse);
  await form.externalId.fill(PARTNERS.externalId);
  await start.signInButton.click();
}

test('an assumed role is assumed anew before it ends, once for all calls, and nobody notices', async ({
  page,
  shop,
  aws,
}) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await rewriteAnswer(page, { call: ASSUME, times: 1 }, endingIn(2));
  await assumeWarehouse(start, form, exportLines(shop.longLived));
  await workspace.whenRead();
  expect(aws.count(ASSUME)).toBe(2);
  const keys = new Set(
    aws.calls
      .filter(({ call }) => call.startsWith('ec2:'))
      .map(({ request }) => /Credential=([^/]+)/.exec(request.headers()['authorization'] ?? '')?.[1]),
  );
  expect(keys.size).toBe(1);
  const accounts = new Accounts(page);
  await accounts.show();
  await expect(accounts.row('4444-5555-6666')).toContainText('They renew by themselves');
});

test('when it cannot be assumed anew, the time left and the reason are told, and reading goes on', async ({
  page,
  shop,
}) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await rewriteAnswer(page, { call: ASSUME, times: 1 }, (body) => {
    void failWith(page, { call: ASSUME }, { status: 403, code: 'AccessDenied', message: 'Not any more.' });
    return endingIn(2)(body);
  });
  await assumeWarehouse(start, form, exportLines(shop.longLived));
  await workspace.whenRead();
  await expect(page.getByText(/The credentials end in (1 min|2 min|\d+ s)/)).toBeVisible();
  await expect(page.getByText('could not be renewed')).toContainText('AWS refused sts:AssumeRole');
});

test('signing in again after an expiry keeps filter, view and picture, and reads on', async ({
  page,
  shop,
}) => {
  const workspace = new WorkspacePage(page);
  const start = new StartPage(page);
  const { accessKeyId, secretAccessKey, sessionToken } = shop.reader;
  await start.open();
  await start.paste(
    JSON.stringify({
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: inMinutes(4),
      },
    }),
  );
  await start.signInButton.click();
  await workspace.whenRead();
  await expect(page.getByText('do not renew by themselves')).toBeVisible();

  await workspace.show('Table');
  await page.getByRole('checkbox', { name: 'Only broken chains' }).check();
  await expect(workspace.row('cron')).toBeVisible();
  await failWith(page, { call: 'iam:ListRoles', times: 1 }, EXPIRED);
  await page.getByRole('button', { name: 'Read the account again' }).click();
  await expect(workspace.credentialsBanner).toBeVisible();
  await expect(workspace.row('cron')).toBeVisible();

  await workspace.credentialsBanner.getByRole('button', { name: 'Sign in again' }).click();
  await new StartPage(page, page.getByRole('dialog', { name: 'Sign in again' })).signIn(shop.reader);
  await expect(workspace.credentialsBanner).toBeHidden();
  await workspace.whenRead();
  await expect(workspace.row('cron')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Only broken chains' })).toBeChecked();
  await expect(page).toHaveURL(/table/);
});

test('signing in again after a role ended asks for the keys alone', async ({ page, shop }) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await assumeWarehouse(start, form, exportLines(shop.longLived));
  await workspace.whenRead();
  await workspace.choose('Sign out, keep the picture');
  await workspace.credentialsBanner.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(new RoleForm(page, dialog).roleArn).toHaveValue(PARTNERS.warehouse);
  await new StartPage(page, dialog).signIn(shop.longLived);
  await expect(workspace.credentialsBanner).toBeHidden();
  await expect(workspace.account).toContainText('4444-5555-6666');
});
