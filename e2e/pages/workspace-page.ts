import { expect, type Locator, type Page } from '@playwright/test';
import type { Credentials } from '../seeds/clients.ts';
import { StartPage } from './start-page.ts';

/** Time for all reads of a large account on a small machine. */
const READ_LIMIT_MS = 30_000;

/** The screen with a picture on it: bars, rail, graph or table or findings, detail panel. */
export class WorkspacePage {
  /** Account, alias, and whether somebody is signed in. */
  readonly account: Locator;
  readonly search: Locator;
  readonly graph: Locator;
  readonly table: Locator;
  /** "28 chains" or "3 of 28 chains". */
  readonly tableCount: Locator;
  readonly details: Locator;
  /** The line at the foot of the rail that opens the panel. */
  readonly coverageSummary: Locator;
  readonly coverage: Locator;
  /** "As of 09:47 …", once the credentials are gone. */
  readonly credentialsBanner: Locator;

  constructor(readonly page: Page) {
    this.account = page
      .getByRole('banner')
      .getByRole('button', { name: /^(SAMPLE )?(\d{4}-\d{4}-\d{4}|\d+ accounts)/ });
    this.search = page.getByRole('searchbox', { name: /^Search name/ });
    this.graph = page.getByRole('group', { name: 'Chains from instance to role' });
    this.table = page.getByRole('grid', { name: 'Chains from instance to role' });
    this.tableCount = page.getByRole('region', { name: 'Table of chains' }).getByRole('status');
    this.details = page.getByRole('complementary', { name: 'Details' });
    this.coverageSummary = page.getByRole('button', { name: /^Coverage/ });
    this.coverage = page.getByRole('dialog', { name: 'Coverage' });
    this.credentialsBanner = page.getByRole('region', { name: 'Credentials' });
  }

  /** Waits until the picture is there and every call has ended. */
  async whenRead(): Promise<void> {
    await expect(this.coverageSummary).toContainText('complete', { timeout: READ_LIMIT_MS });
  }

  /** Opens the app, signs in and waits until all is read. */
  async signIn(credentials: Credentials, address = '/'): Promise<void> {
    const start = new StartPage(this.page);
    await start.open(address);
    await start.signIn(credentials);
    await this.whenRead();
  }

  async show(view: 'Graph' | 'Table' | 'Findings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'View' }).getByRole('button', { name: view }).click();
  }

  /** A node of the picture, by the beginning of what a screen reader says: "Instance web-1". */
  node(words: string): Locator {
    return this.graph.getByRole('button', {
      name: new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    });
  }

  /** A column of the picture: "Instances", with its count behind a comma. */
  column(name: string, count: number): Locator {
    return this.graph.getByRole('group', { name: `${name}, ${count}`, exact: true });
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text });
  }

  /** What the coverage panel says of one call. The panel must be open. */
  coverageOf(call: string): Locator {
    const entries = this.coverage.getByRole('listitem');
    return entries.filter({ has: this.page.getByText(call, { exact: true }) }).first();
  }

  async openCoverage(): Promise<void> {
    await this.coverageSummary.click();
    await expect(this.coverage).toBeVisible();
  }

  /** Puts the first finding of the list aside, for a reason; the findings must be on show. */
  async dismissFirstFinding(reason: string): Promise<void> {
    await this.page.getByRole('article').first().getByRole('button').first().click();
    await this.page.getByRole('button', { name: 'Dismiss' }).first().click();
    await this.page.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await this.page.getByRole('button', { name: 'Dismiss finding' }).click();
  }

  async choose(action: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
