import { type ReactElement, type ReactNode, useId } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { FieldNotes } from './field-notes.tsx';
import { Icon } from './icon.tsx';

/** A suggestion of a {@link ComboBox}. */
export interface ComboItem {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
}

export interface ComboBoxProps<Item extends ComboItem> {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Few enough to list all: the caller filters by the text. */
  readonly items: readonly Item[];
  readonly onChoose: (item: Item) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly mono?: boolean;
}

/** A text field over suggestions that follow it. Any text may stand; choosing a suggestion says so. */
export function ComboBox<Item extends ComboItem>(props: ComboBoxProps<Item>): ReactElement {
  const { label, text, onText, items, onChoose, placeholder, description, error, mono = false } = props;
  const notes = useId();
  return (
    <AriaComboBox
      allowsCustomValue
      menuTrigger="focus"
      items={items}
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item) onChoose(item);
      }}
      isInvalid={error !== undefined}
      aria-describedby={error || description ? notes : undefined}
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="self-start text-sm font-medium text-text">{label}</Label>
      <div className="relative flex">
        <Input
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          className={`h-8 w-full min-w-0 rounded-md border border-control-line bg-raised pr-8 pl-2.5 text-text transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-danger-fill ${mono ? 'font-mono text-sm' : ''}`}
        />
        <Button
          aria-label={`Show ${label}`}
          className="absolute inset-y-1 right-1 flex w-6 items-center justify-center rounded text-muted outline-none data-hovered:text-text"
        >
          <Icon name="chevron-down" size={14} />
        </Button>
      </div>
      <FieldNotes id={notes} description={description} error={error} />
      <Popover
        offset={4}
        className="animate-appear w-(--trigger-width) min-w-60 overflow-auto rounded-lg border border-line bg-raised shadow-float"
      >
        <ListBox<Item> className="max-h-72 overflow-auto p-1 outline-none">
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={item.label}
              className="flex min-h-7 cursor-pointer flex-col justify-center rounded-md px-2 py-1 text-sm outline-none data-focused:bg-accent-tint data-hovered:bg-hover"
            >
              <bdi className="truncate">{item.label}</bdi>
              {item.detail && <bdi className="truncate text-xs text-muted">{item.detail}</bdi>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
