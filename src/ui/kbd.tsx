import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { spellKeys } from './spell-keys.ts';

export interface KbdProps {
  /** Keys joined by `+`: `mod+k`, `?`, `g`. `mod` is Command on a Mac and Control elsewhere. */
  readonly keys: string;
  readonly className?: string | undefined;
}

/** Keys as the person's keyboard names them. */
export function Kbd({ keys, className }: KbdProps): ReactElement {
  return (
    <kbd
      className={classNames(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded border border-line-strong bg-sunken px-1 font-sans text-xs text-muted',
        className,
      )}
    >
      {spellKeys(keys, /mac|iphone|ipad/i.test(navigator.userAgent))}
    </kbd>
  );
}
