import { seedShop } from '../seeds/shop.ts';
import { forgetSeeds, storeSeed } from '../seeds/stored.ts';
import { MINISTACK_URL, PORTS } from './addresses.ts';
import { serveBuiltApp } from './app.ts';
import { RESULTS } from './folders.ts';
import { startMiniStack } from './ministack.ts';
import { startMoto } from './moto.ts';
import type { RunningServer } from './process.ts';

/**
 * Starts the AWS servers and serves the built app; gives what ends them all. MiniStack is filled at once, which is quick;
 * moto by the first test that needs it.
 */
export default async function startAll(): Promise<() => Promise<void>> {
  const running: RunningServer[] = [];
  const stopAll = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const keep = async (starting: Promise<RunningServer>): Promise<void> => {
    running.push(await starting);
  };
  try {
    await keep(startMiniStack(PORTS.ministack, `${RESULTS}/servers/ministack.log`));
    await keep(startMoto(PORTS.moto, `${RESULTS}/servers/moto.log`));
    // Not before both ports are ours: a second run beside this one must not take the seeds away.
    forgetSeeds();
    storeSeed('shop', await seedShop(MINISTACK_URL));
    await keep(serveBuiltApp());
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}
