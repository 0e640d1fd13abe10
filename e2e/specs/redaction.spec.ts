import type { Page } from '@playwright/test';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { leaksIn, originalsOf } from '../../src/redact/originals.test-data.ts';
import { expectAccessible } from '../accessibility.ts';
import { chooseFile, exported, textOf } from '../files.ts';
import { expect, test } from '../fixtures.ts';
import { everythingInThePage } from '../leaks.ts';
import { PicturePage } from '../pages/picture-page.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { SHOP } from '../seeds/shop.ts';

/** One key hides what must not be seen, before a screenshot or a file for a ticket. */

test('the key h hides every value of the sample account: on the page, in its address, in files and in what is copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const workspace = new WorkspacePage(page);
  await new StartPage(page).open();
  await new StartPage(page).exploreSample();
  await workspace.graph
    .getByRole('button', { name: /^Instance profile / })
    .first()
    .click();
  const name = (await workspace.details.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const address = page.url();
  const originals = originalsOf(inventoryIn(await textOf(await exported(workspace, 'Save a snapshot'))));
  expect(originals.size).toBeGreaterThan(400);

  await page.keyboard.press('h');
  await expect(redacted(page)).toBeVisible();
  await redacted(page).click();
  await expectAccessible(page, 'what is hidden', 'header, [role=dialog]');
  await page.keyboard.press('Escape');
  await expect(workspace.details).toBeVisible();
  for (const view of ['Graph', 'Table', 'Findings'] as const) {
    await workspace.show(view);
    expect(leaksIn(await everythingOf(page), originals), view).toEqual([]);
  }

  for (const entry of ['Export chains as CSV', 'Export findings as CSV', 'Save a snapshot']) {
    const file = await exported(workspace, entry);
    expect(file.suggestedFilename()).toContain('redacted');
    expect(leaksIn(`${file.suggestedFilename()}\n${await textOf(file)}`, originals), entry).toEqual([]);
  }
  await workspace.show('Graph');
  const picture = new PicturePage(page);
  await picture.open();
  await picture.choose('SVG');
  const svg = await picture.download();
  expect(svg.bytes.toString()).toContain('redacted');
  expect(leaksIn(`${svg.name}\n${svg.bytes.toString()}`, originals)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('node=');
  expect(leaksIn(decodeURIComponent(await copied()), originals)).toEqual([]);

  await page.keyboard.press('h');
  await expect(redacted(page)).toBeHidden();
  await expect(workspace.details).toContainText(name);
  expect(page.url()).toBe(address);
});

test('a live account goes on under pseudonyms: it is read further, findings are put aside, and a snapshot stays redacted', async ({
  page,
  shop,
  aws,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  const inventory = inventoryIn(await textOf(await exported(workspace, 'Save a snapshot')));
  const originals = new Set([...originalsOf(inventory), SHOP.alias, '1111-2222-3333', 'mira']);

  await page.keyboard.press('h');
  await expect(redacted(page)).toBeVisible();
  await expect(workspace.account).toContainText('0000-0000-0001');
  await workspace.account.click();
  expect(leaksIn(await everythingOf(page), originals)).toEqual([]);
  await page.keyboard.press('Escape');
  await workspace.openCoverage();
  expect(leaksIn(await everythingOf(page), originals)).toEqual([]);
  await page.keyboard.press('Escape');

  await workspace.show('Findings');
  await workspace.dismissFirstFinding('Known.');
  await workspace.show('Graph');
  await page.keyboard.press('h');
  await workspace.node('Role s3access').click();
  await expect(workspace.details).toContainText('s3access');
  await page.keyboard.press('h');
  await expect(workspace.details).not.toContainText('s3access');
  const more = workspace.details.getByRole('button', { name: 'Read boundary, tags, last use' });
  await more.click();
  await expect(more).toBeHidden();
  expect(aws.count('iam:GetRole')).toBe(1);
  expect(leaksIn(await everythingOf(page), originals)).toEqual([]);

  const snapshot = await exported(workspace, 'Save a snapshot');
  const text = await textOf(snapshot);
  expect(leaksIn(text, originals)).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ dismissals: [{ reason: 'Known.' }] });

  await page.goto('/');
  await chooseFile(page, await snapshot.path());
  await expect(redacted(page)).toBeVisible();
  await redacted(page).click();
  await expect(page.getByRole('dialog', { name: 'What is hidden' })).toContainText(
    'was saved with pseudonyms',
  );
  expect(leaksIn(await everythingOf(page), originals)).toEqual([]);
});

function redacted(page: Page) {
  return page.getByRole('banner').getByRole('button', { name: 'Redacted' });
}

function inventoryIn(snapshot: string): Inventory {
  return (JSON.parse(snapshot) as { readonly inventory: Inventory }).inventory;
}

/** Texts, attributes and fields of the document, its title and its address. */
async function everythingOf(page: Page): Promise<string> {
  return [await everythingInThePage(page), await page.title(), decodeURIComponent(page.url())].join('\n');
}
