import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { Accounts } from '../pages/accounts.ts';
import { RoleForm } from '../pages/role-form.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { PARTNERS } from '../seeds/partners.ts';
import { SHOP } from '../seeds/shop.ts';
import { MINISTACK_URL } from '../servers/addresses.ts';

/** The screens about roles and several accounts, in light and in dark. */

test.slow();

const { externalId } = PARTNERS;
test.use({
  config: {
    endpoint: MINISTACK_URL,
    regions: SHOP.regions,
    accounts: [
      { label: 'Northwind', roleArn: PARTNERS.closed, externalId },
      { label: 'Warehouse', roleArn: PARTNERS.warehouse, externalId },
    ],
  },
});

const FORM = '[aria-label="Sign in"]';

test('every way to sign in, with nothing and with everything wrong', async ({ page }) => {
  const [start, form] = [new StartPage(page), new RoleForm(page)];
  await start.open();
  await form.choose('Assume a role');
  await form.preset('Another role').check();
  await form.showMore();
  await expectAccessible(page, 'assume a role', FORM);
  await start.signInButton.click();
  await expect(start.accessKeyId).toBeFocused();
  await expectAccessible(page, 'assume a role, wrong', FORM);
  for (const how of ['MFA', 'Web identity', 'SAML'] as const) {
    await form.choose(how);
    await start.signInButton.click();
    await expectAccessible(page, how, FORM);
  }
});

test('accounts to choose from, several in one picture, and one that was refused', async ({ page, shop }) => {
  const [workspace, accounts] = [new WorkspacePage(page), new Accounts(page)];
  await workspace.signIn(shop.longLived);
  await accounts.show();
  await page.getByRole('button', { name: 'Open accounts…' }).click();
  await accounts.dialog.getByText('Add an account').click();
  await accounts.dialog.getByRole('button', { name: 'Keep on this device' }).click();
  await expectAccessible(page, 'accounts', '[role=dialog]');
  for (const label of ['Warehouse', 'Northwind'])
    await accounts.dialog.getByRole('checkbox', { name: label }).check();
  await accounts.dialog.getByRole('button', { name: 'Open 2 accounts' }).click();
  await expect(page.getByText('Northwind could not be opened.')).toBeVisible();
  await expect(workspace.account).toContainText('2 accounts');
  await expectAccessible(page, 'two accounts');
  await accounts.show();
  await expectAccessible(page, 'list of sessions', '[role=dialog]');
});
