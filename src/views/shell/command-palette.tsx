import { type ReactElement, useMemo, useState } from 'react';
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
import type { ActionContext } from '../../actions/action.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { findInPalette, type PaletteItem } from './palette-items.ts';

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly context: ActionContext;
}

/** One field that finds every node and every action. */
export function CommandPalette({ open, onClose, context }: CommandPaletteProps): ReactElement {
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
          aria-label="Go to anything"
          className="flex w-full flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          <Finder context={context} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ context, onClose }: Pick<CommandPaletteProps, 'context' | 'onClose'>): ReactElement {
  const [text, setText] = useState('');
  const sections = useMemo(() => findInPalette(context, text), [context, text]);
  const items = sections.flatMap((section) => section.items);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField
        aria-label="Find a node or an action"
        className="flex items-center border-b border-line px-4"
      >
        <Icon name="search" className="text-muted" />
        <Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was just opened to type in
          autoFocus
          placeholder="Name, id, ARN, IP, tag or action"
          spellCheck={false}
          className="h-12 min-w-0 flex-1 bg-transparent px-3 text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd keys="escape" />
      </SearchField>
      <Menu
        aria-label="Found"
        className="min-h-0 flex-1 overflow-auto p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-6 text-center text-muted">Nothing has that name, id, address or tag.</p>
        )}
        onAction={(key) => {
          onClose();
          items.find((item) => item.id === key)?.run();
        }}
      >
        {sections.map((section) => (
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

function Row({ item }: { readonly item: PaletteItem }): ReactElement {
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
