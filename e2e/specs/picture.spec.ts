import { expectAccessible } from '../accessibility.ts';
import { shareThatDiffers } from '../compare-images.ts';
import { expect, test } from '../fixtures.ts';
import { PicturePage } from '../pages/picture-page.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';

/** Somebody makes pictures of the sample account for a ticket. */

/** The zoom buttons lie on the lower right corner of the graph, and belong to no picture. */
const ZOOM_BUTTONS = 140;

const dataUrl = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString('base64')}`;

test('the picture of what is in view is the one on screen, as a file, on the clipboard and on paper', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  const picture = new PicturePage(page);
  await start.open();
  await start.exploreSample();
  await workspace.node('Instance billing-1,').click();
  await expect(workspace.details).toBeVisible();
  await page.mouse.move(0, 0);
  // The rest of the picture steps back within a tenth of a second.
  await page.waitForTimeout(400);
  const view = await workspace.graph.evaluate((element) => {
    const drawing = element.querySelector('svg[role="presentation"]');
    const moved = drawing?.querySelector('g')?.getAttribute('transform') ?? '';
    const left = Number(/^translate\((\d+) 0\)$/.exec(moved)?.[1]);
    return { left, width: (drawing?.clientWidth ?? 0) - left, height: element.clientHeight };
  });
  const screen = await workspace.graph.screenshot({ animations: 'disabled' });

  await picture.open();
  await expectAccessible(page, 'picture', '[role=dialog]');
  await page.emulateMedia({ colorScheme: 'light' });
  await picture.choose('In view', 'SVG', 'Light');
  const svg = await picture.download();
  expect(svg.name).toMatch(/^rolewire-sample-view-\d{4}-\d\d-\d\d\.svg$/);
  const text = svg.bytes.toString('utf8');
  expect(text).toContain('>billing-1</text>');
  expect(text).toContain('Sample account — invented data');
  expect(text).toMatch(/\d of \d regions not readable: ap-south-1/);
  expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
    /:\/\/|href|url\(|<style|<script/,
  );

  const height = view.height - ZOOM_BUTTONS;
  const different = await shareThatDiffers(
    page,
    { src: dataUrl('image/png', screen), x: view.left, y: 0 },
    { src: dataUrl('image/svg+xml', svg.bytes), x: 0, y: 0 },
    { width: view.width, height },
  );
  expect(different, 'share of pixels that differ from the screen').toBeLessThan(0.004);

  const [, width = '', high = ''] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(text) ?? [];
  await picture.choose('PNG', '2×');
  const png = await picture.download();
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
    2 * Number(width),
    2 * Number(high),
  ]);

  await picture.press('Copy');
  await expect(page.getByText('Copied the picture')).toBeAttached();
  expect(Number((await picture.clipboard())['image/png'])).toBeGreaterThan(10_000);

  await picture.choose('Selected chain', 'Mermaid');
  await picture.press('Copy');
  await expect(page.getByText('Copied the Mermaid text')).toBeAttached();
  expect((await picture.clipboard())['text/plain']).toMatch(
    /^flowchart LR\n[\s\S]*billing-profile[\s\S]* --x/,
  );

  await picture.press('Copy for a ticket');
  await expect(page.getByText('Copied the chain for a ticket, as text and picture')).toBeAttached();
  const ticket = await picture.clipboard();
  expect(ticket['text/plain']).toMatch(/^## Chain of billing-1\n[\s\S]*### Profile deleted and made again/);
  expect(ticket['text/html']).toContain('<img src="data:image/png;base64,');
  expect(Number(ticket['image/png'])).toBeGreaterThan(5_000);

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-asked-to-print', '');
  });
  await picture.choose('In view', 'SVG');
  await picture.press('Print…');
  await expect(page.locator('body[data-asked-to-print]')).toBeAttached();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the whole picture is made for a page, not for the small screen', async ({ page }) => {
    const start = new StartPage(page);
    const picture = new PicturePage(page);
    await start.open();
    await start.exploreSample();
    await expect(page.getByRole('button', { name: /^billing-1/ })).toBeVisible();
    await picture.open();
    await expect(picture.preview.getByRole('img')).toBeVisible();
    await expectAccessible(page, 'picture, narrow', '[role=dialog]');
    await picture.choose('SVG');
    const { bytes } = await picture.download();
    expect(Number(/^<svg[^>]* width="(\d+)"/.exec(bytes.toString('utf8'))?.[1])).toBeGreaterThan(800);
  });
});
