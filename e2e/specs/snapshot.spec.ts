import type { Page } from '@playwright/test';
import { chooseFile, exported, textOf } from '../files.ts';
import { expect, test } from '../fixtures.ts';
import { leaks } from '../leaks.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';

/** A snapshot gives others the same picture, without rights in AWS and without the credentials that it was made with. */

test('a snapshot shows the same picture to the pixel, where nobody is signed in and nothing was put aside', async ({
  page,
  shop,
  aws,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.show('Findings');
  await workspace.dismissFirstFinding('Retired next week.');
  await workspace.show('Graph');
  await workspace.search.fill('web-server');
  await workspace.node('6 like instances').click();
  await workspace.node('Instance profile web-server').click();
  await expect(page).toHaveURL(/[?&]q=web-server.*node=profile.*open=/);
  const before = await pictureOf(workspace);
  const address = page.url();
  const views = page.getByRole('navigation', { name: 'View' });
  const counted = await views.textContent();
  const snapshot = await exported(workspace, 'Save a snapshot');

  const text = await textOf(snapshot);
  expect(leaks(Object.values(shop.reader), text)).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ version: 2, dismissals: [{ reason: 'Retired next week.' }] });

  await page.evaluate(() => localStorage.clear());
  await page.goto('/');
  await expect(new StartPage(page).pasteBox).toBeVisible();
  const calls = aws.calls.length;
  await chooseFile(page, await snapshot.path());
  await expect(workspace.details).toContainText('web-server');
  expect(page.url()).toBe(address);
  await expect(workspace.search).toHaveValue('web-server');
  expect((await pictureOf(workspace)).equals(before), 'the picture is the same in every pixel').toBe(true);
  expect(aws.calls).toHaveLength(calls);
  expect(await views.textContent()).toBe(counted);
  await workspace.search.fill('');
  await workspace.show('Findings');
  await expect(async () => {
    await page.mouse.move(720, 600);
    await page.mouse.wheel(0, 2000);
    await expect(page.getByText('Retired next week.')).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('a newer or damaged snapshot is refused with what to do, and the picture stays', async ({ page }) => {
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  await start.open();
  await start.exploreSample();
  await expect(workspace.graph).toBeVisible();
  const snapshot = JSON.parse(await textOf(await exported(workspace, 'Save a snapshot')));
  const newer = JSON.stringify({ ...snapshot, version: 3 });
  const damaged = JSON.stringify({ ...snapshot, inventory: { ...snapshot.inventory, roles: 'none' } });
  await drop(page, 'newer.json', newer);
  await expect(page.getByRole('alert')).toContainText(/newer\.json.*A newer Rolewire wrote the snapshot/);
  await drop(page, 'damaged.json', damaged);
  await expect(page.getByRole('alert')).toContainText(/damaged\.json.*damaged at "inventory\.roles"/);
  await expect(workspace.graph).toBeVisible();
});

/** The picture with its column headings, with no pointer over it and nothing that moves. */
async function pictureOf(workspace: WorkspacePage): Promise<Buffer> {
  const { page, graph } = workspace;
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement) {
      document.activeElement.blur();
    }
  });
  return graph.screenshot({ animations: 'disabled' });
}

/** Lets a file go over the window. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
