import type { ReactElement, Ref } from 'react';
import type { ActionContext } from '../../actions/action.ts';
import { refresh } from '../../actions/refresh.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LogoMark } from '../../ui/logo.tsx';
import { spellKeys } from '../../ui/spell-keys.ts';
import { ViewSwitch } from '../../ui/view-switch.tsx';
import { AccountChip } from './account-chip.tsx';
import { ActionMenu } from './action-menu.tsx';
import type { Identity } from './identity.ts';
import { RedactionChip } from './redaction-chip.tsx';
import { SearchField } from './search-field.tsx';
import { useThemeEntries } from './theme-entries.ts';
import { viewOptions } from './view-options.tsx';

export interface TopBarProps {
  readonly identity: Identity;
  readonly context: ActionContext;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Opens the filters on windows too narrow for the rail; absent where the rail stands open. */
  readonly onFilters?: (() => void) | undefined;
}

/** Who am I, search, views, actions: on a window of a tablet's width or more. */
export function TopBar({ identity, context, searchRef, onFilters }: TopBarProps): ReactElement {
  const { workspace, shell } = context;
  const theme = useThemeEntries();
  return (
    <header className="relative z-20 flex h-12 shrink-0 items-stretch gap-3 border-b border-line bg-panel pr-3 pl-4">
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <span className="flex items-center gap-2">
          <LogoMark />
          <span className="text-lg font-semibold tracking-tight max-lg:sr-only">Rolewire</span>
        </span>
        {onFilters && <IconButton icon="filter" label="Filters and coverage" onClick={onFilters} />}
        <AccountChip identity={identity} onAccounts={context.shell.openAccounts} />
        <RedactionChip />
        <SearchField inputRef={searchRef} onPalette={shell.openPalette} className="max-w-md flex-1" />
      </div>
      <ViewSwitch
        label="View"
        options={viewOptions(workspace)}
        value={workspace.view.view}
        onChange={workspace.commands.show}
      />
      <div className="flex items-center gap-1 border-l border-line pl-3">
        {workspace.reading.refresh && (
          <IconButton
            icon="refresh"
            label={refresh.label}
            hint={spellKeys(refresh.keys ?? '', false)}
            disabled={!refresh.enabled(context)}
            onClick={() => refresh.run(context)}
          />
        )}
        <ActionMenu
          label="Export"
          context={context}
          groups={['Share', 'Export']}
          trigger={
            <Button kind="bare" icon="download">
              <span className="max-xl:sr-only">Export</span>
            </Button>
          }
        />
        <ActionMenu
          label="More"
          context={context}
          groups={['Find', 'Look', 'Read', 'Session']}
          more={theme}
          trigger={<Button kind="bare" icon="more" aria-label="More" className="w-7 px-0!" />}
        />
      </div>
    </header>
  );
}
