import { createServer, type Plugin } from 'vite';
import { exportLines } from '../seeds/clients.ts';
import { SHOP, type ShopSeed, seedShop } from '../seeds/shop.ts';
import { CACHE, ROOT } from './folders.ts';
import { startMiniStack } from './ministack.ts';
import { freePort, type RunningServer } from './process.ts';
import { ensurePythonServers } from './python.ts';

/** `npm run start:local`: the app beside a MiniStack with two seeded accounts, for people with no AWS account at hand. */
async function main(): Promise<void> {
  const running: RunningServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    process.exit();
  };
  try {
    ensurePythonServers();
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    const port = await freePort();
    running.push(await startMiniStack(port, `${CACHE}/start-local/ministack.log`));
    const endpoint = `http://127.0.0.1:${port}`;
    const seed = await seedShop(endpoint);
    const app = await createServer({
      root: ROOT,
      logLevel: 'warn',
      plugins: [serveConfig({ endpoint })],
      server: { host: '127.0.0.1' },
    });
    running.push({ stop: () => app.close() });
    await app.listen();
    console.log(welcome(app.resolvedUrls?.local[0] ?? '', seed));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    await stop();
  }
}

/** Answers for `public/config.json`, so that the app asks the local server instead of AWS. */
function serveConfig(config: { readonly endpoint: string }): Plugin {
  return {
    name: 'rolewire-local-config',
    configureServer: (server) => {
      server.middlewares.use('/config.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(config));
      });
    },
  };
}

function welcome(address: string, seed: ShopSeed): string {
  return `
Rolewire runs at ${address}

To sign in to the account ${SHOP.accountId} (${SHOP.alias}), paste:

${exportLines(seed.reader)}

To the account ${SHOP.otherAccountId}:

${exportLines(seed.otherReader)}

As someone who may not list instance profiles in ${SHOP.accountId}:

${exportLines(seed.withoutProfiles)}

All of it is invented, lives in memory, and ends with Ctrl-C.
`;
}

await main();
