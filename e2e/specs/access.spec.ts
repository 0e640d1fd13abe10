import { readFileSync } from 'node:fs';
import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { AccessPage } from '../pages/access-page.ts';
import { StartPage } from '../pages/start-page.ts';

const OUR_ROLE = 'arn:aws:iam::111122223333:role/support/rolewire';

test('from the first screen: a tier, our principal, and the customer gets files and words', async ({
  page,
}) => {
  const access = new AccessPage(page);
  await access.open();
  await expect(access.dialog).toContainText('They wait for our principal.');
  await access.tier('Graph and policies');
  await access.principal.fill(OUR_ROLE);
  await access.account.fill('4444-5555-6666');
  await access.label.fill('Harbour shop');
  await access.regions.fill('eu-west-1, us-east-1');

  const externalId = await access.externalId.inputValue();
  expect(externalId).toMatch(/^rolewire-[0-9a-z]{40}$/);
  await expect(access.forCustomer).toContainText(OUR_ROLE);
  await expect(access.forCustomer).toContainText('iam:GetAccountAuthorizationDetails');
  await expect(access.forCustomer).not.toContainText('iam:SimulatePrincipalPolicy');
  await access.tier('Graph, policies and simulation');
  await expect(access.forCustomer).toContainText('iam:SimulatePrincipalPolicy');

  await access.show('AWS CLI');
  await access.dialog.getByRole('radio', { name: 'PowerShell' }).check();
  await expect(access.forCustomer).toContainText('New-TemporaryFile');
  await access.show('Message');
  await expect(access.forCustomer).toContainText('your AWS account 444455556666');
  await access.show('Terraform');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    access.forCustomer.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rolewire-access.tf');
  expect(readFileSync(await download.path(), 'utf8')).toContain(externalId);
});

test('the preset for our side is copied whole, and holds the external ID that was made', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const access = new AccessPage(page);
  await access.open();
  await access.principal.fill('111122223333');
  await access.account.fill('444455556666');
  await access.label.fill('Harbour shop');
  const before = await access.externalId.inputValue();
  await access.dialog.getByRole('button', { name: 'Make a new external ID' }).click();
  await expect(access.externalId).not.toHaveValue(before);
  await access.preset.getByRole('button', { name: 'Copy preset' }).click();
  await expect(access.preset.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({
    label: 'Harbour shop',
    roleArn: 'arn:aws:iam::444455556666:role/RolewireReadOnly',
    externalId: await access.externalId.inputValue(),
  });
});

test("a wildcard is refused, and the customer's own account is warned of", async ({ page }) => {
  const access = new AccessPage(page);
  await access.open();
  await access.principal.fill('*');
  await access.account.fill('444455556666');
  await expect(access.dialog).toContainText('A wildcard would let every AWS account');
  await expect(access.forCustomer).toBeHidden();
  await access.principal.fill('444455556666');
  await expect(access.alert).toContainText("This is the customer's own account.");
});

test('an ARN of China takes the partition along', async ({ page }) => {
  const access = new AccessPage(page);
  await access.open();
  await access.principal.fill('arn:aws-cn:iam::111122223333:root');
  await expect(access.forCustomer).toContainText('arn:aws-cn:iam::*:role/*');
});

test('from the palette of an open account; closing it loses nothing that was entered', async ({ page }) => {
  const start = new StartPage(page);
  const access = new AccessPage(page);
  await start.open();
  await start.exploreSample();
  const ask = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ask a customer');
    await page.keyboard.press('Enter');
  };
  await expect(page.getByRole('group', { name: 'Chains from instance to role' })).toBeVisible();
  await ask();
  await access.principal.fill(OUR_ROLE);
  const externalId = await access.externalId.inputValue();
  await page.keyboard.press('Escape');
  await expect(access.dialog).toBeHidden();
  await ask();
  await expect(access.principal).toHaveValue(OUR_ROLE);
  await expect(access.externalId).toHaveValue(externalId);
});

test.describe('for everyone', () => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`at ${viewport.width} pixels: empty, filled, wrong`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const access = new AccessPage(page);
      await access.open();
      await expectAccessible(page, 'access, empty');
      await access.principal.fill(OUR_ROLE);
      await expect(access.preset).toBeVisible();
      await expectAccessible(page, 'access, filled');
      await access.show('AWS CLI');
      await access.regions.fill('Paris');
      await access.account.fill('1');
      await access.principal.focus();
      await expectAccessible(page, 'access, wrong');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    });
  }
});
