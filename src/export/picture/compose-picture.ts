import { drawColumnHeading, HEADINGS_HEIGHT } from '../../scene/draw-headings.ts';
import { drawScene, type SceneLight } from '../../scene/draw-scene.ts';
import type { Group, Shape } from '../../scene/drawing.ts';
import { PADDING, ROW_GAP } from '../../scene/geometry.ts';
import type { Scene } from '../../scene/scene.ts';
import type { TextFont } from '../../scene/text-width.ts';
import { wrapText } from './wrap-text.ts';

/** A rectangle of the scene, in its units. */
export interface SceneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PictureInput {
  readonly scene: Scene;
  /** What to draw of it; all if absent. Rows and columns that it cuts are drawn whole. */
  readonly box?: SceneBox | undefined;
  readonly light?: SceneLight | undefined;
  /** What the picture is of, in parts that may stand on lines of their own. */
  readonly caption: readonly string[];
}

/** A piece of a picture that is cut at its edges. */
interface Sheet {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the sheet's upper left corner. */
  readonly parts: readonly (Shape | Group)[];
}

/** A picture to hand out, in CSS pixels: column headings, the drawing, and a caption below. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly sheets: readonly Sheet[];
}

/** Narrower than that, a caption has no room. */
const LEAST_WIDTH = 320;
const CAPTION_FONT: TextFont = { family: 'sans', size: 11 };
const CAPTION_LINE = 16;
const CAPTION_PADDING = 12;
/** Between the last row and the line above the caption. */
const CAPTION_GAP = 8;

/** Puts headings, drawing and caption together. */
export function composePicture({ scene, box, light, caption }: PictureInput): Picture {
  const part = wholeMarks(scene, box ?? { left: 0, top: 0, right: scene.width, bottom: scene.height });
  const drawn = part.right - part.left;
  const width = Math.max(LEAST_WIDTH, drawn);
  const height = part.bottom - part.top;
  const lines = wrapText(caption, width - 2 * PADDING, CAPTION_FONT);
  const captionHeight =
    lines.length === 0 ? 0 : CAPTION_GAP + lines.length * CAPTION_LINE + 2 * CAPTION_PADDING;
  return {
    width,
    height: HEADINGS_HEIGHT + height + captionHeight,
    sheets: [
      { x: 0, y: 0, width: drawn, height: HEADINGS_HEIGHT, parts: [group(-part.left, 0, headings(scene))] },
      {
        x: 0,
        y: HEADINGS_HEIGHT,
        width: drawn,
        height,
        parts: [group(-part.left, -part.top, drawScene(scene, part, light))],
      },
      ...(lines.length === 0
        ? []
        : [
            {
              x: 0,
              y: HEADINGS_HEIGHT + height,
              width,
              height: captionHeight,
              parts: captionParts(lines, width),
            },
          ]),
    ],
  };
}

/** The box with every row and column whole that reaches into it, in full pixels: half a name helps nobody. */
export function wholeMarks(scene: Scene, box: SceneBox): SceneBox {
  let { left, top, right, bottom } = box;
  for (const column of scene.columns) {
    const end = column.x + column.width;
    if (column.x < box.right && end > box.left) {
      left = Math.min(left, column.x - PADDING);
      right = Math.max(right, end + PADDING);
    }
    for (const mark of column.marks) {
      if (mark.y >= box.bottom) break;
      if (mark.y + mark.height <= box.top) continue;
      top = Math.min(top, mark.y - ROW_GAP / 2);
      bottom = Math.max(bottom, mark.y + mark.height + ROW_GAP / 2);
    }
  }
  return {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(scene.width, Math.ceil(right)),
    bottom: Math.min(scene.height, Math.ceil(bottom)),
  };
}

function headings(scene: Scene): readonly Group[] {
  return scene.columns.map((column) => group(column.x, 0, drawColumnHeading(column, column.width)));
}

function captionParts(lines: readonly string[], width: number): readonly Shape[] {
  return [
    {
      kind: 'path',
      d: `M${PADDING} ${CAPTION_GAP + 0.5}H${width - PADDING}`,
      fill: 'none',
      stroke: 'line-strong',
    },
    ...lines.map(
      (line, index): Shape => ({
        kind: 'text',
        x: PADDING,
        y: CAPTION_GAP + CAPTION_PADDING + CAPTION_LINE * index + 12,
        text: line,
        size: CAPTION_FONT.size,
        family: 'sans',
        bold: false,
        fill: 'muted',
        anchor: 'start',
      }),
    ),
  ];
}

function group(x: number, y: number, parts: readonly (Shape | Group)[]): Group {
  return { kind: 'group', x, y, parts };
}
