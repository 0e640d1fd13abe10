import type { Locator, Page } from '@playwright/test';
import { POOL } from '../seeds/pool.ts';
import { MINISTACK_URL } from '../servers/addresses.ts';

/** The managed login of the user pool, as MiniStack draws it. */
export class PoolPage {
  readonly userName: Locator;

  constructor(readonly page: Page) {
    this.userName = page.getByLabel('Username');
  }

  async whenOpen(): Promise<void> {
    await this.page.waitForURL(`${MINISTACK_URL}/oauth2/authorize?**`);
    await this.userName.waitFor();
  }

  async signIn(): Promise<void> {
    await this.whenOpen();
    await this.userName.fill(POOL.user.name);
    await this.page.getByLabel('Password').fill(POOL.user.password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }
}
