import { ISSUER_URL } from './addresses.ts';
import { ROOT } from './folders.ts';
import { type RunningServer, startServer } from './process.ts';

/** Starts the OpenID Connect issuer of `issuer-main.ts`. */
export function startIssuer(port: number, logFile: string): Promise<RunningServer> {
  return startServer({
    name: 'The OpenID Connect issuer',
    command: process.execPath,
    args: ['--import', 'tsx', `${ROOT}/e2e/servers/issuer-main.ts`],
    env: {},
    port,
    readyUrl: `${ISSUER_URL}/.well-known/openid-configuration`,
    logFile,
  });
}
