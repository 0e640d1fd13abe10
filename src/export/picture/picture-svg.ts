import { assertNever } from '../../base/assert-never.ts';
import type { Group, Paint, PathShape, Shape, TextShape } from '../../scene/drawing.ts';
import type { Picture } from './compose-picture.ts';
import { FONT_STACKS, type Palette } from './palette.ts';
import { xmlText } from './xml.ts';

const SANS = xmlText(FONT_STACKS.sans);
const MONO = xmlText(FONT_STACKS.mono);

/**
 * A picture as one SVG file that stands alone: real text, every colour and font written out as an attribute, no style sheet, no
 * script, no reference to anything. `title` is what a screen reader says of it.
 */
export function pictureSvg(picture: Picture, palette: Palette, title: string): string {
  const width = number(picture.width);
  const height = number(picture.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` font-family="${SANS}" stroke-linecap="round" stroke-linejoin="round">\n`,
    `<title>${xmlText(title)}</title>\n`,
    `<rect width="${width}" height="${height}" fill="${palette.canvas}"/>\n`,
    ...picture.sheets.map(({ x, y, width: across, height: down, parts }) =>
      // An inner picture cuts off what reaches beyond it, and needs no id to do so.
      [
        `<svg x="${number(x)}" y="${number(y)}" width="${number(across)}" height="${number(down)}" overflow="hidden">\n`,
        ...parts.map((part) => element(part, palette)),
        '</svg>\n',
      ].join(''),
    ),
    '</svg>\n',
  ].join('');
}

function element(part: Shape | Group, palette: Palette): string {
  switch (part.kind) {
    case 'path':
      return path(part, palette);
    case 'text':
      return text(part, palette);
    case 'group': {
      const move =
        part.x === 0 && part.y === 0 ? '' : ` transform="translate(${number(part.x)} ${number(part.y)})"`;
      const opacity = part.opacity === undefined ? '' : ` opacity="${number(part.opacity)}"`;
      return `<g${move}${opacity}>\n${part.parts.map((inner) => element(inner, palette)).join('')}</g>\n`;
    }
    default:
      return assertNever(part);
  }
}

function path(shape: PathShape, palette: Palette): string {
  const attributes = [
    ['d', shape.d],
    ['fill', colour(shape.fill, palette)],
    ['stroke', shape.stroke && colour(shape.stroke, palette)],
    ['stroke-width', shape.strokeWidth === undefined ? undefined : number(shape.strokeWidth)],
    ['stroke-dasharray', shape.dash],
    ['stroke-linecap', shape.flat ? 'butt' : undefined],
    ['stroke-linejoin', shape.flat ? 'miter' : undefined],
  ] as const;
  return `<path${written(attributes)}/>\n`;
}

function text(shape: TextShape, palette: Palette): string {
  const attributes = [
    ['x', number(shape.x)],
    ['y', number(shape.y)],
    ['font-size', number(shape.size)],
    ['font-family', shape.family === 'mono' ? MONO : undefined],
    ['font-weight', shape.bold ? '600' : undefined],
    ['letter-spacing', shape.spacing === undefined ? undefined : number(shape.spacing)],
    ['fill', colour(shape.fill, palette)],
    ['text-anchor', shape.anchor === 'start' ? undefined : shape.anchor],
  ] as const;
  const rest =
    shape.rest === undefined || shape.rest === ''
      ? ''
      : `<tspan font-family="${SANS}">${xmlText(shape.rest)}</tspan>`;
  return `<text${written(attributes)}>${xmlText(shape.text)}${rest}</text>\n`;
}

/** Values of our own making: nothing in them to escape. */
function written(attributes: readonly (readonly [string, string | undefined])[]): string {
  return attributes.flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${value}"`)).join('');
}

function colour(paint: Paint, palette: Palette): string {
  return paint === 'none' ? 'none' : palette[paint];
}

/** Hundredths of a pixel are enough for any eye. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
