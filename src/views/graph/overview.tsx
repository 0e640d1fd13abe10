import { memo, type ReactElement } from 'react';
import type { Paint } from '../../scene/drawing.ts';
import { CARD_HEIGHT, ROW_GAP } from '../../scene/geometry.ts';
import type { Mark, Scene, Wire } from '../../scene/scene.ts';
import { type Bar, mergeBars } from './merge-bars.ts';
import { paint } from './shapes.tsx';
import type { Scale } from './zoom.ts';

export interface OverviewProps {
  readonly scene: Scene;
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
  readonly scale: Scale;
}

/** Rows lower than that, in CSS pixels, share pixels with each other. */
const LEAST_ROW = 3;

/** The whole picture from afar: bars without text, one element for each colour however many marks there are. */
export const Overview = memo(function Overview({ scene, marks, wires, scale }: OverviewProps): ReactElement {
  const dense = (CARD_HEIGHT + ROW_GAP) * scale.y < LEAST_ROW;
  return dense ? (
    <Paths paths={denseBars(scene, marks, wires, scale.y)} />
  ) : (
    <g transform={`scale(${scale.x} ${scale.y})`}>
      <Paths paths={byPaint(wires.map((wire) => [WIRE_PAINTS[wire.tone], wire.path]))} lines />
      <Paths paths={byPaint(marks.map((mark) => [barPaint(mark), bar(mark)]))} />
    </g>
  );
});

type PaintedPaths = ReadonlyMap<Paint, string>;

function Paths({
  paths,
  lines = false,
}: {
  readonly paths: PaintedPaths;
  readonly lines?: boolean;
}): ReactElement {
  return (
    <>
      {ORDER.filter((role) => paths.has(role)).map((role) => (
        <path
          key={role}
          d={paths.get(role)}
          fill={lines ? 'none' : paint(role)}
          stroke={lines ? paint(role) : undefined}
          vectorEffect={lines ? 'non-scaling-stroke' : undefined}
        />
      ))}
    </>
  );
}

/** From back to front, best to worst: what is broken is drawn last, so that no neighbour hides it. */
const ORDER: readonly Paint[] = [
  'line',
  'line-strong',
  'ghost',
  'muted',
  'ok',
  'info',
  'doubt-fill',
  'danger-fill',
];

const WIRE_PAINTS: Readonly<Record<Wire['tone'], Paint>> = {
  confirmed: 'line-strong',
  unknown: 'ghost',
  changing: 'doubt-fill',
  broken: 'danger-fill',
};

/** What changed between two reads that are compared. */
const CHANGE_PAINTS: Readonly<Partial<Record<NonNullable<Mark['change']>, Paint>>> = {
  added: 'ok',
  removed: 'muted',
  changed: 'info',
};

function barPaint(mark: Mark): Paint {
  if (mark.severity === 'critical' || mark.tone === 'broken') return 'danger-fill';
  const change = mark.change && CHANGE_PAINTS[mark.change];
  if (change) return change;
  if (mark.severity === 'warning' || mark.tone === 'changing') return 'doubt-fill';
  if (mark.tone === 'unknown') return 'ghost';
  return mark.tone === 'quiet' ? 'line' : 'line-strong';
}

function bar(mark: Mark): string {
  return `M${mark.x} ${mark.y}h${mark.width}v${mark.height}h${-mark.width}z`;
}

/** Where many rows share a pixel, it shows the worst of them; of the wires only those that break are drawn. */
function denseBars(scene: Scene, marks: readonly Mark[], wires: readonly Wire[], zoom: number): PaintedPaths {
  const bars = marks.map((mark): Bar => {
    return {
      x: mark.x,
      width: mark.width,
      top: mark.y,
      bottom: mark.y + mark.height,
      level: ORDER.indexOf(barPaint(mark)),
    };
  });
  for (const wire of wires) {
    const from = scene.marks.get(wire.from);
    const to = scene.marks.get(wire.to);
    if (wire.tone !== 'broken' || !from || !to) continue;
    const x = from.x + from.width;
    const { y } = wire.middle;
    bars.push({ x, width: to.x - x, top: y, bottom: y, level: ORDER.indexOf('danger-fill') });
  }
  return byPaint(
    mergeBars(bars, zoom).map(({ x, width, top, bottom, level }) => [
      ORDER[level] ?? 'line',
      `M${x} ${top}h${width}v${bottom - top}h${-width}z`,
    ]),
  );
}

function byPaint(parts: readonly (readonly [Paint, string])[]): PaintedPaths {
  const lists = new Map<Paint, string[]>();
  for (const [role, d] of parts) {
    const list = lists.get(role);
    if (list) list.push(d);
    else lists.set(role, [d]);
  }
  return new Map(Array.from(lists, ([role, list]) => [role, list.join('')]));
}
