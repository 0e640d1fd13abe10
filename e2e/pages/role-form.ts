import type { Locator, Page } from '@playwright/test';

/** The part of the sign-in that is about roles, tokens and presets. */
export class RoleForm {
  readonly roleArn: Locator;
  readonly externalId: Locator;
  readonly firstRoleArn: Locator;
  readonly mfaDevice: Locator;
  readonly mfaCode: Locator;

  constructor(
    readonly page: Page,
    readonly door: Locator = page.getByRole('region', { name: 'Sign in' }),
  ) {
    this.roleArn = door.getByLabel('Role ARN', { exact: true });
    this.externalId = door.getByLabel('External ID', { exact: true });
    this.firstRoleArn = door.getByLabel('Assume this role first', { exact: true });
    this.mfaDevice = door.getByLabel('MFA device', { exact: true });
    this.mfaCode = door.getByLabel('MFA code', { exact: true });
  }

  async choose(how: 'Keys' | 'Assume a role' | 'MFA' | 'Web identity' | 'SAML'): Promise<void> {
    const radio = (name: string) => this.door.getByRole('radio', { name, exact: true });
    if (how !== 'Keys' && how !== 'Assume a role') await radio('More').check();
    await radio(how).check();
  }

  async showMore(): Promise<void> {
    await this.door.getByText('MFA, a role in between, session name').click();
  }

  /** A preset in the list of accounts. */
  preset(label: string): Locator {
    return this.door.getByRole('checkbox', { name: label });
  }
}
