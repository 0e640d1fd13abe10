import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import type { Chain } from '../../graph/chain.ts';
import type { NodeId } from '../../graph/graph.ts';
import { inPictureOrder } from '../../scene/chain-order.ts';
import { chainSteps } from '../../scene/chain-steps.ts';
import { worstFindings } from '../../scene/worst-findings.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { ChainList } from './chain-list.tsx';
import { ChainSummary } from './chain-summary.tsx';
import { NoChains } from './no-chains.tsx';
import { useWidth } from './use-width.ts';

const CLOSED_HEIGHT = 56;
/** Left and right of an opened chain, its marks' own margin included. */
const AROUND = 40;

/** The chains one under the other; a tap unfolds one from its instance down to its role. */
export function MobileChains(): ReactElement {
  const { graph, chains, shownChains, findings, dismissals, view, commands, accountNames, comparison } =
    useWorkspace();
  const [scroller, width] = useWidth();
  const [opened, setOpened] = useState<NodeId>();
  const element = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => inPictureOrder(graph, shownChains), [graph, shownChains]);
  const worst = useMemo(
    () =>
      worstFindings(
        graph,
        findings.filter((finding) => !dismissals.all.has(finding.id)),
      ),
    [graph, findings, dismissals.all],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing that comes from it is memoised here
  const rows = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => element.current,
    estimateSize: () => CLOSED_HEIGHT,
    getItemKey: (index) => ordered[index]?.id ?? index,
    overscan: 6,
  });

  const steps = (chain: Chain) =>
    chainSteps(graph, chain, worst, Math.max(160, width - AROUND), comparison?.changes);
  if (ordered.length === 0) return <NoChains total={chains.length} />;
  return (
    <div
      ref={(node) => {
        element.current = node;
        return scroller(node);
      }}
      className="h-full overflow-auto overscroll-contain bg-canvas"
    >
      <ul aria-label="Chains" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const chain = ordered[item.index];
          if (!chain) return null;
          const open = chain.id === opened;
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 border-b border-line"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ChainSummary
                graph={graph}
                chain={chain}
                worst={worst}
                account={accountNames.size > 1 ? accountNames.get(chain.accountId ?? '') : undefined}
                open={open}
                onToggle={() => setOpened(open ? undefined : chain.id)}
              />
              {open && (
                <div className="px-4 pt-1 pb-4">
                  <ChainList steps={steps(chain)} selected={view.selected} onSelect={commands.select} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
