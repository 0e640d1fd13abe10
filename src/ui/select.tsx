import type { ReactElement } from 'react';
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
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

/** One of a few. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const choose = (key: Key | null): void => {
    const option = props.options.find((candidate) => candidate.value === key);
    if (option) props.onChange(option.value);
  };
  return (
    <AriaSelect
      value={props.value}
      onChange={choose}
      isDisabled={props.disabled ?? false}
      aria-label={props.hideLabel ? props.label : undefined}
      className={classNames('flex min-w-0 flex-col gap-1', props.className)}
    >
      {!props.hideLabel && <Label className="text-sm font-medium">{props.label}</Label>}
      <Button
        className={classNames(
          'flex items-center gap-2 rounded-md border border-control-line bg-raised pr-1.5 pl-2.5 text-left text-sm transition-colors hover:border-muted data-disabled:opacity-50',
          props.tall ? 'h-8' : 'h-7',
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate" />
        <Icon name="chevron-down" size={14} className="text-muted" />
      </Button>
      <Popover
        offset={4}
        className="animate-appear min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-raised p-1 shadow-float"
      >
        <ListBox items={props.options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 text-sm outline-none data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent"
            >
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {isSelected && <Icon name="check" size={14} className="text-accent" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
