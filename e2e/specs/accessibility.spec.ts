import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';

/** Every screen, in light and in dark. */

// axe looks at each element many times, which takes long where the processor is busy.
test.slow();

test('the first screen: empty, with everything wrong, filled', async ({ page, shop }) => {
  const start = new StartPage(page);
  await start.open();
  await expectAccessible(page, 'first screen');
  await start.signInButton.click();
  await start.paste('nothing of use');
  await expectAccessible(page, 'first screen with errors');
  await start.paste(exportLines(shop.longLived));
  await expectAccessible(page, 'first screen, filled');
});

test('the graph, and the details of each kind of node', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await expectAccessible(page, 'graph');
  for (const node of ['Instance web-1,', 'Instance profile scratch', 'Role s3access']) {
    await workspace.node(node).click();
    await expect(workspace.details).toBeVisible();
    await expectAccessible(page, `details of ${node}`, '[aria-label="Details"]');
  }
});

test('the table, the findings and the coverage panel', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.withoutRegion);
  await workspace.show('Table');
  await expect(workspace.table).toBeVisible();
  await expectAccessible(page, 'table', 'main');
  await workspace.show('Findings');
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
  await expectAccessible(page, 'findings', 'main');
  await workspace.openCoverage();
  await expectAccessible(page, 'coverage', '[role=dialog]');
});

test('signed out, with the menu open and with the shortcuts', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.choose('Sign out, keep the picture');
  await expectAccessible(page, 'signed out');
  await page.getByRole('button', { name: 'More' }).click();
  await expectAccessible(page, 'menu', '[role=menu]');
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expectAccessible(page, 'shortcuts', '[role=dialog]');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the first screen, the chains and the details', async ({ page, shop }) => {
    const start = new StartPage(page);
    await start.open();
    await expectAccessible(page, 'first screen, narrow');
    await start.signIn(shop.reader);
    const chain = page.getByRole('button', { name: /^forgotten/ });
    await expect(chain).toBeVisible();
    await expectAccessible(page, 'chains, narrow');
    await chain.click();
    await page.getByRole('button', { name: 'Instance forgotten,' }).click();
    await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible();
    await expectAccessible(page, 'details, narrow', '[role=dialog]');
  });
});
