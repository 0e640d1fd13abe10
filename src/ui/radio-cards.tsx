import { type ReactElement, type ReactNode, useId } from 'react';

interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means, in a sentence or two. */
  readonly description: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  /** For screen readers; a heading above says it to the eye. */
  readonly label: string;
  readonly options: readonly RadioCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few that need explaining: native radio buttons, each with its words in a box that is its label. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>): ReactElement {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="sr-only">{props.label}</legend>
      {props.options.map(({ value, label, description }) => (
        <label
          key={value}
          className="flex items-start gap-2.5 rounded-lg border border-line bg-panel px-3 py-2 text-sm transition-colors hover:border-control-line has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === props.value}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={`${id}-${value}-notes`}
            onChange={() => props.onChange(value)}
            className="mt-px size-4 shrink-0 appearance-none rounded-full border border-control-line bg-raised outline-none checked:border-5 checked:border-accent"
          />
          <span className="flex min-w-0 flex-col gap-0.5">
            <span id={`${id}-${value}`} className="font-medium">
              {label}
            </span>
            <span id={`${id}-${value}-notes`} className="text-muted">
              {description}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
