import type { Page } from '@playwright/test';

/** Which of the secrets a text holds. */
export function leaks(secrets: readonly string[], text: string): readonly string[] {
  return secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
}

/** All that outlives the page: both storages, cookies, databases, caches, history state. */
export async function everythingStored(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () =>
    JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      history: history.state,
      name: window.name,
    }),
  );
  const state = await page.context().storageState({ indexedDB: true });
  return inPage + JSON.stringify(state);
}

/** The whole document, and what its fields hold. */
export function everythingInThePage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return document.documentElement.outerHTML + values.join('\n');
  });
}
