import type { Locator, Page } from '@playwright/test';

/** The dialog "Ask: can it …?". */
export class AskPage {
  readonly dialog: Locator;
  readonly aws: Locator;
  /** The answer by the policies that were read. */
  readonly own: Locator;
  readonly fixes: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Ask: can it …?' });
    this.aws = this.dialog.getByRole('region', { name: "AWS's own verdict" });
    this.own = this.dialog.getByRole('region', { name: 'Answer by the policies that were read' });
    this.fixes = this.dialog.getByRole('region', { name: 'What would fix it' });
  }

  /** Chooses whom to ask about, by the beginning of a name; of equal names the role comes first. */
  async about(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: /^(Can|For)$/ }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  field(label: string): Locator {
    const exactly = label.replace(/[()]/g, '\\$&');
    return this.dialog.getByLabel(new RegExp(`^${exactly}( \\(optional\\))?$`));
  }

  async choose(question: string): Promise<void> {
    await this.dialog.getByLabel('Do what?').selectOption({ label: question });
  }

  /** Pastes the policy of the bucket or the key. */
  async pastePolicy(of: 'Bucket' | 'Key', text: string): Promise<void> {
    await this.dialog
      .getByRole('group', { name: `${of} policy` })
      .getByRole('radio', { name: 'Paste it' })
      .check();
    await this.field(`${of} policy (JSON)`).fill(text);
  }

  /** What the list of answers says of one action. */
  answerOf(action: string): Locator {
    return this.own.getByRole('listitem').filter({ hasText: action }).first();
  }

  step(title: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: title });
  }
}
