/** A point in scene units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 12;

/**
 * SVG path of a wire: straight to its trunk, along it, and straight on, with round corners. Wires to one mark share their
 * trunk, as on a wiring diagram, so a bundle of hundreds stays one calm line.
 */
export function stepPath(from: Point, to: Point, trunk: number): string {
  const rise = to.y - from.y;
  if (Math.abs(rise) < 1) return `M${from.x} ${from.y}H${to.x}`;
  const turn = Math.sign(rise);
  const radius = Math.min(RADIUS, Math.abs(rise) / 2, Math.abs(trunk - from.x), Math.abs(to.x - trunk));
  const back = Math.sign(trunk - from.x) * radius;
  const on = Math.sign(to.x - trunk) * radius;
  return (
    `M${from.x} ${from.y}H${trunk - back}` +
    `Q${trunk} ${from.y} ${trunk} ${from.y + turn * radius}` +
    `V${to.y - turn * radius}` +
    `Q${trunk} ${to.y} ${trunk + on} ${to.y}H${to.x}`
  );
}
