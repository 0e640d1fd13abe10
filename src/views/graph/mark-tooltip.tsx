import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { HEADINGS_HEIGHT } from '../../scene/draw-headings.ts';
import type { Mark } from '../../scene/scene.ts';
import type { Viewport } from './use-viewport.ts';

/** Between a mark and its tooltip, in CSS pixels. */
const GAP = 6;

export interface MarkTooltipProps {
  readonly mark: Mark;
  readonly viewport: Viewport;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** The whole of what a mark had to shorten. Screen readers have it from the mark's own name. */
export function MarkTooltip({
  mark,
  viewport,
  onPointerEnter,
  onPointerLeave,
}: MarkTooltipProps): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current) place(ref.current, mark, viewport);
  }, [mark, viewport]);
  return (
    <div
      ref={ref}
      aria-hidden="true"
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
      className="animate-appear absolute z-20 max-w-[min(400px,calc(100%-16px))] rounded-md bg-tooltip px-2.5 py-1.5 text-sm text-on-tooltip shadow-float"
    >
      <bdi className="block font-semibold wrap-anywhere">{mark.title.full}</bdi>
      {mark.subtitle.full !== '' && (
        <bdi className={`block wrap-anywhere ${mark.subtitleIsId ? 'font-mono text-xs' : ''}`}>
          {mark.subtitle.full}
        </bdi>
      )}
    </div>
  );
}

/** Below its mark, or above it where there is no room below. */
function place(tooltip: HTMLElement, mark: Mark, { scale, left, ref, width, height }: Viewport): void {
  const view = ref.current;
  const x = left + mark.x * scale.x - (view?.scrollLeft ?? 0);
  const top = HEADINGS_HEIGHT + mark.y * scale.y - (view?.scrollTop ?? 0);
  const bottom = top + mark.height * scale.y;
  const { offsetHeight, offsetWidth } = tooltip;
  const above = bottom + GAP + offsetHeight > height + HEADINGS_HEIGHT && top > offsetHeight + GAP;
  tooltip.style.left = `${Math.max(8, Math.min(x, width - offsetWidth - 8))}px`;
  tooltip.style.top = `${above ? top - GAP - offsetHeight : bottom + GAP}px`;
}

/** Whether a tooltip says more than the mark itself. */
export function saysMore(mark: Mark, pressed: boolean): boolean {
  const shortened = mark.title.text !== mark.title.full || mark.subtitle.text !== mark.subtitle.full;
  return shortened || pressed;
}
