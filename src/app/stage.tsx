import { lazy, type ReactElement, Suspense } from 'react';
import { assertNever } from '../base/assert-never.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { GraphView } from '../views/graph/graph-view.tsx';
import { MobileChains } from '../views/graph/mobile-chains.tsx';
import { SkeletonColumns } from '../views/shell/skeleton-columns.tsx';

const TableView = lazy(async () => {
  const { TableView: view } = await import('../views/table/table-view.tsx');
  return { default: view };
});

const FindingsView = lazy(async () => {
  const { FindingsView: view } = await import('../views/findings/findings-view.tsx');
  return { default: view };
});

/** The view that the address names. */
export function Stage({ narrow }: { readonly narrow: boolean }): ReactElement {
  const { view, reading, inventory } = useWorkspace();
  const nothingYet =
    reading.state === 'reading' && inventory.instances.length + inventory.instanceProfiles.length === 0;
  switch (view.view) {
    case 'graph':
      if (nothingYet) return <SkeletonColumns />;
      return narrow ? <MobileChains /> : <GraphView />;
    case 'table':
      return (
        <Suspense>
          <TableView />
        </Suspense>
      );
    case 'findings':
      return (
        <Suspense>
          <FindingsView />
        </Suspense>
      );
    default:
      return assertNever(view.view);
  }
}
