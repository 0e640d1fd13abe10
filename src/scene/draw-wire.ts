import { drawChangeSign, SIGN_RADIUS } from './draw-change.ts';
import type { MarkDetail } from './draw-mark.ts';
import type { Paint, PathShape, Shape } from './drawing.ts';
import type { Wire } from './scene.ts';
import { type TextFont, textWidth } from './text-width.ts';

const TAG_FONT: TextFont = { family: 'sans', size: 11 };
const TAG_HEIGHT = 18;
const UNKNOWN_DASH = '5 4';
const CHANGING_DASH = '2 3';
const BOUNDS_DASH = '1.5 3.5';

/** The line of a wire, in scene units. */
export function drawWire(wire: Wire, lit: boolean): PathShape {
  const own = LOOKS[wire.tone];
  const changed = wire.change && wire.change !== 'changed' ? CHANGE_LOOKS[wire.change] : undefined;
  const { stroke, dash = wire.bounds ? BOUNDS_DASH : undefined } =
    wire.tone === 'broken' && wire.change === 'added' ? own : (changed ?? own);
  const accented = lit && wire.tone !== 'broken';
  return {
    kind: 'path',
    d: wire.path,
    fill: 'none',
    stroke: accented ? 'accent' : stroke,
    strokeWidth: lit ? 2.25 : wire.change === 'added' ? 2 : 1.5,
    dash,
    flat: true,
  };
}

const LOOKS: Readonly<Record<Wire['tone'], { readonly stroke: Paint; readonly dash?: string | undefined }>> =
  {
    confirmed: { stroke: 'edge' },
    unknown: { stroke: 'ghost', dash: UNKNOWN_DASH },
    changing: { stroke: 'doubt-fill', dash: CHANGING_DASH },
    broken: { stroke: 'danger-fill' },
  };

/** New links stand out, former ones are dashed: each also wears a sign where none of its ends does. */
const CHANGE_LOOKS: Readonly<
  Record<'added' | 'removed' | 'unknown', { readonly stroke: Paint; readonly dash?: string | undefined }>
> = {
  added: { stroke: 'ok' },
  removed: { stroke: 'ghost', dash: '4 4' },
  unknown: { stroke: 'ghost', dash: '1 4' },
};

/** What sits on the middle of a wire, around the point 0, 0: the cross where it breaks, or its tag where there is room for it. */
export function drawWireMiddle(wire: Wire, detail: MarkDetail): readonly Shape[] {
  if (wire.change && wire.signed) {
    return drawChangeSign(wire.change, 0, 0, detail === 'full' ? SIGN_RADIUS - 1 : SIGN_RADIUS - 3);
  }
  if (wire.change === 'removed') return [];
  if (wire.tone === 'broken' && detail === 'title') return [cross(3)];
  if (wire.tone === 'broken') {
    return [{ kind: 'path', d: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', fill: 'canvas' }, cross(4.5)];
  }
  if (wire.tag === undefined || detail !== 'full') return [];
  const width = textWidth(wire.tag, TAG_FONT) + 14;
  const round = TAG_HEIGHT / 2;
  const flat = width - TAG_HEIGHT;
  const pill =
    `M${-flat / 2} ${-round}h${flat}a${round} ${round} 0 0 1 0 ${TAG_HEIGHT}` +
    `h${-flat}a${round} ${round} 0 0 1 0 ${-TAG_HEIGHT}z`;
  return [
    { kind: 'path', d: pill, fill: 'info-tint' },
    {
      kind: 'text',
      x: 0,
      y: 4,
      text: wire.tag,
      size: TAG_FONT.size,
      family: 'sans',
      bold: false,
      fill: 'info',
      anchor: 'middle',
    },
  ];
}

function cross(arm: number): PathShape {
  const d = `M${-arm} ${-arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  return { kind: 'path', d, fill: 'none', stroke: 'danger-fill', strokeWidth: 2 };
}
