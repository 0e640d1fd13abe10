import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Checks what is on screen with axe, in light and in dark; each failure names the rule and the elements. `part` is the CSS
 * selector of all that changed since the last check.
 */
export async function expectAccessible(page: Page, screen: string, part = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The quick way, for pages without frames.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await axe.include(part).withTags(RULES).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`).join('; ')}`,
    );
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
