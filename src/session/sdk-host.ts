/** As much of an SDK client as tells where it sends its requests. */
interface ClientWithEndpoint {
  readonly config: {
    readonly endpoint?:
      | (() => Promise<{ readonly hostname: string; readonly port?: number | undefined }>)
      | undefined;
    readonly region: () => Promise<string>;
    readonly useFipsEndpoint: () => Promise<boolean>;
    readonly useDualstackEndpoint: () => Promise<boolean>;
    readonly endpointProvider: (parameters: {
      readonly Region: string;
      readonly UseFIPS: boolean;
      readonly UseDualStack: boolean;
    }) => { readonly url: URL };
  };
}

/** The host that a client sends to, for messages; `AWS` when even that can't be told. */
export async function hostOf({ config }: ClientWithEndpoint): Promise<string> {
  try {
    const custom = await config.endpoint?.();
    if (custom) return custom.port === undefined ? custom.hostname : `${custom.hostname}:${custom.port}`;
    return config.endpointProvider({
      Region: await config.region(),
      UseFIPS: await config.useFipsEndpoint(),
      UseDualStack: await config.useDualstackEndpoint(),
    }).url.host;
  } catch {
    return 'AWS';
  }
}
