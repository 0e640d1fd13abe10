import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';

/** The dialog that makes a picture to hand out. */
export class PicturePage {
  readonly dialog: Locator;
  readonly preview: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Picture' });
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('p');
    await this.dialog.waitFor();
  }

  async choose(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await this.dialog.getByRole('radio', { name: label, exact: true }).check();
  }

  async press(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }

  async download(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press('Download')]);
    return { name: file.suggestedFilename(), bytes: await bytesOf(file) };
  }

  /** What the clipboard holds, by media type; images as their size in bytes. */
  async clipboard(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const forms = (item?.types ?? []).map(async (type) => {
        const blob = await item?.getType(type);
        const image = type.startsWith('image/');
        return [type, image ? String(blob?.size ?? 0) : ((await blob?.text()) ?? '')] as const;
      });
      return Object.fromEntries(await Promise.all(forms));
    });
  }
}

async function bytesOf(file: Download): Promise<Buffer> {
  return readFile(await file.path());
}
