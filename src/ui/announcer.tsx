import { type ReactElement, useSyncExternalStore } from 'react';
import { announcements } from './announcements.ts';

/** Reads out what {@link announce} is given. Mounted once, and left reachable while a dialog is open. */
export function Announcer(): ReactElement {
  const text = useSyncExternalStore(announcements.subscribe, announcements.current);
  return (
    <output data-live-announcer="true" aria-live="polite" className="sr-only">
      {text}
    </output>
  );
}
