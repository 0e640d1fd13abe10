import { expect, type Locator, type Page } from '@playwright/test';
import { WorkspacePage } from './workspace-page.ts';

/** The accounts on screen, behind the chip in the header, and the dialog that opens more of them. */
export class Accounts {
  readonly list: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Accounts' });
    this.dialog = page.getByRole('dialog', { name: 'Accounts' });
  }

  async show(): Promise<void> {
    await new WorkspacePage(this.page).account.click();
  }

  async hide(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.list).toBeHidden();
  }

  /** What the list says of one account. */
  row(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name });
  }

  async choose(...labels: readonly string[]): Promise<void> {
    await this.show();
    await this.page.getByRole('button', { name: 'Open accounts…' }).click();
    for (const label of labels) await this.dialog.getByRole('checkbox', { name: label }).check();
    await this.dialog.getByRole('button', { name: /^Open (account|\d+ accounts)$/ }).click();
  }
}
