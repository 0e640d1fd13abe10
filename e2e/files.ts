import type { Download, Page } from '@playwright/test';
import type { WorkspacePage } from './pages/workspace-page.ts';

/** Opens a file by the button of the first screen. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(path);
}

/** What an entry of the export menu saves. */
export async function exported({ page }: WorkspacePage, entry: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return download;
}

/** The text of a file that the page saved. */
export async function textOf(download: Download): Promise<string> {
  let text = '';
  for await (const part of await download.createReadStream()) text += String(part);
  return text;
}
