/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a fieldset cannot stand inside of an SVG */
import { type CSSProperties, type ReactElement, useMemo } from 'react';
import type { LitChain } from '../../graph/chain-of.ts';
import { DIMMED, type Dimming } from '../../scene/dimming.ts';
import type { MarkDetail } from '../../scene/draw-mark.ts';
import type { Mark, MarkId, Scene, Wire } from '../../scene/scene.ts';
import { marksIn, type WireIndex, wiresToDraw } from '../../scene/visible-part.ts';
import { LaneHeadings } from './lane-headings.tsx';
import { MarkView } from './mark-view.tsx';
import { Overview } from './overview.tsx';
import type { Viewport } from './use-viewport.ts';
import { WireLine, WireMiddle } from './wire-view.tsx';

export interface PictureContentProps {
  readonly scene: Scene;
  readonly wires: WireIndex;
  readonly viewport: Viewport;
  readonly detail: MarkDetail;
  readonly lit: LitChain | undefined;
  readonly dim: Dimming | undefined;
  readonly selectedMark: MarkId | undefined;
  /** Always in the document, also when scrolled away, so that Tab finds its way back. */
  readonly active: Mark | undefined;
}

/** The part of the picture that is on screen, and a little more. */
export function PictureContent(props: PictureContentProps): ReactElement {
  const { scene, viewport, detail, lit, selectedMark, active } = props;
  const { band, scale, left } = viewport;
  // Above full size the picture grows as a whole; below, rows are pressed and texts keep their size.
  const press = Math.min(1, scale.y);
  const isLit = (wire: Wire) => lit !== undefined && wire.edges.some((edge) => lit.edges.has(edge));
  const wires = useMemo(
    () => wiresToDraw(scene, props.wires.in(band), band, isLit),
    // oxlint-disable-next-line react/exhaustive-deps -- `isLit` follows `lit`
    [scene, props.wires, band, lit],
  );
  const columns = useMemo(
    () => scene.columns.map((column) => ({ column, marks: marksIn(column, band) })),
    [scene, band],
  );
  const all = useMemo(() => columns.flatMap(({ marks }) => marks), [columns]);
  const bars = detail === 'outline';
  const near = bars ? wires.filter(isLit) : wires;

  const view = (mark: Mark): ReactElement => (
    <MarkView
      key={mark.id}
      mark={mark}
      detail={detail}
      press={press}
      lit={lit !== undefined && mark.nodes.some((node) => lit.nodes.has(node))}
      selected={mark.id === selectedMark}
      active={mark.id === active?.id}
    />
  );

  return (
    <svg
      role="presentation"
      width={Math.max(1, scene.width * scale.x + left)}
      height={scene.height * scale.y}
      className="block"
      style={dimming(props.dim)}
      fontFamily="var(--font-sans)"
    >
      <g transform={`translate(${left} 0)`}>
        {bars && <Overview scene={scene} marks={all} wires={wires} scale={scale} />}
        <g transform={scale.x === 1 ? undefined : `scale(${scale.x})`}>
          <LaneHeadings scene={scene} press={press} />
          <g className="opacity-(--dimmed-wires) transition-opacity duration-100">
            <Wires wires={near.filter((wire) => !isLit(wire))} lit={false} press={press} detail={detail} />
          </g>
          <Wires wires={near.filter(isLit)} lit press={press} detail={detail} />
          {columns.map(({ column, marks }) => (
            <g key={column.kind} role="group" aria-label={`${column.heading}, ${column.count}`}>
              {shown(marks, column.kind, props, bars).map(view)}
            </g>
          ))}
        </g>
      </g>
    </svg>
  );
}

/** As variables, so that a chain lights up without drawing the other marks anew. */
function dimming(dim: Dimming | undefined): CSSProperties {
  const { marks, wires } = dim ? DIMMED[dim] : { marks: 1, wires: 1 };
  return Object.fromEntries([
    ['--dimmed-marks', marks],
    ['--dimmed-wires', wires],
  ]);
}

interface WiresProps {
  readonly wires: readonly Wire[];
  readonly lit: boolean;
  readonly press: number;
  readonly detail: MarkDetail;
}

/** Lines first, so that no line runs over a cross or a tag. */
function Wires({ wires, lit, press, detail }: WiresProps): ReactElement {
  return (
    <>
      {wires.map((wire) => (
        <WireLine key={wire.id} wire={wire} lit={lit} press={press} />
      ))}
      {detail !== 'outline' &&
        wires.map((wire) => <WireMiddle key={wire.id} wire={wire} detail={detail} press={press} />)}
    </>
  );
}

/** From afar only what is lit or active stands out of the bars. */
function shown(
  marks: readonly Mark[],
  column: Mark['column'],
  { lit, active, selectedMark }: PictureContentProps,
  bars: boolean,
): readonly Mark[] {
  const drawn = bars
    ? marks.filter(
        (mark) =>
          mark.id === selectedMark || (lit !== undefined && mark.nodes.some((node) => lit.nodes.has(node))),
      )
    : marks;
  if (!active || active.column !== column || drawn.includes(active)) return drawn;
  return [...drawn, active].sort((a, b) => a.y - b.y);
}
