import type { ReactElement } from 'react';
import { drawLaneHeading } from '../../scene/draw-headings.ts';
import type { Scene } from '../../scene/scene.ts';
import { Shapes } from './shapes.tsx';

export interface LaneHeadingsProps {
  readonly scene: Scene;
  /** How far rows are pressed together; texts keep their size. */
  readonly press: number;
}

/** Whose chains come next. Each mark's spoken words name the account as well. */
export function LaneHeadings({ scene, press }: LaneHeadingsProps): ReactElement {
  return (
    <g aria-hidden="true">
      {scene.lanes.map((lane) => (
        <g key={lane.account} transform={`translate(0 ${lane.y * press})`}>
          <Shapes shapes={drawLaneHeading(lane, scene.width, press)} />
        </g>
      ))}
    </g>
  );
}
