import { type ReactElement, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** As high as a text field, to stand beside one. */
  readonly tall?: boolean;
  readonly className?: string | undefined;
}

/** One of a few. The browser's own list: it fits every device, and the first screen needs no library for it. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const id = useId();
  const choose = (value: string): void => {
    const option = props.options.find((candidate) => candidate.value === value);
    if (option) props.onChange(option.value);
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', props.className)}>
      <label htmlFor={id} className={props.hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {props.label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={props.value}
          onChange={(event) => choose(event.target.value)}
          disabled={props.disabled}
          className={classNames(
            'w-full appearance-none truncate rounded-md border border-control-line bg-raised pr-7 pl-2.5 transition-colors hover:border-muted disabled:opacity-50',
            props.tall ? 'h-8' : 'h-7 text-sm',
          )}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          size={14}
          className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  );
}
