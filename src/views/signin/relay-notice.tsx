import type { ReactElement } from 'react';
import { useRelay } from '../../state/use-relay.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface RelayOfferProps {
  /** The button. */
  readonly label: string;
  readonly onAccept: () => void;
}

/** For calls that did not reach AWS: offers the page's relay, if it has one and it is not in use. */
export function RelayOffer({ label, onAccept }: RelayOfferProps): ReactElement | null {
  const relay = useRelay();
  const use = relay?.use;
  if (relay === undefined || use === undefined || relay.inUse) return null;
  return (
    <Notice
      tone="info"
      title="This page offers a relay for calls that a browser cannot make."
      actions={
        <Button
          size="small"
          onClick={() => {
            use(true);
            onAccept();
          }}
        >
          {label}
        </Button>
      }
    >
      <code className="break-all">{relay.address}</code> passes them on to AWS, read calls only. Its operator
      can see session tokens, calls and answers, but never the secret key.
    </Notice>
  );
}

/** Says that calls go through a relay and through which; nothing where they don't. */
export function RelayInUse(): ReactElement | null {
  const relay = useRelay();
  const use = relay?.use;
  if (!relay?.inUse) return null;
  return (
    <Notice
      tone="neutral"
      title="Calls to AWS go through a relay."
      actions={
        use && (
          <Button size="small" onClick={() => use(false)}>
            Call AWS directly
          </Button>
        )
      }
    >
      <code className="break-all">{relay.address}</code> sees session tokens, calls and answers, but never the
      secret key.
    </Notice>
  );
}
