import type { ReactElement } from 'react';
import { canAdd, type Loaded } from '../../state/loaded-store.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

/** While files hover over the page: what letting go will do, and the place for the other choice. */
export function DropOverlay({ loaded }: { readonly loaded: Loaded }): ReactElement {
  const count = loaded.names.length;
  return (
    <div className="fixed inset-0 z-50 flex items-center justify-center bg-scrim p-6">
      <div className="grid w-full max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
        {canAdd(loaded) ? (
          <>
            <Zone icon="plus" title="Add to the picture">
              Let go here or beside it to merge {count === 1 ? 'with the file' : `with the ${count} files`}{' '}
              opened before.
            </Zone>
            <Zone icon="refresh" title="Replace the picture" replace>
              Let go here to show these files alone.
            </Zone>
          </>
        ) : (
          <Zone icon="upload" title="Open the files" wide>
            {loaded.inventory
              ? 'They take the place of the sample account.'
              : 'What they hold is shown in place of the account; you can go back to it.'}
          </Zone>
        )}
      </div>
    </div>
  );
}

function Zone(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly replace?: boolean;
  readonly wide?: boolean;
  readonly children: React.ReactNode;
}): ReactElement {
  return (
    <div
      data-drop={props.replace ? 'replace' : 'add'}
      className={`flex h-52 flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed border-accent bg-raised p-6 text-center shadow-float ${props.wide ? 'sm:col-span-2' : ''}`}
    >
      <Icon name={props.icon} size={20} className="text-accent" />
      <p className="text-lg font-semibold">{props.title}</p>
      <p className="text-muted">{props.children}</p>
    </div>
  );
}
