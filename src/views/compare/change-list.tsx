import { type ReactElement, useMemo, useState } from 'react';
import { gapSentence } from '../../compare/gap-words.ts';
import { type ChangeGroup, groupChanges } from '../../compare/group-changes.ts';
import type { NodeId } from '../../graph/graph.ts';
import type { ShownComparison } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MarkedText } from '../detail/marked-text.tsx';
import { ChangeSign } from './change-sign.tsx';

/** Lines at first; the rest comes on demand. */
const FIRST = 100;

/** Each change in one line, like ones in one; a click selects it in the picture. Below them what cannot be told. */
export function ChangeList({ comparison }: { readonly comparison: ShownComparison }): ReactElement {
  const { changes, cannotTell, graph } = comparison.result;
  const groups = useMemo(() => groupChanges(changes), [changes]);
  const [limit, setLimit] = useState(FIRST);
  return (
    <div className="max-h-[26dvh] overflow-auto overscroll-contain border-t border-line px-2 py-1 max-md:max-h-[38dvh]">
      <ul aria-label="Changes">
        {groups.slice(0, limit).map((group) => (
          <ChangeLine key={group.id} group={group} />
        ))}
        {cannotTell.map((each) => {
          const sentence = gapSentence(each);
          const drawn = each.nodes.find((node) => graph.nodes.has(node));
          return (
            <li key={sentence}>
              <Line sign="unknown" sentence={sentence} node={drawn} />
            </li>
          );
        })}
      </ul>
      {groups.length > limit && (
        <Button kind="bare" size="small" onClick={() => setLimit(groups.length)}>
          Show {groups.length - limit} more
        </Button>
      )}
    </div>
  );
}

function ChangeLine({ group }: { readonly group: ChangeGroup }): ReactElement {
  const [open, setOpen] = useState(false);
  const [first] = group.changes;
  const many = group.changes.length > 1;
  return (
    <li>
      <div className="flex items-start gap-1">
        <Line sign={group.kind} sentence={group.sentence} node={first.id} />
        {many && (
          <IconButton
            icon={open ? 'chevron-up' : 'chevron-down'}
            label={open ? 'Show as one' : `Show all ${group.changes.length}`}
            size="small"
            kind="bare"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      {open && (
        <ul className="pl-6">
          {group.changes.slice(0, FIRST).map((change) => (
            <li key={change.id}>
              <Line sign={change.kind} sentence={change.sentence} node={change.id} />
            </li>
          ))}
          {group.changes.length > FIRST && (
            <li className="px-2 text-muted">{group.changes.length - FIRST} more, all in the saved list</li>
          )}
        </ul>
      )}
    </li>
  );
}

interface LineProps {
  readonly sign: ChangeGroup['kind'] | 'unknown';
  readonly sentence: string;
  /** What a click selects; absent when nothing of it is in the picture. */
  readonly node: NodeId | undefined;
}

const SAID = { added: 'Added', removed: 'Removed', changed: 'Changed', unknown: 'Cannot tell' } as const;

function Line({ sign, sentence, node }: LineProps): ReactElement {
  const { view, commands } = useWorkspace();
  const content = (
    <>
      <span className="mt-0.5">
        <ChangeSign change={sign} />
      </span>
      <span className="sr-only">{SAID[sign]}: </span>
      <span className={`min-w-0 break-words ${sign === 'unknown' ? 'text-muted' : ''}`}>
        <MarkedText text={sentence} />
      </span>
    </>
  );
  const look = 'flex min-h-6 w-full min-w-0 items-start gap-2 rounded-md px-2 py-[3px] text-left';
  if (node === undefined) return <p className={look}>{content}</p>;
  return (
    <button
      type="button"
      aria-pressed={view.selected === node}
      className={`${look} hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-accent-tint`}
      onClick={() => commands.select(node)}
    >
      {content}
    </button>
  );
}
