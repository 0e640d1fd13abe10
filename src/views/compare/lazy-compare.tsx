import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { GraphNode } from '../../graph/graph.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { useCompareState } from '../../state/compare-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';

const CompareStrip = lazy(async () => {
  const { CompareStrip: strip } = await import('./compare-strip.tsx');
  return { default: strip };
});

const BaselineDialog = lazy(async () => {
  const { BaselineDialog: dialog } = await import('./baseline-dialog.tsx');
  return { default: dialog };
});

const ChangeSection = lazy(async () => {
  const { ChangeSection: section } = await import('./change-section.tsx');
  return { default: section };
});

/** What is compared with what, and the changes; nothing while nothing is compared. */
export function LazyCompareStrip(): ReactElement | null {
  const { comparison } = useWorkspace();
  if (!comparison) return null;
  return (
    <Suspense>
      <CompareStrip comparison={comparison} />
    </Suspense>
  );
}

/** The dialog that asks what to compare with; `onScreen` is what was read, as it came. */
export function LazyBaselineDialog({ onScreen }: { readonly onScreen: Inventory }): ReactElement | null {
  const state = useCompareState();
  const [wanted, setWanted] = useState(state.isAsking);
  if (state.isAsking && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense>
      <BaselineDialog state={state} onScreen={onScreen} />
    </Suspense>
  );
}

/** What became of the selected node, in the panel about it. */
export function LazyChangeSection({ node }: { readonly node: GraphNode }): ReactElement | null {
  const { comparison } = useWorkspace();
  if (!comparison) return null;
  return (
    <Suspense>
      <ChangeSection node={node} comparison={comparison} />
    </Suspense>
  );
}
