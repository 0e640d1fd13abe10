import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import * as v from 'valibot';
import { createServer } from 'vite';
import { StartPage } from './pages/start-page.ts';
import { WorkspacePage } from './pages/workspace-page.ts';
import { ensureBrowser } from './servers/browser.ts';
import { BROWSER_FILE, ROOT } from './servers/folders.ts';

const PICTURE = `${ROOT}/docs/graph.png`;
const SELECTED = 'billing-1';

/** `npm run picture`: the README's picture, taken of the real app with the sample account and one chain selected. */
async function main(): Promise<void> {
  ensureBrowser();
  const { executablePath } = v.parse(
    v.object({ executablePath: v.string() }),
    JSON.parse(readFileSync(BROWSER_FILE, 'utf8')),
  );
  const app = await createServer({ root: ROOT, logLevel: 'warn', server: { host: '127.0.0.1' } });
  await app.listen();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const start = new StartPage(page);
    await start.open(app.resolvedUrls?.local[0]);
    await start.exploreSample();
    await new WorkspacePage(page).whenRead();
    await page.keyboard.press('Control+K');
    await page.keyboard.type(SELECTED);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: SELECTED }).waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: PICTURE, animations: 'disabled' });
    console.log(`Wrote ${PICTURE}`);
  } finally {
    await browser.close();
    await app.close();
  }
}

await main();
