import type { ReactElement } from 'react';
import { clearLoaded, useLoaded } from '../state/loaded-store.ts';
import { useSessions } from '../state/session-store.ts';
import type { Source } from '../state/use-source.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { Sheet } from '../ui/sheet.tsx';
import { SessionStrips } from '../views/accounts/session-strips.tsx';
import { LazyCompareStrip } from '../views/compare/lazy-compare.tsx';
import { DetailPanel } from '../views/detail/detail-panel.tsx';
import { AsOfBanner } from '../views/shell/as-of-banner.tsx';
import { LoadStrip } from '../views/shell/load-strip.tsx';
import { ReadingStrip } from '../views/shell/reading-strip.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Rail } from './rail.tsx';
import { Stage } from './stage.tsx';

export interface ZonesProps {
  /** What is on screen, in words. */
  readonly title: string;
  readonly source: Source;
  readonly narrow: boolean;
  readonly railFits: boolean;
  readonly onSignIn: () => void;
  readonly onCoverage: () => void;
  readonly onClear: () => void;
}

/** Left rail, picture, detail panel; the outer two are sheets where there is no room for them. */
export function Zones(props: ZonesProps): ReactElement {
  const { view, commands } = useWorkspace();
  const loaded = useLoaded();
  const { sessions } = useSessions();
  const closePanel = (): void => commands.select(undefined);
  const selected = view.selected !== undefined;
  return (
    <>
      {props.source.ended && (
        <AsOfBanner reason={props.source.ended} onSignIn={props.onSignIn} onClear={props.onClear} />
      )}
      {props.source.kind === 'live' && <SessionStrips onSignIn={props.onSignIn} />}
      <LoadStrip loaded={loaded} onBack={loaded.inventory && sessions.length > 0 ? clearLoaded : undefined} />
      <ReadingStrip />
      <LazyCompareStrip />
      <div className="relative flex min-h-0 flex-1">
        {props.railFits && (
          <aside
            aria-label="Filters and coverage"
            data-print="no"
            className="flex w-54 shrink-0 flex-col border-r border-line bg-panel"
          >
            <Rail onCoverage={props.onCoverage} />
          </aside>
        )}
        <main id="picture" tabIndex={-1} className="relative min-w-0 flex-1 outline-none">
          <h1 className="sr-only">{props.title}</h1>
          <ErrorBoundary key={view.view}>
            <Stage narrow={props.narrow} />
          </ErrorBoundary>
        </main>
        {selected && !props.narrow && (
          <aside
            aria-label="Details"
            data-print="no"
            className="w-88 shrink-0 overflow-auto overscroll-contain border-l border-line bg-panel max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-10 max-xl:shadow-float"
          >
            <ErrorBoundary key={view.selected}>
              <DetailPanel onClose={closePanel} />
            </ErrorBoundary>
          </aside>
        )}
      </div>
      <Sheet title="Details" hideTitle open={selected && props.narrow} onClose={closePanel}>
        <DetailPanel />
      </Sheet>
    </>
  );
}
