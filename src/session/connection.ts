import { type AppConfig, type AwsService, endpointOf } from './config.ts';
import { relayPathInUse } from './relay-choice.ts';
import type { RelayHandler } from './relay-handler.ts';

/** The part of an SDK client's settings that says where its requests go. */
export interface Connection {
  readonly region: string;
  readonly endpoint?: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly requestHandler: { readonly requestTimeout: number } | RelayHandler;
}

/**
 * Where to ask a service in a region. A custom endpoint is asked directly and as it is: the SDK takes FIPS and dual-stack for
 * contradictions to it, and a relay knows AWS's hosts alone.
 */
export async function connectionTo(
  service: AwsService,
  region: string,
  config: AppConfig,
  requestTimeout: number,
): Promise<Connection> {
  const endpoint = endpointOf(config, service, region);
  if (endpoint !== undefined) return { region, endpoint, requestHandler: { requestTimeout } };
  return {
    region,
    useFipsEndpoint: config.useFipsEndpoint ?? false,
    useDualstackEndpoint: config.useDualstackEndpoint ?? false,
    requestHandler: await requestHandler(config, requestTimeout),
  };
}

async function requestHandler(
  config: AppConfig,
  requestTimeout: number,
): Promise<Connection['requestHandler']> {
  if (config.relay === undefined || config.relay.when === 'never') return { requestTimeout };
  const { RelayHandler: Handler } = await import('./relay-handler.ts');
  return new Handler({
    requestTimeout,
    relayPath: () => relayPathInUse(config),
    pageOrigin: () => globalThis.location.origin,
  });
}
