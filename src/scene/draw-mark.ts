import type { Severity } from '../findings/finding.ts';
import { drawChangeSign, SIGN_RADIUS } from './draw-change.ts';
import type { Paint, PathShape, Shape, TextShape } from './drawing.ts';
import { ARROW_ROOM, BADGE_ROOM, showsBadge, TEXT_START } from './mark-drafts.ts';
import { COUNT_FONT, FOLD_FONT, ID_FONT, LINE_FONT, splitIdLine, TITLE_FONT } from './mark-text.ts';
import { outline, pageFold } from './outline.ts';
import type { Mark } from './scene.ts';
import { type TextFont, textWidth } from './text-width.ts';

/** How much of a mark is drawn: both lines, the first alone where rows are pressed together, or no text at all. */
export type MarkDetail = 'full' | 'title' | 'outline';

export interface MarkLook {
  readonly detail: MarkDetail;
  /** On the chain of what is looked at. */
  readonly lit: boolean;
  readonly selected: boolean;
  /** Less than the mark's own where rows are pressed together. */
  readonly height: number;
}

/** The shapes of a mark, from its own upper left corner. */
export function drawMark(mark: Mark, look: MarkLook): readonly Shape[] {
  if (look.detail === 'outline') return body(mark, look);
  const middle = look.height / 2;
  const dot = mark.state ? [stateDot(mark.state, middle)] : [];
  return [
    ...body(mark, look),
    ...dot,
    ...lines(mark, look),
    ...strike(mark, look),
    ...rightEnd(mark, middle),
    ...changeSign(mark, look),
  ];
}

/** On the upper left corner; pressed rows leave room for it on the left edge alone. */
function changeSign(mark: Mark, { detail, height }: MarkLook): readonly Shape[] {
  if (mark.change === undefined) return [];
  return detail === 'full'
    ? drawChangeSign(mark.change, SIGN_AT, SIGN_AT / 2)
    : drawChangeSign(mark.change, 0, height / 2, Math.min(SIGN_RADIUS, height / 2) - 2);
}

const SIGN_AT = 4;

/** The name of what is gone is struck out. */
function strike(mark: Mark, { detail, height }: MarkLook): readonly Shape[] {
  if (mark.change !== 'removed' || mark.shape === 'fold-line') return [];
  const middle = height / 2;
  const y = detail === 'full' && mark.subtitle.text !== '' ? middle - 8 : middle;
  const x = TEXT_START[mark.shape];
  const d = `M${x - 1} ${y}h${textWidth(mark.title.text, TITLE_FONT)}`;
  return [path(d, { fill: 'none', stroke: 'muted', strokeWidth: 1 })];
}

const STACK_SHIFT = 4;
const STACK_SHIFT_PRESSED = 2;
const GHOST_DASH = '4 3';

function body(mark: Mark, { lit, selected, height, detail }: MarkLook): readonly Shape[] {
  const { fill, stroke } = boxPaint(mark);
  const line = (selected || lit) && mark.tone !== 'broken' ? 'accent' : stroke;
  const shapes: Shape[] = [];
  if (selected) shapes.push(path(outline(mark, height, { grow: 3 }), { fill: 'accent-tint' }));
  if (isClosedStack(mark)) {
    const shift = detail === 'full' ? STACK_SHIFT : STACK_SHIFT_PRESSED;
    shapes.push(
      path(outline(mark, height, { shift }), { fill: 'sunken', stroke: lit ? 'accent' : 'line-strong' }),
    );
  }
  shapes.push(
    path(outline(mark, height), {
      fill,
      stroke: line,
      strokeWidth: selected ? 2 : lit || mark.change === 'added' || mark.change === 'changed' ? 1.5 : 1,
      dash: mark.dashed ? GHOST_DASH : undefined,
    }),
  );
  if (mark.shape === 'page' && detail === 'full') {
    shapes.push(path(pageFold(mark.width), { fill: 'none', stroke: line }));
  }
  return shapes;
}

function boxPaint(mark: Mark): { readonly fill: Paint; readonly stroke: Paint } {
  const own = tonePaint(mark);
  if (mark.tone === 'broken') return own;
  switch (mark.change) {
    case 'added':
      return { ...own, stroke: 'ok' };
    case 'changed':
      return { ...own, stroke: 'info' };
    case 'removed':
      return { ...own, stroke: 'ghost' };
    default:
      return own;
  }
}

function tonePaint(mark: Mark): { readonly fill: Paint; readonly stroke: Paint } {
  switch (mark.tone) {
    case 'normal':
      return { fill: 'raised', stroke: 'line-strong' };
    case 'quiet':
      return mark.shape === 'fold-line'
        ? { fill: 'sunken', stroke: 'line' }
        : { fill: 'canvas', stroke: 'line-strong' };
    case 'broken':
      return { fill: 'danger-tint', stroke: 'danger-fill' };
    case 'unknown':
      return { fill: 'ghost-tint', stroke: 'ghost' };
    case 'changing':
      return { fill: 'raised', stroke: 'doubt-fill' };
  }
}

