import { type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export interface SwitchProps {
  readonly children: ReactNode;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly className?: string | undefined;
}

/** Something that takes effect at once, on or off. */
export function Switch({
  children,
  description,
  checked,
  disabled,
  onChange,
  className,
}: SwitchProps): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex flex-col gap-0.5', className)}>
      <label className="group flex min-h-6 items-center gap-2.5 text-sm has-disabled:opacity-50">
        <span className="relative flex h-4 w-7 shrink-0">
          <input
            type="checkbox"
            role="switch"
            aria-checked={checked}
            checked={checked}
            disabled={disabled}
            aria-describedby={description ? `${id}-notes` : undefined}
            className="peer h-4 w-7 appearance-none rounded-full border border-control-line bg-sunken transition-colors checked:border-accent checked:bg-accent"
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-[3px] left-[3px] size-2.5 rounded-full bg-control-line transition-[translate,background-color] peer-checked:translate-x-3 peer-checked:bg-on-accent"
          />
        </span>
        <span className="min-w-0 flex-1">{children}</span>
      </label>
      {description && (
        <p id={`${id}-notes`} className="pl-[38px] text-sm text-muted">
          {description}
        </p>
      )}
    </div>
  );
}
