import { EXPIRED, failWith } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { everythingStored, leaks } from '../leaks.ts';
import { Accounts } from '../pages/accounts.ts';
import { RoleForm } from '../pages/role-form.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';
import { PARTNERS } from '../seeds/partners.ts';
import { SHOP } from '../seeds/shop.ts';
import { MINISTACK_URL } from '../servers/addresses.ts';

/** Several accounts in one picture, opened by roles with the credentials of one sign-in. */

const { externalId } = PARTNERS;
const WAREHOUSE = { label: 'Warehouse', roleArn: PARTNERS.warehouse, externalId };
const NORTHWIND = { label: 'Northwind', roleArn: PARTNERS.closed, externalId, regions: ['eu-west-1'] };

test.use({
  config: { endpoint: MINISTACK_URL, regions: SHOP.regions, accounts: [NORTHWIND, WAREHOUSE] },
});

test('several accounts stand in one picture, and one that is refused hides no other', async ({
  page,
  shop,
}) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await accounts.choose('Warehouse', 'Northwind');

  const refusal = page.getByRole('alert').filter({ hasText: 'Northwind could not be opened.' });
  await expect(refusal).toContainText('AWS refused sts:AssumeRole');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('dialog')).toContainText('its trust policy asks for');
  await page.keyboard.press('Escape');
  await expect(workspace.account).toContainText('2 accounts');
  await accounts.show();
  await expect(accounts.row('harbour-shop')).toContainText(/\d+ reads/);
  await expect(accounts.row('Warehouse')).toContainText(/\d+ reads/);
  await expect(accounts.row('Warehouse')).toContainText('They renew by themselves');
  await accounts.hide();

  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(refusal).toBeHidden();
});

test('equal names in two accounts never cross, and the filter tells the accounts apart', async ({
  page,
  shop,
}) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await accounts.choose('Warehouse');
  await expect(workspace.account).toContainText('2 accounts');
  await expect(page.getByRole('checkbox', { name: 'Warehouse' })).toBeVisible();
  await workspace.whenRead();

  await page.getByRole('checkbox', { name: 'Warehouse' }).check();
  await workspace.show('Table');
  await expect(workspace.tableCount).toContainText('2 of');
  await workspace.show('Graph');
  // Two instances of the other account lead to its own role, which no instance of the shop is counted with.
  await expect(
    workspace.node('Role web-server. In 1 profile, 2 instances. In account Warehouse'),
  ).toBeVisible();
  await page.getByRole('checkbox', { name: 'Warehouse' }).uncheck();
  await page.getByRole('checkbox', { name: 'harbour-shop' }).check();
  await expect(
    workspace.node('Role web-server. In 1 profile, 9 instances. In account harbour-shop'),
  ).toBeVisible();
});

test('one account is signed out of while the other is read on', async ({ page, shop, aws }) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await accounts.choose('Warehouse');
  await expect(workspace.account).toContainText('2 accounts');
  await workspace.whenRead();
  await accounts.show();
  await accounts.row('Warehouse').getByRole('button', { name: 'Sign out' }).click();
  await expect(accounts.row('Warehouse')).toContainText('Signed out');
  await accounts.hide();
  await expect(page.getByText('The credentials of Warehouse are gone.')).toBeVisible();
  const before = aws.count('iam:ListRoles');
  await page.getByRole('button', { name: 'Read the account again' }).click();
  await expect.poll(() => aws.count('iam:ListRoles')).toBe(before + 1);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(workspace.account).toContainText('harbour-shop');
});

test('an account whose session is revoked ends alone, and comes back by signing in again', async ({
  page,
  shop,
  aws,
}) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await accounts.choose('Warehouse');
  await expect(workspace.account).toContainText('2 accounts');
  await workspace.whenRead();
  const assume = aws.calls.find(({ call }) => call === 'sts:AssumeRole');
  const answer = await (await assume?.request.response())?.text();
  const revoked = /<AccessKeyId>([^<]+)</.exec(answer ?? '')?.[1] ?? 'none';
  await page.route(`${MINISTACK_URL}/**`, (route) => {
    const isRevoked = route.request().headers()['authorization']?.includes(revoked) === true;
    return isRevoked ? route.fulfill(expired()) : route.fallback();
  });
  await page.getByRole('button', { name: 'Read the account again' }).click();
  const strip = page.getByText('The credentials of Warehouse are gone.');
  await expect(strip).toBeVisible();
  await expect(workspace.account).toContainText('2 accounts');

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await new StartPage(page, page.getByRole('dialog', { name: 'Sign in again' })).signIn(shop.longLived);
  await expect(strip).toBeHidden();
  await accounts.show();
  await expect(accounts.row('Warehouse')).toContainText('They renew by themselves');
});

test('accounts kept on this device come back after a reload, credentials do not', async ({ page, shop }) => {
  const [workspace, accounts, form] = [new WorkspacePage(page), new Accounts(page), new RoleForm(page)];
  await workspace.signIn(shop.longLived);
  await accounts.show();
  await page.getByRole('button', { name: 'Open accounts…' }).click();
  await accounts.dialog.getByText('Add an account').click();
  const paste = accounts.dialog.getByLabel('Paste a preset');
  await paste.fill('{"label": "Depot"}');
  await expect(accounts.dialog.getByText('"roleArn" is missing')).toBeVisible();
  await paste.fill(JSON.stringify({ label: 'Depot', roleArn: PARTNERS.spoke, externalId: 'depot-1' }));
  await expect(paste).toHaveValue('');
  await expect(accounts.dialog.getByRole('checkbox', { name: 'Depot' })).toBeChecked();

  const { accessKeyId, secretAccessKey } = shop.longLived;
  const stored = await everythingStored(page);
  expect(stored).toContain('depot-1');
  expect(leaks([accessKeyId, secretAccessKey], stored)).toEqual([]);
  await page.reload();
  await form.choose('Assume a role');
  await expect(form.preset('Depot')).toBeVisible();
  await expect(new StartPage(page).accessKeyId).toHaveValue('');
});

test('of several accounts that are ticked at the sign-in, those open that can', async ({ page, shop }) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await start.open();
  await form.choose('Assume a role');
  await start.paste(exportLines(shop.longLived));
  await form.preset('Northwind').check();
  await form.preset('Warehouse').check();
  await start.signInButton.click();
  await expect(workspace.account).toContainText('4444-5555-6666');
  await expect(page.getByRole('alert').filter({ hasText: 'Northwind could not be opened.' })).toBeVisible();
});

test('a throttled account is waited for', async ({ page, shop, aws }) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await failWith(
    page,
    { call: 'sts:AssumeRole', times: 1 },
    { status: 400, code: 'Throttling', message: 'Rate exceeded' },
  );
  await accounts.choose('Warehouse');
  await expect(workspace.account).toContainText('2 accounts');
  expect(aws.count('sts:AssumeRole')).toBe(2);
});

function expired() {
  const { status, code, message } = EXPIRED;
  return {
    status,
    headers: { 'access-control-allow-origin': '*' },
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
}
