import type { ReactElement } from 'react';
import { LANE_HEIGHT, PADDING } from '../../scene/geometry.ts';
import type { Scene } from '../../scene/scene.ts';

export interface LaneHeadingsProps {
  readonly scene: Scene;
  /** How far rows are pressed together; texts keep their size. */
  readonly press: number;
}

const BASELINE = 16;
/** Below that the line is lower than its text. */
const LEAST_PRESS_WITH_TEXT = 0.7;

/** Whose chains come next, over a line from edge to edge. Each mark's spoken words name the account as well. */
export function LaneHeadings({ scene, press }: LaneHeadingsProps): ReactElement {
  return (
    <g aria-hidden="true">
      {scene.lanes.map(({ account, heading, y }) => (
        <g key={account} transform={`translate(0 ${y * press})`}>
          {press >= LEAST_PRESS_WITH_TEXT && (
            <text x={PADDING} y={BASELINE * press} fontSize={12} fontWeight={600} fill="var(--muted)">
              {heading}
            </text>
          )}
          <path
            d={`M${PADDING} ${(LANE_HEIGHT - 6) * press}H${scene.width - PADDING}`}
            stroke="var(--line-strong)"
          />
        </g>
      ))}
    </g>
  );
}
