import type { MarkDetail } from './draw-mark.ts';
import type { Paint, PathShape, Shape } from './drawing.ts';
import type { Wire } from './scene.ts';
import { type TextFont, textWidth } from './text-width.ts';

const TAG_FONT: TextFont = { family: 'sans', size: 11 };
const TAG_HEIGHT = 18;
const UNKNOWN_DASH = '5 4';
const CHANGING_DASH = '2 3';

/** The line of a wire, in scene units. */
export function drawWire(wire: Wire, lit: boolean): PathShape {
  const { stroke, dash } = LOOKS[wire.tone];
  const accented = lit && wire.tone !== 'broken';
  return {
    kind: 'path',
    d: wire.path,
    fill: 'none',
    stroke: accented ? 'accent' : stroke,
    strokeWidth: lit ? 2.25 : 1.5,
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

/** What sits on the middle of a wire, around the point 0, 0: the cross where it breaks, or its tag where there is room for it. */
export function drawWireMiddle(wire: Wire, detail: MarkDetail): readonly Shape[] {
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
