import { memo, type ReactElement } from 'react';
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

/** The cross or the tag on it, above all lines. */
export const WireMiddle = memo(function WireMiddle({
  wire,
  press,
}: Omit<WireViewProps, 'lit'>): ReactElement | null {
  const shapes = drawWireMiddle(wire);
  if (shapes.length === 0) return null;
  return (
    <g transform={`translate(${wire.middle.x} ${wire.middle.y * press})`}>
      <Shapes shapes={shapes} />
    </g>
  );
});
