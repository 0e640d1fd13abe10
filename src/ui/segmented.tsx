import { type ReactElement, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown instead of the label, which then stays as tooltip and for screen readers. */
  readonly icon?: IconName | undefined;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string | undefined;
}

/** One of two to four, all in view: native radio buttons in a row, so that arrow keys work. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset
      className={classNames('inline-flex h-7 items-stretch rounded-md bg-sunken p-0.5', props.className)}
    >
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          title={option.icon ? option.label : undefined}
          className="relative flex h-6 min-w-6 items-center justify-center rounded-[5px] px-1.5 text-sm text-muted transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-(--shadow-small) has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {option.icon && <Icon name={option.icon} size={14} />}
          <span className={option.icon ? 'sr-only' : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
