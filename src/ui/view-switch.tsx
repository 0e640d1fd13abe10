import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ViewOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** A count beside the label. */
  readonly badge?: ReactNode;
}

export interface ViewSwitchProps<Value extends string> {
  readonly label: string;
  readonly options: readonly ViewOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Icons alone on narrow screens. */
  readonly compact?: boolean;
  readonly className?: string | undefined;
}

/**
 * Ways to look at the same thing. Buttons with `aria-current` rather than tabs: the whole screen changes, the address
 * with it, and each button is one Tab stop.
 */
export function ViewSwitch<Value extends string>(props: ViewSwitchProps<Value>): ReactElement {
  return (
    <nav aria-label={props.label} className={classNames('flex items-stretch gap-0.5', props.className)}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-current={option.value === props.value ? 'page' : undefined}
          onClick={() => props.onChange(option.value)}
          className="relative flex items-center gap-1.5 rounded-md px-2.5 text-base font-medium text-muted transition-colors after:absolute after:inset-x-2.5 after:-bottom-px after:h-[3px] after:rounded-t-full hover:text-text aria-[current=page]:text-text aria-[current=page]:after:bg-accent"
        >
          {option.icon && <Icon name={option.icon} className={props.compact ? '' : 'max-xl:hidden'} />}
          <span className={props.compact ? 'sr-only' : ''}>{option.label}</span>
          {option.badge}
        </button>
      ))}
    </nav>
  );
}
