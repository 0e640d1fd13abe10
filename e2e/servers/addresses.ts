/** Fixed, unusual ports: a test run either has them to itself or says who is in the way. */
export const PORTS = { ministack: 45_660, moto: 45_661, app: 45_670 } as const;

export const MINISTACK_URL = `http://127.0.0.1:${PORTS.ministack}`;
export const MOTO_URL = `http://127.0.0.1:${PORTS.moto}`;
export const APP_URL = `http://127.0.0.1:${PORTS.app}`;
