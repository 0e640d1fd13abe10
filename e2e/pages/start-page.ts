import type { Locator, Page } from '@playwright/test';
import { type Credentials, exportLines } from '../seeds/clients.ts';

/** The first screen: sign in, open files, look at the sample account. */
export class StartPage {
  readonly pasteBox: Locator;
  readonly signInButton: Locator;
  readonly accessKeyId: Locator;
  readonly secretAccessKey: Locator;
  readonly sessionToken: Locator;
  readonly region: Locator;
  readonly alert: Locator;

  /** `door` is the part of the screen that asks for credentials; later it is a dialog. */
  constructor(
    readonly page: Page,
    door: Locator = page.getByRole('region', { name: 'Sign in' }),
  ) {
    this.pasteBox = door.getByRole('textbox', { name: 'Paste credentials' });
    this.accessKeyId = door.getByLabel('Access key ID');
    this.secretAccessKey = door.getByLabel('Secret access key');
    this.sessionToken = door.getByLabel('Session token');
    this.region = door.getByLabel('Region');
    this.signInButton = door.getByRole('button', { name: 'Sign in', exact: true });
    this.alert = door.getByRole('alert');
  }

  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
  }

  /** Puts text into the paste box, as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.pasteBox.fill(text);
  }

  /** Pastes the shell lines of credentials and signs in. */
  async signIn(credentials: Credentials): Promise<void> {
    await this.paste(exportLines(credentials));
    await this.signInButton.click();
  }

  async exploreSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Explore the sample account' }).click();
  }
}
