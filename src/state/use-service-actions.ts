import { useEffect, useState } from 'react';
import type { ServiceActions } from '../policy/service-actions.ts';
import { iamActions } from './iam-actions.ts';

/** What AWS says of a service's actions, as far as it has been loaded. */
export type ServiceState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly service: ServiceActions }
  /** AWS lists no service of that prefix. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

const LOADING: ServiceState = { kind: 'loading' };

/** Loads the actions of one service, `s3`, when a component that shows them appears. */
export function useServiceActions(prefix: string): ServiceState {
  const [loaded, setLoaded] = useState<{ readonly prefix: string; readonly state: ServiceState }>();
  useEffect(() => {
    let wanted = true;
    const show = (state: ServiceState): void => {
      if (wanted) setLoaded({ prefix, state });
    };
    iamActions.service(prefix).then(
      (service) => show(service ? { kind: 'known', service } : { kind: 'none' }),
      () => show({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [prefix]);
  return loaded?.prefix === prefix ? loaded.state : LOADING;
}
