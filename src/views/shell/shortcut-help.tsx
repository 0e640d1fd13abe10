import type { ReactElement } from 'react';
import { ACTIONS } from '../../actions/registry.ts';
import { groupBy } from '../../base/index-by.ts';
import { useSingleKeys } from '../../state/single-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Switch } from '../../ui/switch.tsx';

/** All keys on one page, from the same list as the menus. */
export function ShortcutHelp(props: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const groups = groupBy(ACTIONS, (action) => (action.keys === undefined ? undefined : action.group));
  return (
    <Dialog title="Keyboard shortcuts" open={props.open} onClose={props.onClose} width="medium">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {[...groups].map(([group, actions]) => (
          <section key={group}>
            <h3 className="heading-caps mb-1">{group}</h3>
            <ul>
              {actions.map((action) => (
                <KeyLine key={action.id} label={action.label} keys={[action.keys ?? '']} />
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h3 className="heading-caps mb-1">In the graph</h3>
          <ul>
            <KeyLine label="Move between nodes" keys={['↑', '↓', '←', '→']} />
            <KeyLine label="Open the node or the fold" keys={['enter']} />
            <KeyLine label="Zoom in, out, fit everything" keys={['Plus', 'Minus', '0']} />
          </ul>
        </section>
      </div>
      <Switch
        checked={singleKeys}
        onChange={setSingleKeys}
        className="mt-5 border-t border-line pt-4"
        description="Switch off if you type by voice. Keys with Ctrl or Command keep working."
      >
        Letters alone act as shortcuts
      </Switch>
    </Dialog>
  );
}

function KeyLine({
  label,
  keys,
}: {
  readonly label: string;
  readonly keys: readonly string[];
}): ReactElement {
  return (
    <li className="flex min-h-7 items-center gap-1 text-sm">
      <span className="flex-1">{label}</span>
      {keys.map((each) => (
        <Kbd key={each} keys={each} />
      ))}
    </li>
  );
}
