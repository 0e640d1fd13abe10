import { memo, type ReactElement } from 'react';
import type { MarkDetail } from '../../scene/draw-mark.ts';
import { drawWire, drawWireMiddle } from '../../scene/draw-wire.ts';
import type { Wire } from '../../scene/scene.ts';
import { paint, Shapes } from './shapes.tsx';

export interface WireViewProps {
  readonly wire: Wire;
  readonly lit: boolean;
  readonly press: number;
}

/** The line of a wire. */
export const WireLine = memo(function WireLine({ wire, lit, press }: WireViewProps): ReactElement {
  const line = drawWire(wire, lit);
  return (
    <path
      d={line.d}
      fill="none"
      stroke={line.stroke && paint(line.stroke)}
      strokeWidth={line.strokeWidth}
      strokeDasharray={line.dash}
      transform={press === 1 ? undefined : `scale(1 ${press})`}
      vectorEffect={press === 1 ? undefined : 'non-scaling-stroke'}
    />
  );
});

export interface WireMiddleProps {
  readonly wire: Wire;
  readonly detail: MarkDetail;
  readonly press: number;
}

/** The cross or the tag on it, above all lines. Screen readers hear of both with the marks. */
export const WireMiddle = memo(function WireMiddle({
  wire,
  detail,
  press,
}: WireMiddleProps): ReactElement | null {
  const shapes = drawWireMiddle(wire, detail);
  if (shapes.length === 0) return null;
  return (
    <g aria-hidden="true" transform={`translate(${wire.middle.x} ${wire.middle.y * press})`}>
      <Shapes shapes={shapes} />
    </g>
  );
});
