/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a toolbar is no fieldset */
import type { ReactElement } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Viewport } from './use-viewport.ts';
import { fitZoom, MOST_ZOOM, ZOOM_STEP } from './zoom.ts';

export interface ZoomControlsProps {
  readonly viewport: Viewport;
  readonly sceneHeight: number;
}

/** Zoom in, out, and everything in view. */
export function ZoomControls({ viewport, sceneHeight }: ZoomControlsProps): ReactElement {
  const all = fitZoom(sceneHeight, viewport.height);
  const fits = viewport.zoom === all;
  return (
    <div
      role="group"
      aria-label="Zoom"
      className="absolute right-4 bottom-4 z-10 flex flex-col rounded-lg border border-line bg-raised p-0.5 shadow-float"
    >
      <IconButton
        icon="plus"
        label="Zoom in"
        hint="+"
        placement="left"
        disabled={viewport.zoom >= MOST_ZOOM}
        onClick={() => viewport.zoomAt(ZOOM_STEP)}
      />
      <IconButton
        icon="minus"
        label="Zoom out"
        hint="−"
        placement="left"
        disabled={viewport.zoom <= all}
        onClick={() => viewport.zoomAt(1 / ZOOM_STEP)}
      />
      <IconButton
        icon="fit"
        label={fits && all < 1 ? 'Back to full size' : 'Fit everything'}
        hint="0"
        placement="left"
        disabled={fits && all === 1}
        onClick={viewport.fit}
      />
    </div>
  );
}
