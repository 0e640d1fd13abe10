import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger, Pressable } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface PopoverProps {
  /** What it is about, for screen readers. */
  readonly label: string;
  /** One button that opens it; it gets `aria-expanded` and the rest. */
  readonly trigger: ComponentProps<typeof Pressable>['children'];
  readonly placement?: ComponentProps<typeof AriaPopover>['placement'];
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly className?: string | undefined;
}

/** A small panel beside its button; Escape or a click outside closes it and focus goes back. */
export function Popover({
  label,
  trigger,
  placement = 'bottom start',
  children,
  className,
}: PopoverProps): ReactElement {
  return (
    <DialogTrigger>
      <Pressable>{trigger}</Pressable>
      <AriaPopover
        placement={placement}
        offset={6}
        className="animate-appear max-w-[min(26rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-raised shadow-float"
      >
        <Dialog aria-label={label} className={classNames('p-3 outline-none', className)}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
