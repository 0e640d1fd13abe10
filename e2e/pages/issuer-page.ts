import type { Page } from '@playwright/test';
import { ISSUER_URL } from '../servers/addresses.ts';

/** The OpenID Connect issuer's pages: who are you, and may the app know? */
export class IssuerPage {
  constructor(readonly page: Page) {}

  async signIn(name: string): Promise<void> {
    await this.page.waitForURL(`${ISSUER_URL}/interaction/**`);
    await this.page.getByPlaceholder('Enter any login').fill(name);
    await this.page.getByPlaceholder('and password').fill('any');
    await this.page.getByRole('button', { name: 'Sign-in' }).click();
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }
}
