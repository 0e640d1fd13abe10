import { seedCrowd } from '../seeds/crowd.ts';
import { seedShop } from '../seeds/shop.ts';
import { writeSeeds } from '../seeds/stored.ts';
import { MINISTACK_URL, MOTO_URL, PORTS } from './addresses.ts';
import { serveBuiltApp } from './app.ts';
import { RESULTS } from './folders.ts';
import { startMiniStack } from './ministack.ts';
import { startMoto } from './moto.ts';
import type { RunningServer } from './process.ts';

/** Starts and fills the AWS servers and serves the built app; gives what ends them all. */
export default async function startAll(): Promise<() => Promise<void>> {
  const running: RunningServer[] = [];
  const stopAll = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const shop = async () => {
    running.push(await startMiniStack(PORTS.ministack, `${RESULTS}/servers/ministack.log`));
    return seedShop(MINISTACK_URL);
  };
  const crowd = async () => {
    running.push(await startMoto(PORTS.moto, `${RESULTS}/servers/moto.log`));
    return seedCrowd(MOTO_URL);
  };
  const app = async () => {
    running.push(await serveBuiltApp());
  };
  try {
    const [shopSeed, crowdSeed] = await Promise.all([shop(), crowd(), app()]);
    writeSeeds({ shop: shopSeed, crowd: crowdSeed });
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}
