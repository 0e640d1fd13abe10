import type { Page } from '@playwright/test';

export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Lets files go over a place of the page, or only lets them hover. */
export async function dragFiles(
  page: Page,
  files: readonly NamedFile[],
  events: readonly string[],
  at = 'body',
): Promise<void> {
  const plain = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }));
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)], name));
    }
    return transfer;
  }, plain);
  for (const event of events) await page.dispatchEvent(at, event, { dataTransfer });
}
