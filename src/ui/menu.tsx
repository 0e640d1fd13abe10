import type { ComponentProps, ReactElement } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Pressable,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Present on an entry that is one of a choice. */
  readonly checked?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface MenuGroup {
  readonly heading?: string | undefined;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  readonly label: string;
  /** One button that opens it. */
  readonly trigger: ComponentProps<typeof Pressable>['children'];
  readonly groups: readonly MenuGroup[];
  readonly placement?: ComponentProps<typeof Popover>['placement'];
}

/** A list of things to do behind one button. */
export function Menu({ label, trigger, groups, placement = 'bottom end' }: MenuProps): ReactElement {
  const entries = groups.flatMap((group) => group.entries);
  return (
    <MenuTrigger>
      <Pressable>{trigger}</Pressable>
      <Popover
        placement={placement}
        offset={6}
        className="animate-appear min-w-48 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-float"
      >
        <AriaMenu
          aria-label={label}
          className="outline-none"
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.onSelect()}
        >
          {groups.map((group, index) => (
            <MenuSection
              // oxlint-disable-next-line react/no-array-index-key -- groups are fixed and have no name of their own
              key={group.heading ?? index}
              aria-label={group.heading ?? label}
              className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
            >
              {group.heading && <Header className="heading-caps px-2 pt-1.5 pb-1">{group.heading}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactElement {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 text-sm outline-none data-disabled:opacity-50 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent"
    >
      {entry.icon && <Icon name={entry.icon} className="text-muted" />}
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.checked && <Icon name="check" size={14} className="text-accent" />}
      {entry.keys && <Kbd keys={entry.keys} />}
    </MenuItem>
  );
}
