import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { aptInstall } from './apt.ts';
import { BROWSER_FILE, CACHE, ROOT } from './folders.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A download that hasn't ended by then is taken as refused. */
const DOWNLOAD_LIMIT_MS = 180_000;

/**
 * Finds or installs a Chromium that starts, and writes its path to `.cache/browser.json`. In this order: `CHROME_PATH`,
 * Playwright's own, an installed one, Playwright's download, Debian's package. Throws one clear line when none can be had.
 */
export function ensureBrowser(): void {
  const executablePath = findBrowser() ?? installBrowser();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(BROWSER_FILE, `${JSON.stringify({ executablePath })}\n`);
}

function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (starts(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, which does not start. Correct it, or unset it.`);
  }
  return [chromium.executablePath(), ...INSTALLED].find(starts);
}

function installBrowser(): string {
  console.log('No Chromium found. Downloading the one of Playwright (once).');
  const download = spawnSync('npx', ['playwright', 'install', '--no-shell', 'chromium'], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  const afterDownload = findBrowser();
  if (afterDownload !== undefined) return afterDownload;

  const downloadProblem = download.status === 0 ? 'it does not start here' : 'the download failed';
  const aptProblem = aptInstall(['chromium']);
  const afterApt = findBrowser();
  if (afterApt !== undefined) return afterApt;
  throw new Error(
    `No browser for the tests. Playwright's Chromium: ${downloadProblem}. Debian's: ${aptProblem ?? 'it does not start'}. ` +
      'Install Chromium or Google Chrome and, if it lies in an unusual place, set CHROME_PATH to it.',
  );
}

/** A browser with libraries missing is there but fails at its first start. */
function starts(path: string): boolean {
  return (
    existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  );
}
