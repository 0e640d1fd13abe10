import { memo, type ReactElement } from 'react';
import type { Paint } from '../../scene/drawing.ts';
import type { Mark, Wire } from '../../scene/scene.ts';
import { paint } from './shapes.tsx';
import type { Scale } from './zoom.ts';

export interface OverviewProps {
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
  readonly scale: Scale;
}

/** The whole picture from afar: bars without text, one element for each colour however many marks there are. */
export const Overview = memo(function Overview({ marks, wires, scale }: OverviewProps): ReactElement {
  const lines = pathsBy(
    wires,
    (wire) => WIRE_PAINTS[wire.tone],
    (wire) => wire.path,
  );
  const bars = pathsBy(marks, barPaint, bar);
  return (
    <g transform={`scale(${scale.x} ${scale.y})`}>
      {lines.map(([colour, d]) => (
        <path key={colour} d={d} fill="none" stroke={paint(colour)} vectorEffect="non-scaling-stroke" />
      ))}
      {bars.map(([colour, d]) => (
        <path key={colour} d={d} fill={paint(colour)} />
      ))}
    </g>
  );
});

/** From back to front: what is broken is drawn last, so that no neighbour hides it where a pixel holds many. */
const ORDER: readonly Paint[] = ['line', 'line-strong', 'edge', 'ghost', 'doubt-fill', 'danger-fill'];

const WIRE_PAINTS: Readonly<Record<Wire['tone'], Paint>> = {
  confirmed: 'line-strong',
  unknown: 'ghost',
  changing: 'doubt-fill',
  broken: 'danger-fill',
};

function barPaint(mark: Mark): Paint {
  if (mark.severity === 'critical' || mark.tone === 'broken') return 'danger-fill';
  if (mark.severity === 'warning' || mark.tone === 'changing') return 'doubt-fill';
  if (mark.tone === 'unknown') return 'ghost';
  return mark.tone === 'quiet' ? 'line' : 'line-strong';
}

function bar(mark: Mark): string {
  return `M${mark.x} ${mark.y}h${mark.width}v${mark.height}h${-mark.width}z`;
}

function pathsBy<Item>(
  items: readonly Item[],
  colour: (item: Item) => Paint,
  d: (item: Item) => string,
): readonly (readonly [Paint, string])[] {
  const parts = new Map<Paint, string[]>();
  for (const item of items) {
    const at = colour(item);
    const list = parts.get(at);
    if (list) list.push(d(item));
    else parts.set(at, [d(item)]);
  }
  return ORDER.flatMap((role) => {
    const list = parts.get(role);
    return list ? [[role, list.join('')] as const] : [];
  });
}
