import { type Browser, chromium, type Page } from '@playwright/test';
import type { DrawerName, ViewName } from './page/protocol.ts';
import { type Spread, spread } from './stats.ts';

/** One cell of the table; what took longer than its limit is absent. */
export interface PageTimes {
  /** From data to the frame after the first paint, milliseconds: the median of the runs. */
  readonly paint?: number | undefined;
  readonly heapMiB?: number | undefined;
  readonly elements?: number | undefined;
  /** Gaps between frames while scrolling (near) or panning (far), in milliseconds. */
  readonly move?: Spread | undefined;
  /** The same while zooming in and out from there. */
  readonly zoom?: Spread | undefined;
}

const SIZE = { width: 1400, height: 900 };
const PAINT_LIMIT = 60_000;
const INPUT_LIMIT = 45_000;
/** Paints below that are repeated, as they are quick and scatter most. */
const REPEAT_BELOW = 4_000;
const REPEATS = 3;

export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--js-flags=--expose-gc',
      '--enable-precise-memory-info',
    ],
  });
}

/** Draws, scrolls or pans, and zooms, under real mouse input. */
export async function measurePage(
  browser: Browser,
  url: string,
  drawer: DrawerName,
  view: ViewName,
  nodes: number,
): Promise<PageTimes> {
  const address = `${url}?drawer=${drawer}&view=${view}&nodes=${nodes}`;
  const paints: number[] = [];
  for (;;) {
    const page = await browser.newPage({ viewport: SIZE });
    try {
      await page.goto(address);
      await page.waitForFunction(() => window.bench !== undefined, undefined, { timeout: PAINT_LIMIT });
      const before = await heapMiB(page);
      const paint = await within(
        PAINT_LIMIT,
        page.evaluate(() => window.bench?.draw()),
      );
      if (paint === undefined) return {};
      paints.push(paint);
      if (paint < REPEAT_BELOW && paints.length < REPEATS) continue;
      const heap = (await heapMiB(page)) - before;
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      const move = await within(
        INPUT_LIMIT,
        frames(page, () => moveAbout(page, drawer, view)),
      );
      const zoom =
        move &&
        (await within(
          INPUT_LIMIT,
          frames(page, () => zoomAbout(page, drawer, view)),
        ));
      return { paint: spread(paints).p50, heapMiB: heap, elements, move, zoom };
    } catch (error) {
      console.error(`  ${drawer}, ${view}, ${nodes} nodes: ${String(error).split('\n')[0] ?? ''}`);
      return paints.length === 0 ? {} : { paint: spread(paints).p50 };
    } finally {
      await page.close().catch(() => undefined);
    }
  }
}

async function frames(page: Page, input: () => Promise<void>): Promise<Spread> {
  await page.evaluate(() => window.bench?.startFrames());
  await input();
  const gaps = await page.evaluate(() => window.bench?.stopFrames());
  return spread(gaps ?? []);
}

const STEPS = 60;

async function moveAbout(page: Page, drawer: DrawerName, view: ViewName): Promise<void> {
  await page.mouse.move(700, 450);
  // Everything fits exactly in ours, and there is nothing to pan: one step nearer there is.
  if (drawer === 'rolewire' && view === 'far') await zoomStep(page, drawer, -120);
  if (view === 'near' && drawer !== 'cytoscape') {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.wheel(0, step < STEPS / 2 ? 160 : -160);
      await page.waitForTimeout(16);
    }
    return;
  }
  await page.mouse.down();
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.move(700 + (step % 20), 450 - 6 * (step < STEPS / 2 ? step : STEPS - step));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function zoomAbout(page: Page, drawer: DrawerName, view: ViewName): Promise<void> {
  await page.mouse.move(700, 450);
  // React Flow zooms with the wheel alone only where it doesn't scroll with it.
  const name = drawer === 'xyflow' && view === 'near' ? 'rolewire' : drawer;
  for (let step = 0; step < STEPS / 2; step += 1) {
    await zoomStep(page, name, step < STEPS / 4 ? -60 : 60);
    await page.waitForTimeout(16);
  }
}

async function zoomStep(page: Page, drawer: DrawerName, delta: number): Promise<void> {
  if (drawer === 'rolewire') await page.keyboard.down('Control');
  await page.mouse.wheel(0, delta);
  if (drawer === 'rolewire') await page.keyboard.up('Control');
}

async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
}

async function within<Value>(limit: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