function lines(mark: Mark, { detail, height }: MarkLook): readonly Shape[] {
  const x = TEXT_START[mark.shape];
  const [title, subtitle] = textPaint(mark);
  const titleFont = mark.shape === 'fold-line' ? FOLD_FONT : TITLE_FONT;
  const twoLines = detail === 'full' && mark.subtitle.text !== '';
  if (!twoLines) return [text(mark.title.text, x, height / 2 + titleFont.size * 0.35, titleFont, title)];
  const middle = height / 2;
  return [
    text(mark.title.text, x, middle - 3.5, titleFont, title),
    subtitleText(mark, x, middle + 12, subtitle),
  ];
}

function subtitleText(mark: Mark, x: number, y: number, fill: Paint): TextShape {
  if (!mark.subtitleIsId) return text(mark.subtitle.text, x, y, LINE_FONT, fill);
  const [id, rest] = splitIdLine(mark.subtitle.text);
  return { ...text(id, x, y, ID_FONT, fill), rest };
}

function textPaint(mark: Mark): readonly [Paint, Paint] {
  if (mark.tone === 'broken') return ['danger', 'danger'];
  if (mark.tone === 'unknown' || mark.tone === 'quiet') return ['muted', 'muted'];
  return ['text', 'muted'];
}

/** From the right edge inwards: the arrow that opens, the count, the badge. */
function rightEnd(mark: Mark, middle: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let x = mark.width - (mark.shape === 'card' ? 12 : 16);
  if (mark.fold) {
    shapes.push(arrow(mark.fold.open, x - 4, middle));
    x -= ARROW_ROOM;
  }
  if (isClosedStack(mark)) {
    const count = `×${mark.count ?? mark.nodes.length}`;
    shapes.push(text(count, x, middle + 4, COUNT_FONT, 'text', 'end'));
    x -= textWidth(count, COUNT_FONT) + 8;
  }
  if (showsBadge(mark.severity)) shapes.push(...badge(mark.severity, x - BADGE_ROOM / 2 + 4, middle));
  return shapes;
}

/** Filled, ringed, dashed, crossed: the state reads without its colour. */
function stateDot(state: NonNullable<Mark['state']>, y: number): PathShape {
  const x = 16;
  const circle = (r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  switch (state) {
    case 'running':
      return path(circle(4), { fill: 'ok' });
    case 'stopped':
      return path(circle(3.25), { fill: 'none', stroke: 'ghost', strokeWidth: 1.75 });
    case 'pending':
      return path(circle(3.25), { fill: 'none', stroke: 'doubt-fill', strokeWidth: 1.75, dash: '2.6 1.5' });
    case 'terminated':
      return path(`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`, { fill: 'none', stroke: 'ghost', strokeWidth: 1.5 });
    case 'unknown':
      return path(circle(3.25), { fill: 'none', stroke: 'ghost', strokeWidth: 1.25, dash: '1.5 1.5' });
  }
}

function arrow(open: boolean, x: number, y: number): PathShape {
  const d = open ? `M${x - 3.5} ${y - 2}l3.5 4l3.5 -4` : `M${x - 2} ${y - 3.5}l4 3.5l-4 3.5`;
  return path(d, { fill: 'none', stroke: 'muted', strokeWidth: 1.5 });
}

const EXCLAMATION = 'v3.8m0 3.1v.2';

/** Eight corners, three, or a circle: the severity reads without its colour. */
function badge(severity: Severity | undefined, x: number, y: number): readonly Shape[] {
  switch (severity) {
    case 'critical':
      return [
        path(`M${x - 3.3} ${y - 8}h6.6l4.7 4.7v6.6l-4.7 4.7h-6.6l-4.7 -4.7v-6.6z`, { fill: 'danger-fill' }),
        path(`M${x} ${y - 3.6}${EXCLAMATION}`, { fill: 'none', stroke: 'on-danger', strokeWidth: 1.75 }),
      ];
    case 'warning':
      return [
        path(`M${x} ${y - 7}l7.5 13h-15z`, { fill: 'doubt-fill', stroke: 'doubt-fill', strokeWidth: 2 }),
        path(`M${x} ${y - 2.8}${EXCLAMATION}`, { fill: 'none', stroke: 'on-doubt', strokeWidth: 1.75 }),
      ];
    case 'unknown':
      return [
        path(`M${x - 7.5} ${y}a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0z`, {
          fill: 'canvas',
          stroke: 'ghost',
          strokeWidth: 1.5,
        }),
        text('?', x, y + 4, COUNT_FONT, 'muted', 'middle'),
      ];
    default:
      return [];
  }
}

function isClosedStack(mark: Mark): boolean {
  return mark.fold !== undefined && mark.shape === 'card';
}

function path(d: string, look: Omit<PathShape, 'kind' | 'd'>): PathShape {
  return { kind: 'path', d, ...look };
}

function text(
  content: string,
  x: number,
  y: number,
  font: TextFont,
  fill: Paint,
  anchor: TextShape['anchor'] = 'start',
): TextShape {
  const bold = font.family === 'sans' && (font.bold ?? false);
  return { kind: 'text', x, y, text: content, size: font.size, family: font.family, bold, fill, anchor };
}
