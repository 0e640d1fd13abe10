import type { PathShape, Shape, TextShape } from './drawing.ts';
import { LANE_HEIGHT, PADDING } from './geometry.ts';
import type { Lane, SceneColumn } from './scene.ts';
import { type TextFont, textWidth } from './text-width.ts';

/** Height of the row of column headings above the picture. */
export const HEADINGS_HEIGHT = 40;

const CAPS_FONT: TextFont = { family: 'sans', size: 11, bold: true };
const COUNT_FONT: TextFont = { family: 'sans', size: 11 };
const CAPS_SPACING = 0.66;
const CAPS_BASELINE = 28;
const COUNT_GAP = 8;
/** Narrower, the word would run into the count of the instances. */
const ROOM_FOR_SOURCES = 150;

/** The name of a column and the number of its nodes, from the left edge of the column and the top of the headings. */
export function drawColumnHeading(column: SceneColumn, width: number): readonly TextShape[] {
  const count = column.count.toLocaleString('en');
  // Sources stand on rows of their own below the heading of the instances, and have room at its right end.
  if (column.kind === 'source') {
    const words = (width < ROOM_FOR_SOURCES ? `+ ${count} more` : `+ ${count} sources`).toUpperCase();
    return [{ ...heading(words, width, COUNT_FONT), anchor: 'end' }];
  }
  const caps = column.heading.toUpperCase();
  const after = textWidth(caps, CAPS_FONT) + caps.length * CAPS_SPACING + COUNT_GAP;
  return [heading(caps, 0, CAPS_FONT), heading(count, after, COUNT_FONT)];
}

const LANE_FONT: TextFont = { family: 'sans', size: 12, bold: true };
const LANE_BASELINE = 16;
/** Pressed more than that, the line is lower than its text. */
const LEAST_PRESS_WITH_TEXT = 0.7;

/** Whose chains come next, over a line from edge to edge; from the upper edge of the lane. */
export function drawLaneHeading(lane: Lane, sceneWidth: number, press: number): readonly Shape[] {
  const line: PathShape = {
    kind: 'path',
    d: `M${PADDING} ${(LANE_HEIGHT - 6) * press}H${sceneWidth - PADDING}`,
    fill: 'none',
    stroke: 'line-strong',
  };
  if (press < LEAST_PRESS_WITH_TEXT) return [line];
  const { size } = LANE_FONT;
  return [
    {
      kind: 'text',
      x: PADDING,
      y: LANE_BASELINE * press,
      text: lane.heading,
      size,
      family: 'sans',
      bold: true,
      fill: 'muted',
      anchor: 'start',
    },
    line,
  ];
}

function heading(text: string, x: number, font: TextFont): TextShape {
  return {
    kind: 'text',
    x,
    y: CAPS_BASELINE,
    text,
    size: font.size,
    family: 'sans',
    bold: font.family === 'sans' && (font.bold ?? false),
    spacing: CAPS_SPACING,
    fill: 'muted',
    anchor: 'start',
  };
}
