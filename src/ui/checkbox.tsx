import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange'> {
  readonly children: ReactNode;
  /** Sits at the row's right end, such as a count. */
  readonly trailing?: ReactNode;
  readonly onChange: (checked: boolean) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A native checkbox; the whole row is its label. */
export function Checkbox({ children, trailing, onChange, className, ...rest }: CheckboxProps): ReactElement {
  return (
    <label
      className={classNames(
        'group flex min-h-6 items-center gap-2 rounded-sm text-sm has-disabled:opacity-50',
        className,
      )}
    >
      <span className="relative flex size-4 shrink-0">
        <input
          type="checkbox"
          className="peer size-4 appearance-none rounded-[4px] border border-control-line bg-raised transition-colors group-hover:border-muted checked:border-accent checked:bg-accent"
          onChange={(event) => onChange(event.currentTarget.checked)}
          {...rest}
        />
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 hidden text-on-accent peer-checked:block"
        >
          <path
            d="M4 8.4 7 11.2l5-6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {trailing !== undefined && <span className="shrink-0 tabular-nums text-muted">{trailing}</span>}
    </label>
  );
}
