import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type ButtonKind = 'primary' | 'quiet' | 'danger' | 'bare';
type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `primary` once a screen; `quiet` has a border; `bare` has none until it is pointed at. */
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  readonly icon?: IconName | undefined;
  readonly type?: 'button' | 'submit';
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A native button with our face. */
export function Button({
  kind = 'quiet',
  size = 'medium',
  icon,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    // oxlint-disable-next-line react/button-has-type -- the type is one of two constants
    <button type={type} className={classNames(BASE, SIZES[size], KINDS[kind], className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

const BASE =
  'inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium ' +
  'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50';

const SIZES: Record<ButtonSize, string> = {
  small: 'h-6 px-2 text-sm',
  medium: 'h-7 px-2.5 text-sm',
  large: 'h-9 px-4 text-base',
};

const KINDS: Record<ButtonKind, string> = {
  primary:
    'border-accent bg-accent text-on-accent enabled:hover:bg-accent-strong enabled:hover:border-accent-strong',
  quiet: 'border-line-strong bg-raised text-text enabled:hover:border-control-line enabled:hover:bg-sunken',
  danger:
    'border-danger-fill bg-danger-fill text-on-danger enabled:hover:brightness-110 enabled:active:brightness-95',
  bare: 'border-transparent bg-transparent text-muted not-aria-disabled:enabled:hover:bg-hover not-aria-disabled:enabled:hover:text-text aria-expanded:bg-hover aria-expanded:text-text',
};
