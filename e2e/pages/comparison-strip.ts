import { type Download, expect, type Locator, type Page } from '@playwright/test';

/** The strip that says what is compared with what, its list, and the dialog before it. */
export class ComparisonStrip {
  readonly strip: Locator;
  readonly dialog: Locator;
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.strip = page.getByRole('region', { name: 'Comparison' });
    this.dialog = page.getByRole('dialog', { name: 'Compare with another read' });
    this.list = this.strip.getByRole('list', { name: 'Changes' });
  }

  async ask(): Promise<void> {
    await this.page.keyboard.press('d');
    await expect(this.dialog).toBeVisible();
  }

  async keepPicture(): Promise<void> {
    await this.ask();
    await this.dialog.getByRole('button', { name: 'Keep this picture' }).click();
    await expect(this.strip).toBeVisible();
  }

  async openFile(path: string): Promise<void> {
    await this.ask();
    await this.dialog.getByLabel('Files to compare with').setInputFiles(path);
    await expect(this.strip).toBeVisible();
  }

  /** The line of a change, by the beginning of its sentence. */
  line(words: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: words });
  }

  async save(what: 'Markdown, for a ticket' | 'CSV'): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.strip.getByRole('button', { name: 'Save' }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
    return download;
  }
}
