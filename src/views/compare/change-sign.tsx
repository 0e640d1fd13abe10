import type { ReactElement } from 'react';
import { drawChangeSign } from '../../scene/draw-change.ts';
import type { Change } from '../../scene/scene.ts';
import { Shapes } from '../graph/shapes.tsx';

/** The sign that marks of the picture wear, among words. What it means stands beside it. */
export function ChangeSign({
  change,
  size = 14,
}: {
  readonly change: Change;
  readonly size?: number;
}): ReactElement {
  return (
    <svg width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true" className="shrink-0">
      <Shapes shapes={drawChangeSign(change, 0, 0, 7)} />
    </svg>
  );
}
