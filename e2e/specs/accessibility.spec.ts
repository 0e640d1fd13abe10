import { expectAccessible } from '../accessibility.ts';
import { test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { exportLines } from '../seeds/clients.ts';

test('the first screen: empty, filled, and with everything wrong', async ({ page, shop }) => {
  const start = new StartPage(page);
  await start.open();
  await expectAccessible(page, 'first screen');
  await start.signInButton.click();
  await start.paste('nothing of use');
  await expectAccessible(page, 'first screen with errors');
  await start.paste(exportLines(shop.longLived));
  await expectAccessible(page, 'first screen, filled');
});
