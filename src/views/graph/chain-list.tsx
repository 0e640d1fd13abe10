import type { ReactElement } from 'react';
import type { NodeId } from '../../graph/graph.ts';
import type { ChainStep, LinkWords } from '../../scene/chain-steps.ts';
import { drawMark } from '../../scene/draw-mark.ts';
import { Icon } from '../../ui/icon.tsx';
import { Shapes } from './shapes.tsx';

/** Room for the outline and the halo of a selected mark, in CSS pixels. */
const MARGIN = 4;

export interface ChainListProps {
  readonly steps: readonly ChainStep[];
  readonly selected: NodeId | undefined;
  readonly onSelect: (node: NodeId) => void;
}

/** One chain from top to bottom, with the words of each link: the picture for narrow screens. */
export function ChainList({ steps, selected, onSelect }: ChainListProps): ReactElement {
  return (
    <ol className="flex flex-col">
      {steps.map(({ node, mark, link }) => (
        <li key={node}>
          <button
            type="button"
            aria-label={mark.spoken}
            aria-pressed={node === selected}
            className="block rounded-lg"
            onClick={() => onSelect(node)}
          >
            <svg
              width={mark.width + 2 * MARGIN}
              height={mark.height + 2 * MARGIN}
              aria-hidden="true"
              focusable="false"
              fontFamily="var(--font-sans)"
              className="block overflow-visible"
            >
              <g transform={`translate(${MARGIN} ${MARGIN})`}>
                <Shapes
                  shapes={drawMark(mark, {
                    detail: 'full',
                    lit: false,
                    selected: node === selected,
                    height: mark.height,
                  })}
                />
              </g>
            </svg>
          </button>
          {link && <Link link={link} />}
        </li>
      ))}
    </ol>
  );
}

function Link({ link }: { readonly link: LinkWords }): ReactElement {
  const { line, text } = LOOKS[link.tone];
  return (
    <div className={`-my-1 ml-9 flex gap-2 border-l-2 py-2 pl-3 text-sm ${line} ${text}`}>
      {link.tone === 'broken' && <Icon name="wire-broken" className="mt-px" />}
      <span className="min-w-0 wrap-anywhere">
        {link.words}
        {link.note && `: ${link.note}`}
      </span>
    </div>
  );
}

const LOOKS: Readonly<Record<LinkWords['tone'], { readonly line: string; readonly text: string }>> = {
  confirmed: { line: 'border-edge', text: 'text-muted' },
  unknown: { line: 'border-ghost border-dashed', text: 'text-muted' },
  changing: { line: 'border-doubt-fill border-dotted', text: 'text-doubt' },
  broken: { line: 'border-danger-fill', text: 'text-danger' },
};
