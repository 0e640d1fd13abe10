import type { ReactElement, Ref } from 'react';
import type { ActionContext } from '../../actions/action.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LogoMark } from '../../ui/logo.tsx';
import { AccountChip } from './account-chip.tsx';
import { ActionMenu } from './action-menu.tsx';
import { activeFilters } from './active-filters.ts';
import type { Identity } from './identity.ts';
import { RedactionChip } from './redaction-chip.tsx';
import { SearchField } from './search-field.tsx';
import { useThemeEntries } from './theme-entries.ts';
import { viewOptions } from './view-options.tsx';

export interface NarrowTopBarProps {
  readonly identity: Identity;
  readonly context: ActionContext;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onFilters: () => void;
}

/** The top bar of a phone: two rows, the second for search and filters. */
export function NarrowTopBar({ identity, context, searchRef, onFilters }: NarrowTopBarProps): ReactElement {
  const theme = useThemeEntries();
  const active = activeFilters(context.workspace.view.filter);
  return (
    <header className="relative z-20 flex shrink-0 flex-col gap-2 border-b border-line bg-panel px-3 py-2">
      <div className="flex items-center gap-2">
        <LogoMark size={22} />
        <span className="sr-only">Rolewire</span>
        <div className="flex min-w-0 flex-1">
          <AccountChip identity={identity} onAccounts={context.shell.openAccounts} />
        </div>
        <RedactionChip />
        <ActionMenu
          label="More"
          context={context}
          groups={['Find', 'Look', 'Read', 'Share', 'Export', 'Session']}
          more={theme}
          trigger={<Button kind="bare" icon="more" aria-label="More" className="size-8 px-0!" />}
        />
      </div>
      <div className="flex items-center gap-2">
        <SearchField
          inputRef={searchRef}
          onPalette={context.shell.openPalette}
          className="flex-1 [&_input]:h-8"
        />
        <Button icon="sliders" className="h-8" onClick={onFilters}>
          Filters
          {active > 0 && (
            <span className="rounded-full bg-accent px-1.5 text-xs leading-4 font-semibold text-on-accent tabular-nums">
              {active}
            </span>
          )}
        </Button>
      </div>
    </header>
  );
}

/** The views of a phone, in reach of a thumb. */
export function NarrowViewBar({ context }: { readonly context: ActionContext }): ReactElement {
  const { workspace } = context;
  return (
    <nav
      aria-label="View"
      className="relative z-20 grid shrink-0 grid-cols-3 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)]"
    >
      {viewOptions(workspace).map((option) => (
        <button
          key={option.value}
          type="button"
          aria-current={option.value === workspace.view.view ? 'page' : undefined}
          onClick={() => workspace.commands.show(option.value)}
          className="relative flex h-13 flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted -outline-offset-2 aria-[current=page]:text-accent"
        >
          {option.icon && <Icon name={option.icon} size={18} />}
          {option.label}
          {option.badge && <span className="absolute top-1 left-1/2 ml-2.5">{option.badge}</span>}
        </button>
      ))}
    </nav>
  );
}
