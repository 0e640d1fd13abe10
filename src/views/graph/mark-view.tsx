/* oxlint-disable jsx-a11y/prefer-tag-over-role -- HTML buttons cannot stand inside of an SVG */
import { memo, type ReactElement } from 'react';
import { drawMark, type MarkDetail } from '../../scene/draw-mark.ts';
import { outline } from '../../scene/outline.ts';
import type { Mark } from '../../scene/scene.ts';
import { Shapes } from './shapes.tsx';

export interface MarkViewProps {
  readonly mark: Mark;
  readonly detail: MarkDetail;
  /** Of the rows; 1 unless they are pressed together. */
  readonly press: number;
  readonly lit: boolean;
  readonly selected: boolean;
  /** Takes the focus when Tab comes to the picture. */
  readonly active: boolean;
}

/** One mark: a button for the keyboard and a screen reader. What a click does, the picture knows. */
export const MarkView = memo(function MarkView(props: MarkViewProps): ReactElement {
  const { mark, detail, press, lit, selected, active } = props;
  const height = mark.height * press;
  // Among bars, one that is here for the focus alone shows its ring and nothing else.
  const drawn = detail !== 'outline' || lit || selected;
  return (
    <g
      data-mark={mark.id}
      data-lit={lit || selected || undefined}
      role="button"
      tabIndex={active ? 0 : -1}
      aria-label={mark.spoken}
      aria-pressed={mark.fold ? undefined : selected}
      aria-expanded={mark.fold?.open}
      transform={`translate(${mark.x} ${mark.y * press})`}
      className="cursor-pointer outline-none transition-opacity duration-100 not-data-lit:opacity-(--dimmed-marks) [&:focus-visible>.ring]:opacity-100"
    >
      {active && (
        <path
          className="ring opacity-0"
          d={outline(mark, height, { grow: 5 })}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={2}
        />
      )}
      {drawn && <Shapes shapes={drawMark(mark, { detail, lit, selected, height })} />}
    </g>
  );
});
