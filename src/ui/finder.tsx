import type { ReactElement, ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { type GlyphShape, KindGlyph } from './kind-glyph.tsx';

/** A row of a {@link Finder}. */
export interface FinderItem {
  readonly id: string;
  readonly label: string;
  /** An id, in mono. */
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
  /** An outline of the picture, instead of an icon. */
  readonly shape?: GlyphShape | undefined;
  readonly ghost?: boolean | undefined;
  readonly keys?: string | undefined;
}

export interface FinderSection<Item extends FinderItem> {
  readonly heading: string;
  readonly items: readonly Item[];
  /** How many were found beyond those listed. */
  readonly more: number;
}

export interface FinderProps<Item extends FinderItem> {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sections: readonly FinderSection<Item>[];
  /** Shown when nothing was found. */
  readonly empty: ReactNode;
  readonly onChoose: (item: Item) => void;
}

/** A field over a list that follows it: arrows move through the list while the text stays in focus. */
export function Finder<Item extends FinderItem>(props: FinderProps<Item>): ReactElement {
  const items = props.sections.flatMap((section) => section.items);
  return (
    <Autocomplete inputValue={props.text} onInputChange={props.onText}>
      <SearchField aria-label={props.label} className="flex items-center border-b border-line px-4">
        <Icon name="search" className="text-muted" />
        <Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was just opened to type in
          autoFocus
          placeholder={props.placeholder}
          spellCheck={false}
          className="h-12 min-w-0 flex-1 bg-transparent px-3 text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd keys="escape" />
      </SearchField>
      <Menu
        aria-label="Found"
        className="min-h-0 flex-1 overflow-auto p-1.5 outline-none"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-muted">{props.empty}</p>}
        onAction={(key) => {
          const item = items.find((each) => each.id === key);
          if (item) props.onChoose(item);
        }}
      >
        {props.sections.map((section) => (
          <MenuSection key={section.heading} aria-label={section.heading}>
            <Header className="heading-caps px-2.5 pt-2 pb-1">
              {section.heading}
              {section.more > 0 && <span className="font-normal normal-case"> · {section.more} more</span>}
            </Header>
            {section.items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

export interface FinderDialogProps {
  readonly label: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** A {@link Finder}. */
  readonly children: ReactNode;
}

/** The frame of a finder that opens over the screen. */
export function FinderDialog({ label, open, onClose, children }: FinderDialogProps): ReactElement {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim p-3 pt-[min(12vh,6rem)]"
    >
      <Modal className="animate-appear flex max-h-[min(32rem,80dvh)] w-full max-w-xl">
        <Dialog
          aria-label={label}
          className="flex w-full flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Row({ item }: { readonly item: FinderItem }): ReactElement {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 outline-none data-focused:bg-accent-tint"
    >
      {item.shape ? (
        <KindGlyph shape={item.shape} ghost={item.ghost ?? false} className="text-muted" />
      ) : (
        item.icon && <Icon name={item.icon} className="text-muted" />
      )}
      <span className="min-w-0 truncate">{item.label}</span>
      {item.detail && (
        <span className="min-w-0 flex-1 truncate font-mono text-sm text-muted">{item.detail}</span>
      )}
      {item.keys && (
        <span className="ml-auto">
          <Kbd keys={item.keys} />
        </span>
      )}
    </MenuItem>
  );
}
