/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the marks inside are the buttons, their events are taken up here */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LitChain } from '../../graph/chain-of.ts';
import type { NodeId } from '../../graph/graph.ts';
import type { Dimming } from '../../scene/dimming.ts';
import { HEADINGS_HEIGHT } from '../../scene/draw-headings.ts';
import type { Mark, MarkId, Scene } from '../../scene/scene.ts';
import { indexWires, markNear } from '../../scene/visible-part.ts';
import { offerShownPart } from '../../state/shown-part.ts';
import { ColumnHeadings } from './column-headings.tsx';
import { MarkTooltip, saysMore } from './mark-tooltip.tsx';
import { firstMark, isMoveKey, nextMark } from './next-mark.ts';
import { PictureContent } from './picture-content.tsx';
import { useGestures } from './use-gestures.ts';
import { useHover } from './use-hover.ts';
import { useViewport } from './use-viewport.ts';
import { detailAt, ZOOM_STEP } from './zoom.ts';
import { ZoomControls } from './zoom-controls.tsx';

export interface GraphPictureProps {
  readonly scene: Scene;
  readonly selected: NodeId | undefined;
  /** What lights up with a node. */
  readonly chainOf: (node: NodeId) => LitChain;
  readonly onSelect: (node: NodeId | undefined) => void;
  readonly onToggleFold: (key: string) => void;
}

/** The picture of all chains: scrolled, zoomed, pointed at, and walked through by keyboard. */
export function GraphPicture({
  scene,
  selected,
  chainOf,
  onSelect,
  onToggleFold,
}: GraphPictureProps): ReactElement {
  const viewport = useViewport(scene);
  useGestures(viewport);
  const hover = useHover();
  const wires = useMemo(() => indexWires(scene), [scene]);
  const [activeId, setActiveId] = useState<MarkId>();
  const focusWanted = useRef(false);
  const hintId = useId();

  const detail = detailAt(viewport.zoom, scene.columns.length, viewport.height);
  const selectedMark = selected && scene.markOf.get(selected);
  const active = mark(scene, activeId) ?? mark(scene, selectedMark) ?? firstMark(scene);
  const lookedAt = mark(scene, hover.over);
  const lit = useMemo(() => litBy(lookedAt, selected, chainOf), [lookedAt, selected, chainOf]);
  const tip = mark(scene, hover.tip);

  useEffect(() =>
    offerShownPart(() => {
      const { x: left, y: top } = viewport.toScene({ x: 0, y: HEADINGS_HEIGHT });
      const { x: right, y: bottom } = viewport.toScene({
        x: viewport.width,
        y: HEADINGS_HEIGHT + viewport.height,
      });
      return { box: { left, top, right, bottom }, lit: selected && chainOf(selected) };
    }),
  );

  const { reveal } = viewport;
  useEffect(() => {
    const chosen = mark(scene, selectedMark);
    if (chosen) reveal(chosen);
    // A picture that changes for another reason must not jump to the selection.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected, reveal]);

  useEffect(() => {
    if (!focusWanted.current || !active) return;
    focusWanted.current = false;
    const element = viewport.ref.current?.querySelector(`[data-mark="${CSS.escape(active.id)}"]`);
    if (element instanceof SVGElement) element.focus({ preventScroll: true });
  });

  const act = (target: Mark) => {
    setActiveId(target.id);
    if (target.fold) onToggleFold(target.fold.key);
    else onSelect(target.nodes[0]);
  };

  const markAt = (event: PointerEvent | React.MouseEvent): Mark | undefined => {
    if (detail !== 'outline') return mark(scene, markIdOf(event.target));
    const box = viewport.ref.current?.getBoundingClientRect();
    if (!box || event.clientY < box.top + HEADINGS_HEIGHT) return undefined;
    const point = viewport.toScene({ x: event.clientX - box.left, y: event.clientY - box.top });
    const column = scene.columns.find((each) => point.x >= each.x && point.x <= each.x + each.width);
    return column && markNear(column, point.y);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = mark(scene, markIdOf(event.target));
    const key = event.key;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (focused && isMoveKey(key)) {
      const next = nextMark(scene, wires, focused, key);
      focusWanted.current = true;
      setActiveId(next.id);
      reveal(next);
      hover.show(saysMore(next, detail !== 'full') ? next.id : undefined);
    } else if (focused && (key === 'Enter' || key === ' ')) {
      if (key === 'Enter' || focused.fold) act(focused);
      else onSelect(focused.nodes[0] === selected ? undefined : focused.nodes[0]);
    } else if (key === 'Escape') {
      if (hover.tip) hover.show(undefined);
      else if (selected) onSelect(undefined);
      else return;
    } else if (key === '+' || key === '=') viewport.zoomAt(ZOOM_STEP);
    else if (key === '-') viewport.zoomAt(1 / ZOOM_STEP);
    else if (key === '0') viewport.fit();
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative h-full min-h-0 overflow-hidden bg-canvas">
      <p id={hintId} className="sr-only">
        Arrow keys move up and down a column and along the wires. Enter selects, Space opens and closes a
        fold, Escape clears the selection. Plus, minus and zero zoom.
      </p>
      <div
        ref={viewport.ref}
        role="group"
        aria-label="Chains from instance to role"
        aria-describedby={hintId}
        className="h-full overflow-auto overscroll-contain select-none data-dragging:cursor-grabbing"
        style={{ touchAction: 'pan-x pan-y' }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (event.currentTarget.dataset['dragging'] !== undefined) return;
          const target = markAt(event);
          hover.show(undefined);
          if (target) act(target);
          else onSelect(undefined);
          if (target && detail === 'outline') viewport.fullSizeAt(target.y);
        }}
        onPointerMove={(event) => hover.point(markAt(event)?.id)}
        onPointerLeave={() => hover.point(undefined)}
        onFocus={(event) => {
          const focused = mark(scene, markIdOf(event.target));
          if (!focused) return;
          setActiveId(focused.id);
          if (event.target.matches(':focus-visible') && saysMore(focused, detail !== 'full'))
            hover.show(focused.id);
        }}
        onBlur={() => hover.show(undefined)}
      >
        <ColumnHeadings scene={scene} scale={viewport.scale} left={viewport.left} />
        <PictureContent
          scene={scene}
          wires={wires}
          viewport={viewport}
          detail={detail}
          lit={lit}
          dim={dimBy(lit, selected)}
          selectedMark={selectedMark}
          active={active}
        />
      </div>
      {tip && saysMore(tip, detail !== 'full') && (
        <MarkTooltip
          mark={tip}
          viewport={viewport}
          onPointerEnter={hover.hold}
          onPointerLeave={hover.release}
        />
      )}
      <ZoomControls viewport={viewport} sceneHeight={scene.height} />
    </div>
  );
}

function mark(scene: Scene, id: string | undefined): Mark | undefined {
  return id === undefined ? undefined : scene.marks.get(id as MarkId);
}

function markIdOf(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest('[data-mark]') : null;
  return element?.getAttribute('data-mark') ?? undefined;
}

function dimBy(lit: LitChain | undefined, selected: NodeId | undefined): Dimming | undefined {
  if (!lit) return undefined;
  return selected ? 'selection' : 'hover';
}

/** What is pointed at lights its chain; else what is selected does. A line for many lights nothing: its nodes share no chain. */
function litBy(
  pointed: Mark | undefined,
  selected: NodeId | undefined,
  chainOf: (node: NodeId) => LitChain,
): LitChain | undefined {
  if (pointed && pointed.shape !== 'fold-line') {
    const [first] = pointed.nodes;
    if (first) return chainOf(first);
  }
  return selected && chainOf(selected);
}
