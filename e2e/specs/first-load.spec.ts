import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';

const FIRST_LOAD_LIMIT_KIB = 130;

test('the first screen loads little script, and no AWS client before somebody signs in', async ({ page }) => {
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(response.url(), gzipSync(await response.body(), { level: 9 }).length);
  });
  const start = new StartPage(page);
  await start.open();
  await expect(start.signInButton).toBeVisible();
  await page.waitForLoadState('networkidle');

  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(scripts.size).toBeGreaterThan(0);
  expect(total / 1024).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_KIB);
  expect([...scripts.keys()].filter((url) => /-service-|sdk-host/.test(url))).toEqual([]);
});
