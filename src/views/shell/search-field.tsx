import type { ReactElement, Ref } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';

export interface SearchFieldProps {
  readonly onPalette: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly className?: string | undefined;
}

/** Narrows graph, table and findings alike while one types. */
export function SearchField({ onPalette, inputRef, className }: SearchFieldProps): ReactElement {
  const { view, commands } = useWorkspace();
  const text = view.filter.search;
  return (
    <search className={classNames('relative flex min-w-0 items-center', className)}>
      <Icon name="search" size={14} className="pointer-events-none absolute left-2.5 text-muted" />
      <input
        ref={inputRef}
        type="search"
        aria-label="Search name, id, ARN, IP address or tag"
        placeholder="Search name, id, ARN, IP, tag"
        value={text}
        maxLength={256}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => commands.filter({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (text === '') event.currentTarget.blur();
          else commands.filter({ search: '' });
        }}
        className="h-7 w-full min-w-0 rounded-md border border-transparent bg-sunken pr-16 pl-8 text-sm transition-colors hover:border-line-strong focus-visible:border-accent focus-visible:bg-raised focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute right-1 flex items-center gap-1">
        {text === '' ? (
          <button
            type="button"
            onClick={onPalette}
            aria-label="Go to anything"
            title="Go to anything: nodes and actions"
            className="flex h-6 items-center rounded px-1 max-lg:hidden"
          >
            <Kbd keys="mod+k" />
          </button>
        ) : (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => commands.filter({ search: '' })}
            className="flex size-6 items-center justify-center rounded text-muted hover:text-text"
          >
            <Icon name="close" size={12} />
          </button>
        )}
      </span>
    </search>
  );
}
