import type { ServiceActions, ServiceName } from '../policy/service-actions.ts';
import { readServiceFile, readServicesFile, SERVICE_FOLDER, SERVICES_FILE } from './service-file.ts';

/**
 * What AWS says of its actions, fetched from beside the page when first asked for, one small file a service. Nothing of it is
 * in the first load, and nothing is fetched from anywhere else.
 */
export interface IamActions {
  /** Every service with actions, in order of prefix. Rejects when the list can't be loaded; the next call tries again. */
  readonly services: () => Promise<readonly ServiceName[]>;
  /** One service by its prefix, in any letter case; `undefined` when AWS has none of that name. Rejects as above. */
  readonly service: (prefix: string) => Promise<ServiceActions | undefined>;
}

/** Makes the loader from what gives a file's parsed content by its path; tests read the files from the disk. */
export function createIamActions(load: (path: string) => Promise<unknown>): IamActions {
  const list = keepOnce<ReadonlyMap<string, string>>();
  const known = keepOnce<ServiceActions | undefined>();
  const names = () => list('', async () => readServicesFile(await load(SERVICES_FILE)));
  return {
    services: async () => Array.from(await names(), ([prefix, name]) => ({ prefix, name })),
    service: (written) => {
      const prefix = written.toLowerCase();
      return known(prefix, async () => {
        const name = (await names()).get(prefix);
        if (name === undefined) return undefined;
        return readServiceFile(prefix, name, await load(`${SERVICE_FOLDER}${prefix}.json`));
      });
    },
  };
}

/** The loader of this page. */
export const iamActions: IamActions = createIamActions(async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be loaded: HTTP ${response.status}.`);
  return response.json();
});

/** Makes each thing once; what failed is made again when it is next asked for. */
function keepOnce<Value>(): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key, make) => {
    const there = kept.get(key);
    if (there) return there;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}
