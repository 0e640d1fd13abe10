import type { ColumnKind, Mark } from './scene.ts';

const CARD_RADIUS = 8;
const CUT = 10;
const PAGE_FOLD = 12;

/**
 * The outline that alone tells the kind, as SVG path data from the mark's own corner, grown by `grow` on every side and
 * moved by `shift` to the lower right.
 */
export function outline(
  mark: Pick<Mark, 'shape' | 'column' | 'width'>,
  height: number,
  { grow = 0, shift = 0 }: { readonly grow?: number; readonly shift?: number } = {},
): string {
  const box: Box = {
    x: shift - grow,
    y: shift - grow,
    width: mark.width + 2 * grow,
    height: height + 2 * grow,
  };
  switch (mark.shape) {
    case 'card':
      return rounded(box, CARD_RADIUS + grow);
    case 'capsule':
      return rounded(box, box.height / 2);
    case 'cut-card':
      return cut(box, CUT + grow / 2);
    case 'page':
      return page(box);
    case 'fold-line':
      return foldLine(mark.column, box);
  }
}

/** The turned-down corner of a page. */
export function pageFold(width: number): string {
  return `M${width - PAGE_FOLD} 0V${PAGE_FOLD}H${width}`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line for many takes after the shape that it folds. */
function foldLine(column: ColumnKind, box: Box): string {
  switch (column) {
    case 'profile':
      return rounded(box, box.height / 2);
    case 'role':
      return cut(box, CUT);
    default:
      return rounded(box, CARD_RADIUS);
  }
}

function rounded({ x, y, width, height }: Box, wanted: number): string {
  const r = Math.min(wanted, height / 2, width / 2);
  return (
    `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`
  );
}

function cut({ x, y, width, height }: Box, wanted: number): string {
  const c = Math.min(wanted, height / 2);
  return (
    `M${x + c} ${y}h${width - 2 * c}l${c} ${c}v${height - 2 * c}l${-c} ${c}` +
    `h${2 * c - width}l${-c} ${-c}v${2 * c - height}z`
  );
}

function page({ x, y, width, height }: Box): string {
  const f = Math.min(PAGE_FOLD, height / 2);
  return `M${x} ${y}h${width - f}l${f} ${f}v${height - f}h${-width}z`;
}
