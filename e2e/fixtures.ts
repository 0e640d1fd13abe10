import { test as base } from '@playwright/test';
import { CallLog } from './call-log.ts';
import { readSeeds, type Seeds } from './seeds/stored.ts';
import { MINISTACK_URL, MOTO_URL } from './servers/addresses.ts';

interface Options {
  /** Which AWS-compatible server the app's `config.json` names. */
  readonly server: 'ministack' | 'moto';
}

interface Fixtures {
  readonly seeds: Seeds;
  readonly aws: CallLog;
  /** What the browser's console said, as `type: text`; page errors too. */
  readonly consoleLines: readonly string[];
}

export const test = base.extend<Options & Fixtures>({
  server: ['ministack', { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures from the pattern
  seeds: async ({}, provide) => provide(readSeeds()),

  aws: async ({ page }, provide) => provide(new CallLog(page)),

  consoleLines: async ({ page }, provide) => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => lines.push(`page error: ${error.message}`));
    await provide(lines);
  },

  page: async ({ page, server }, provide) => {
    const config = { endpoint: server === 'moto' ? MOTO_URL : MINISTACK_URL };
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    await provide(page);
  },
});

export { expect } from '@playwright/test';
