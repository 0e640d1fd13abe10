import type { ReactElement, ReactNode } from 'react';
import type { ChainChange, ChainEnds } from '../../compare/comparison.ts';
import { gapSentence } from '../../compare/gap-words.ts';
import type { GraphNode, NodeId } from '../../graph/graph.ts';
import type { ShownComparison } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { MarkedText } from '../detail/marked-text.tsx';
import { NodeButton } from '../detail/node-button.tsx';
import { PanelSection } from '../detail/panel-section.tsx';
import { ChangeSign } from './change-sign.tsx';

/** More of the chains through a profile or role than that are told by the list alone. */
const MOST = 5;

/** What became of the selected node and of the chains through it: the sentence, then both sides. */
export function ChangeSection({
  node,
  comparison,
}: {
  readonly node: GraphNode;
  readonly comparison: ShownComparison;
}): ReactElement | null {
  const { changes, cannotTell } = comparison.result;
  const about = changes.filter((change) => touches(change, node.id));
  const open = cannotTell.filter(({ nodes }) => nodes.includes(node.id));
  if (about.length + open.length === 0) return null;
  const own = about.find((change) => change.id === node.id);
  const shown = own ? [own, ...about.filter((change) => change !== own)] : about;
  return (
    <PanelSection heading="Since the earlier read">
      <ul className="flex flex-col gap-1.5 text-sm">
        {shown.slice(0, MOST).map((change) => (
          <Told key={change.id} sign={change.kind}>
            <MarkedText text={change.sentence} />
          </Told>
        ))}
        {open.map((each) => (
          <Told key={gapSentence(each)} sign="unknown">
            {gapSentence(each)}
          </Told>
        ))}
        {shown.length > MOST && <li className="text-muted">{shown.length - MOST} more chains through it</li>}
      </ul>
      {own?.kind === 'changed' && <BothSides before={own.before} after={own.after} />}
    </PanelSection>
  );
}

function touches(change: ChainChange, id: NodeId): boolean {
  const isIn = (ends: ChainEnds) => ends.profile === id || ends.role === id;
  if (change.id === id) return true;
  switch (change.kind) {
    case 'added':
      return isIn(change.after);
    case 'removed':
      return isIn(change.before);
    case 'changed':
      return change.replaces === id || isIn(change.before) || isIn(change.after);
  }
}

function Told(props: { readonly sign: ChainChange['kind'] | 'unknown'; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <span className="mt-0.5">
        <ChangeSign change={props.sign} />
      </span>
      <span className="min-w-0 break-words">{props.children}</span>
    </li>
  );
}

interface BothSidesProps {
  readonly before: ChainEnds;
  readonly after: ChainEnds;
}

/** The links that differ, earlier over later. */
function BothSides({ before, after }: BothSidesProps): ReactElement | null {
  const { graph, commands } = useWorkspace();
  const links = (['profile', 'role'] as const).filter((link) => before[link] !== after[link]);
  if (links.length === 0) return null;
  const side = (heading: string, ends: ChainEnds): ReactElement => (
    <div className="mt-2">
      <h4 className="text-xs text-muted">{heading}</h4>
      {links.map((link) => {
        const id = ends[link];
        const node = id && graph.nodes.get(id);
        return node ? (
          <NodeButton key={link} node={node} trailing={LINK_WORDS[link]} onSelect={commands.select} />
        ) : (
          <p key={link} className="flex min-h-7 items-center text-sm text-muted">
            no {LINK_WORDS[link]}
          </p>
        );
      })}
    </div>
  );
  return (
    <>
      {side('Earlier', before)}
      {side('Later', after)}
    </>
  );
}

const LINK_WORDS = { profile: 'instance profile', role: 'role' } as const;
