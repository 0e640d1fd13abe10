import type { Paint, PathShape } from './drawing.ts';
import type { Change } from './scene.ts';

/** Of the sign on a mark, in CSS pixels at zoom 1. */
export const SIGN_RADIUS = 8;

/** A plus, a minus, an unequal sign or a question mark in a disc: the change reads without its colour. */
export function drawChangeSign(change: Change, x: number, y: number, r = SIGN_RADIUS): readonly PathShape[] {
  const { fill, ink, stroke } = LOOKS[change];
  const disc = (radius: number) =>
    `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  return [
    { kind: 'path', d: disc(r + 1.5), fill: 'canvas' },
    { kind: 'path', d: disc(r), fill, stroke },
    {
      kind: 'path',
      d: glyph(change, x, y, r / 2),
      fill: 'none',
      stroke: ink,
      strokeWidth: r < 7 ? 1.5 : 1.75,
    },
  ];
}

interface Look {
  readonly fill: Paint;
  readonly ink: Paint;
  readonly stroke?: Paint | undefined;
}

const LOOKS: Readonly<Record<Change, Look>> = {
  added: { fill: 'ok', ink: 'canvas' },
  removed: { fill: 'muted', ink: 'canvas' },
  changed: { fill: 'info', ink: 'canvas' },
  unknown: { fill: 'canvas', ink: 'muted', stroke: 'ghost' },
};

/** Around a point, `arm` to each side. */
function glyph(change: Change, x: number, y: number, arm: number): string {
  const across = `M${x - arm} ${y}h${2 * arm}`;
  switch (change) {
    case 'added':
      return `${across}M${x} ${y - arm}v${2 * arm}`;
    case 'removed':
      return across;
    case 'changed': {
      const gap = arm * 0.45;
      return (
        `M${x - arm} ${y - gap}h${2 * arm}M${x - arm} ${y + gap}h${2 * arm}` +
        `M${x + arm * 0.55} ${y - arm}l${-arm * 1.1} ${2 * arm}`
      );
    }
    case 'unknown':
      return (
        `M${x - arm * 0.6} ${y - arm * 0.45}q0 ${-arm * 0.6} ${arm * 0.6} ${-arm * 0.6}` +
        `t${arm * 0.6} ${arm * 0.6}q0 ${arm * 0.5} ${-arm * 0.6} ${arm * 0.75}v${arm * 0.1}m0 ${arm * 0.55}v.1`
      );
  }
}
