import { seedPartners } from '../seeds/partners.ts';
import { seedIssuerRoles, seedPool } from '../seeds/pool.ts';
import { seedShop } from '../seeds/shop.ts';
import { forgetSeeds, storeSeed } from '../seeds/stored.ts';
import { APP_URL, ISSUER_URL, MINISTACK_URL, PORTS } from './addresses.ts';
import { serveBuiltApp } from './app.ts';
import { RESULTS } from './folders.ts';
import { startIssuer } from './issuer.ts';
import { startMiniStack } from './ministack.ts';
import { startMoto } from './moto.ts';
import type { RunningServer } from './process.ts';

/**
 * Starts the AWS servers and an OpenID Connect issuer, and serves the built app; gives what ends them all. MiniStack is filled at once, which is quick;
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
    await seedPartners(MINISTACK_URL);
    storeSeed('pool', await seedPool(MINISTACK_URL, APP_URL));
    await seedIssuerRoles(MINISTACK_URL, ISSUER_URL);
    await keep(startIssuer(PORTS.issuer, `${RESULTS}/servers/issuer.log`));
    await keep(serveBuiltApp());
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}
