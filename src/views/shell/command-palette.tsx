import { type ReactElement, useMemo, useState } from 'react';
import type { ActionContext } from '../../actions/action.ts';
import { Finder, FinderDialog } from '../../ui/finder.tsx';
import { findInPalette } from './palette-items.ts';

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly context: ActionContext;
}

/** One field that finds every node and every action. */
export function CommandPalette({ open, onClose, context }: CommandPaletteProps): ReactElement {
  return (
    <FinderDialog label="Go to anything" open={open} onClose={onClose}>
      <Content context={context} onClose={onClose} />
    </FinderDialog>
  );
}

/** Its own component, so that each opening starts with an empty text. */
function Content({ context, onClose }: Pick<CommandPaletteProps, 'context' | 'onClose'>): ReactElement {
  const [text, setText] = useState('');
  const sections = useMemo(() => findInPalette(context, text), [context, text]);
  return (
    <Finder
      label="Find a node or an action"
      placeholder="Name, id, ARN, IP, tag or action"
      text={text}
      onText={setText}
      sections={sections}
      empty="Nothing has that name, id, address or tag."
      onChoose={(item) => {
        onClose();
        item.run();
      }}
    />
  );
}
