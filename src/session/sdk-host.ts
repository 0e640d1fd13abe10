/** As much of an SDK client as tells where it sends its requests. */
interface ClientWithEndpoint {
  readonly config: {
    readonly endpoint?:
      | (() => Promise<{ readonly hostname: string; readonly port?: number | undefined }>)
      | undefined;
    readonly region: () => Promise<string>;
    readonly endpointProvider: (parameters: { Region: string }) => { readonly url: URL };
  };
}

/** The host that a client sends to, for messages; `AWS` when even that can't be told. */
export async function hostOf(client: ClientWithEndpoint): Promise<string> {
  try {
    const custom = await client.config.endpoint?.();
    if (custom) return custom.port === undefined ? custom.hostname : `${custom.hostname}:${custom.port}`;
    return client.config.endpointProvider({ Region: await client.config.region() }).url.host;
  } catch {
    return 'AWS';
  }
}
