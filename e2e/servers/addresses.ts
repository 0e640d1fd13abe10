/**
 * Fixed, unusual ports: a test run either has them to itself or says who is in the way. They lie below those that systems
 * give to outgoing connections (32768 and up on Linux, 49152 and up on macOS), which would be in the way by chance.
 */
export const PORTS = {
  ministack: 25_660,
  moto: 25_661,
  issuer: 25_662,
  app: 25_670,
  relayNginx: 25_680,
  relayVite: 25_681,
  relayAws: 25_682,
} as const;

export const MINISTACK_URL = `http://127.0.0.1:${PORTS.ministack}`;
export const MOTO_URL = `http://127.0.0.1:${PORTS.moto}`;
export const ISSUER_URL = `http://127.0.0.1:${PORTS.issuer}`;
export const APP_URL = `http://127.0.0.1:${PORTS.app}`;
