import { chromium, type Page } from '@playwright/test';
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

/** What to draw, and with what. */
export interface Cell {
  readonly drawer: DrawerName;
  readonly view: ViewName;
  readonly nodes: number;
}

const SIZE = { width: 1400, height: 900 };
/** To draw once, to move about, and for a cell as a whole. */
const PAINT_LIMIT = 60_000;
const INPUT_LIMIT = 45_000;
const CELL_LIMIT = 200_000;
/** Paints below that are repeated, as they are quick and scatter most. */
const REPEAT_BELOW = 4_000;
const REPEATS = 3;

/** Draws, scrolls or pans, and zooms, under real mouse input, in a browser of its own that is killed if it hangs. */
export async function measurePage(executablePath: string, url: string, cell: Cell): Promise<PageTimes> {
  const server = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
  const measured: Measured = { paints: [] };
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const address = `${url}?drawer=${cell.drawer}&view=${cell.view}&nodes=${cell.nodes}`;
    await within(
      CELL_LIMIT,
      measureCell(() => browser.newPage({ viewport: SIZE }), address, cell, measured),
    );
  } catch (error) {
    console.error(`  ${String(error).split('\n')[0] ?? ''}`);
  } finally {
    await server.kill();
  }
  const { paints, ...rest } = measured;
  return { ...rest, paint: paints.length === 0 ? undefined : spread(paints).p50 };
}

/** Filled step by step, so that what was measured before a limit is kept. */
interface Measured extends Omit<{ -readonly [Key in keyof PageTimes]: PageTimes[Key] }, 'paint'> {
  readonly paints: number[];
}

async function measureCell(
  newPage: () => Promise<Page>,
  address: string,
  { drawer, view }: Cell,
  measured: Measured,
): Promise<void> {
  for (;;) {
    const page = await newPage();
    await page.goto(address);
    await page.waitForFunction(() => window.bench !== undefined, undefined, { timeout: PAINT_LIMIT });
    const before = await heapMiB(page);
    const paint = await within(
      PAINT_LIMIT,
      page.evaluate(() => window.bench?.draw()),
    );
    if (paint === undefined) return;
    measured.paints.push(paint);
    if (paint < REPEAT_BELOW && measured.paints.length < REPEATS) {
      await page.close();
      continue;
    }
    measured.heapMiB = (await heapMiB(page)) - before;
    measured.elements = await page.evaluate(() => document.querySelectorAll('*').length);
    measured.move = await within(
      INPUT_LIMIT,
      frames(page, () => moveAbout(page, drawer, view)),
    );
    if (!measured.move) return;
    measured.zoom = await within(
      INPUT_LIMIT,
      frames(page, () => zoomAbout(page, drawer, view)),
    );
    return;
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
