import type { ReactElement, Ref } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';
import type { IconName } from './icon.tsx';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: IconName;
  /** Its name, for screen readers and in the tooltip. */
  readonly label: string;
  /** More than the name, such as keys. */
  readonly hint?: string | undefined;
  readonly placement?: TooltipProps['placement'];
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with a picture; its name shows on hover and focus. */
export function IconButton({
  icon,
  label,
  hint,
  placement = 'bottom',
  kind = 'bare',
  size = 'medium',
  className,
  disabled = false,
  onClick,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Tooltip text={hint ? `${label} (${hint})` : label} placement={placement}>
      <Button
        kind={kind}
        size={size}
        icon={icon}
        aria-label={label}
        className={classNames('px-0!', WIDTHS[size], className)}
        // Stays in the Tab order, so that its tooltip can be read and focus is not lost when it goes off.
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
        {...rest}
      />
    </Tooltip>
  );
}

const WIDTHS = { small: 'w-6', medium: 'w-7', large: 'w-9' } as const;
