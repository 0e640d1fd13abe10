import { build, preview } from 'vite';
import { APP_URL, ISSUER_URL, MINISTACK_URL, MOTO_URL, PORTS } from './addresses.ts';
import { CACHE, ROOT } from './folders.ts';
import type { RunningServer } from './process.ts';

const BUILT = `${CACHE}/e2e/dist`;

/** Builds the app as for people, but allowed to talk to the local servers, and serves what was built. */
export async function serveBuiltApp(): Promise<RunningServer> {
  process.env['ROLEWIRE_CONNECT_SRC'] = `${MINISTACK_URL} ${MOTO_URL} ${ISSUER_URL}`;
  const shared = { root: ROOT, logLevel: 'warn' } as const;
  await build({ ...shared, build: { outDir: BUILT, emptyOutDir: true } });
  const server = await preview({
    ...shared,
    build: { outDir: BUILT },
    preview: { host: new URL(APP_URL).hostname, port: PORTS.app, strictPort: true, open: false },
  });
  return { stop: () => server.close() };
}
