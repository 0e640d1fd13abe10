import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

type TooltipPlacement = ComponentProps<typeof AriaTooltip>['placement'];

export interface TooltipProps {
  /** Said in full; it describes the control, so it must not be its only name. */
  readonly text: ReactNode;
  readonly placement?: TooltipPlacement;
  /** Milliseconds before it opens under the pointer; it opens at once on keyboard focus. */
  readonly delay?: number;
  /** One focusable element that takes a ref: a button, a link, or a span with `tabIndex={0}` and a role. */
  readonly children: ComponentProps<typeof Focusable>['children'];
}

/** Shows on hover and on focus, closes on Escape, and stays while pointed at. */
export function Tooltip({ text, placement = 'bottom', delay = 350, children }: TooltipProps): ReactElement {
  return (
    <TooltipTrigger delay={delay} closeDelay={80}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        placement={placement}
        offset={6}
        className="animate-appear z-50 max-w-80 rounded-md bg-tooltip px-2 py-1 text-sm text-on-tooltip shadow-float break-words"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
