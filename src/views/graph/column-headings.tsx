import type { ReactElement } from 'react';
import { drawColumnHeading, HEADINGS_HEIGHT } from '../../scene/draw-headings.ts';
import type { Scene } from '../../scene/scene.ts';
import { Shapes } from './shapes.tsx';
import type { Scale } from './zoom.ts';

export interface ColumnHeadingsProps {
  readonly scene: Scene;
  readonly scale: Scale;
  readonly left: number;
}

/** The names of the columns with their counts; they stay on top while the picture scrolls. */
export function ColumnHeadings({ scene, scale, left }: ColumnHeadingsProps): ReactElement {
  const width = scene.width * scale.x + left;
  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-10 min-w-full bg-canvas"
      style={{ height: HEADINGS_HEIGHT, width }}
    >
      <svg width={width} height={HEADINGS_HEIGHT} className="block" fontFamily="var(--font-sans)">
        {scene.columns.map((column) => (
          <g key={column.kind} transform={`translate(${left + column.x * scale.x} 0)`}>
            <Shapes shapes={drawColumnHeading(column, column.width * scale.x)} />
          </g>
        ))}
      </svg>
    </div>
  );
}
