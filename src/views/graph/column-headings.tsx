import type { ReactElement } from 'react';
import type { Scene } from '../../scene/scene.ts';
import { HEADINGS_HEIGHT } from './use-viewport.ts';
import type { Scale } from './zoom.ts';

export interface ColumnHeadingsProps {
  readonly scene: Scene;
  readonly scale: Scale;
  readonly left: number;
}

/** The names of the columns with their counts; they stay on top while the picture scrolls. */
export function ColumnHeadings({ scene, scale, left }: ColumnHeadingsProps): ReactElement {
  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-10 bg-canvas/90 backdrop-blur-sm"
      style={{ height: HEADINGS_HEIGHT, width: Math.max(1, scene.width * scale.x + left) }}
    >
      {scene.columns.map((column) => (
        <div
          key={column.kind}
          className="heading-caps absolute bottom-1.5 flex gap-2 truncate"
          style={{ left: left + column.x * scale.x, width: column.width * scale.x }}
        >
          {column.heading}
          <span className="font-normal tabular-nums">{column.count.toLocaleString('en')}</span>
        </div>
      ))}
    </div>
  );
}
