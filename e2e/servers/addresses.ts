/**
 * Fixed, unusual ports: a test run either has them to itself or says who is in the way. They lie below those that systems
 * give to outgoing connections (32768 and up on Linux, 49152 and up on macOS), which would be in the way by chance.
 * `ROLEWIRE_TEST_PORTS` names another first port, for a second run beside one that has these.
 */
const FIRST = Number(process.env['ROLEWIRE_TEST_PORTS'] ?? 25_660);

export const PORTS = {
  ministack: FIRST,
  moto: FIRST + 1,
  issuer: FIRST + 2,
  app: FIRST + 10,
  relayNginx: FIRST + 20,
  relayVite: FIRST + 21,
  relayAws: FIRST + 22,
} as const;

export const MINISTACK_URL = `http://127.0.0.1:${PORTS.ministack}`;
export const MOTO_URL = `http://127.0.0.1:${PORTS.moto}`;
export const ISSUER_URL = `http://127.0.0.1:${PORTS.issuer}`;
export const APP_URL = `http://127.0.0.1:${PORTS.app}`;
