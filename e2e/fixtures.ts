import { test as base, expect } from '@playwright/test';
import { CallLog } from './call-log.ts';
import { type CrowdSeed, seedCrowd } from './seeds/crowd.ts';
import { SHOP, type ShopSeed } from './seeds/shop.ts';
import { CROWD_SEED, readSeed, SHOP_SEED, storeSeed } from './seeds/stored.ts';
import { MINISTACK_URL, MOTO_URL } from './servers/addresses.ts';

interface Seeds {
  readonly shop: ShopSeed;
}

interface PageFixtures {
  /** What the app's `config.json` says: the four regions of the shop on MiniStack unless a test uses another. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly aws: CallLog;
  /** What the browser's console said, as `type: text`; page errors too. Each test fails on errors of script and policy. */
  readonly consoleLines: readonly string[];
}

interface WorkerFixtures {
  readonly crowd: CrowdSeed;
}

/** Filling moto takes some 20 s on a small machine, and many times as long on a busy one. */
const CROWD_LIMIT_MS = 300_000;

/** What no test may see on the console, whatever it is about. */
const FAULT = /^page error|Content Security Policy/;

/** For tests that ask a server and open no page: each page that nobody looks at costs a quarter of a second. */
export const serverTest = base.extend<Seeds, WorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures from the pattern
  shop: async ({}, provide) => {
    const seed = readSeed('shop', SHOP_SEED);
    if (seed === undefined) throw new Error('MiniStack was not filled.');
    await provide(seed);
  },

  crowd: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, provide) => {
      const stored = readSeed('crowd', CROWD_SEED);
      const seed = stored ?? (await seedCrowd(MOTO_URL));
      if (stored === undefined) storeSeed('crowd', seed);
      await provide(seed);
    },
    { scope: 'worker', timeout: CROWD_LIMIT_MS },
  ],
});

/** For tests in a page. */
export const test = serverTest.extend<PageFixtures>({
  config: [{ endpoint: MINISTACK_URL, regions: SHOP.regions }, { option: true }],

  aws: async ({ page }, provide) => provide(new CallLog(page)),

  consoleLines: [
    async ({ page }, provide) => {
      const lines: string[] = [];
      page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => lines.push(`page error: ${error.message}`));
      await provide(lines);
      const faults = lines.filter((line) => FAULT.test(line));
      expect(faults, 'script errors and breaches of the Content-Security-Policy').toEqual([]);
    },
    { auto: true },
  ],

  page: async ({ page, config }, provide) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    await provide(page);
  },
});

export { expect } from '@playwright/test';
