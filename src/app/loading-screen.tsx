import type { ReactElement } from 'react';
import { LogoMark } from '../ui/logo.tsx';
import { SkeletonColumns } from '../views/shell/skeleton-columns.tsx';

/** The frame of the workspace while its code is on the way. */
export function LoadingScreen(): ReactElement {
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-panel px-4">
        <LogoMark />
        <span className="text-lg font-semibold tracking-tight">Rolewire</span>
      </header>
      <SkeletonColumns />
      <output className="sr-only">Loading</output>
    </div>
  );
}
