import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { APP_URL } from './e2e/servers/addresses.ts';
import { BROWSER_FILE, RESULTS } from './e2e/servers/folders.ts';

/** A browser started by root has no sandbox to use, nor has one in most build machines. */
const sandboxed = process.getuid?.() !== 0 && process.env['CI'] === undefined;

export default defineConfig({
  testDir: './e2e/specs',
  globalSetup: './e2e/servers/global-setup.ts',
  outputDir: `${RESULTS}/e2e`,
  reporter: [['list'], ['json', { outputFile: `${RESULTS}/e2e.json` }]],
  forbidOnly: process.env['CI'] !== undefined,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: APP_URL,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      args: [
        ...(sandboxed ? [] : ['--no-sandbox']),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});

/** The browser that `e2e/servers/setup.ts` found; undefined leaves the choice to Playwright. */
function browserPath(): string | undefined {
  if (!existsSync(BROWSER_FILE)) return undefined;
  const file: unknown = JSON.parse(readFileSync(BROWSER_FILE, 'utf8'));
  if (typeof file !== 'object' || file === null || !('executablePath' in file)) return undefined;
  return typeof file.executablePath === 'string' ? file.executablePath : undefined;
}
