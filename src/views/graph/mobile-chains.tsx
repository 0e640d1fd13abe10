import type { ReactElement } from 'react';

/** Chains one by one, for narrow screens. */
export function MobileChains(): ReactElement {
  return <p className="p-4 text-muted">Chains</p>;
}
