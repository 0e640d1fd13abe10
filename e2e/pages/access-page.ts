import type { Locator, Page } from '@playwright/test';

/** The dialog that makes a role for a customer to create. */
export class AccessPage {
  readonly dialog: Locator;
  readonly principal: Locator;
  readonly externalId: Locator;
  readonly account: Locator;
  readonly label: Locator;
  readonly regions: Locator;
  readonly alert: Locator;
  readonly forCustomer: Locator;
  readonly preset: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Ask a customer for access' });
    this.principal = this.dialog.getByLabel('Our principal');
    this.externalId = this.dialog.getByRole('textbox', { name: 'External ID' });
    this.account = this.dialog.getByLabel('Account ID, if known');
    this.label = this.dialog.getByLabel('Our name for it');
    this.regions = this.dialog.getByLabel('Regions');
    this.alert = this.dialog.getByRole('alert');
    this.forCustomer = this.dialog.getByRole('region', { name: 'For the customer' });
    this.preset = this.dialog.getByRole('region', { name: 'For our side' });
  }

  /** From the first screen. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: 'Ask a customer for access' }).click();
  }

  async tier(name: string): Promise<void> {
    await this.dialog.getByRole('radio', { name, exact: true }).check();
  }

  /** The file whose form a tab names. */
  async show(form: 'CloudFormation' | 'Terraform' | 'AWS CLI' | 'Message'): Promise<void> {
    await this.dialog.getByRole('tab', { name: form }).click();
  }
}
