import {
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classNames } from './class-names.ts';
import { FieldNotes } from './field-notes.tsx';

interface FieldFrame {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  /** What is wrong with the value, in a sentence. */
  readonly error?: string | undefined;
  /** Ids and secrets. */
  readonly mono?: boolean;
}

export interface TextFieldProps extends FieldFrame, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  /** Sits at the input's right end, such as a "show" button. */
  readonly trailing?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled native input, with its description and error tied to it. */
export function TextField({
  label,
  hideLabel = false,
  description,
  error,
  mono = false,
  trailing,
  className,
  ...rest
}: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <FieldLabel htmlFor={id} text={label} hidden={hideLabel} />
      <div className="relative flex">
        <input
          id={id}
          className={classNames(
            CONTROL,
            'h-8 w-full px-2.5',
            mono && 'font-mono text-sm',
            trailing !== undefined && 'pr-16',
          )}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || description ? `${id}-notes` : undefined}
          {...rest}
        />
        {trailing !== undefined && (
          <span className="absolute inset-y-0 right-1 flex items-center">{trailing}</span>
        )}
      </div>
      <FieldNotes id={`${id}-notes`} description={description} error={error} />
    </div>
  );
}

export interface TextAreaProps extends FieldFrame, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** As {@link TextField}, for several lines. */
export function TextArea({
  label,
  hideLabel = false,
  description,
  error,
  mono = false,
  className,
  rows = 4,
  ...rest
}: TextAreaProps): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <FieldLabel htmlFor={id} text={label} hidden={hideLabel} />
      <textarea
        id={id}
        rows={rows}
        className={classNames(CONTROL, 'w-full resize-y px-2.5 py-1.5', mono && 'font-mono text-sm')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || description ? `${id}-notes` : undefined}
        {...rest}
      />
      <FieldNotes id={`${id}-notes`} description={description} error={error} />
    </div>
  );
}

function FieldLabel(props: { htmlFor: string; text: string; hidden: boolean }): ReactElement {
  return (
    <label
      htmlFor={props.htmlFor}
      className={props.hidden ? 'sr-only' : 'self-start text-sm font-medium text-text'}
    >
      {props.text}
    </label>
  );
}

const CONTROL =
  'min-w-0 rounded-md border border-control-line bg-raised text-text transition-colors hover:border-muted ' +
  'focus-visible:border-accent focus-visible:outline-offset-0 disabled:opacity-50 aria-invalid:border-danger-fill';
