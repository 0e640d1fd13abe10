import type { EdgeId, NodeId } from '../graph/graph.ts';
import { DIMMED, type Dimming } from './dimming.ts';
import { drawLaneHeading } from './draw-headings.ts';
import { drawMark } from './draw-mark.ts';
import { drawWire, drawWireMiddle } from './draw-wire.ts';
import type { Group, Shape } from './drawing.ts';
import { LANE_HEIGHT } from './geometry.ts';
import type { Mark, MarkId, Scene, Wire } from './scene.ts';
import { type Band, indexWires, marksIn, wiresToDraw } from './visible-part.ts';

/** What stands out of a picture: a chain, and the mark that was chosen. */
export interface SceneLight {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  readonly selected?: MarkId | undefined;
  readonly dim?: Dimming | undefined;
}

/**
 * A band of the scene at full detail, in scene units, back to front: lanes, wires, marks, as the screen has them. What is lit
 * lies above the wires that are not.
 */
export function drawScene(scene: Scene, band: Band, light?: SceneLight): readonly Group[] {
  const isLit = (wire: Wire) => light !== undefined && wire.edges.some((edge) => light.edges.has(edge));
  const wires = wiresToDraw(scene, indexWires(scene).in(band), band, isLit);
  const dimmed = light?.dim && DIMMED[light.dim];
  const marks = scene.columns.flatMap((column) => marksIn(column, band));
  return [
    ...lanesIn(scene, band),
    wireGroup(
      wires.filter((wire) => !isLit(wire)),
      false,
      dimmed?.wires,
    ),
    wireGroup(wires.filter(isLit), true),
    ...marks.map((mark) => markGroup(mark, light, dimmed?.marks)),
  ].filter(({ parts }) => parts.length > 0);
}

function lanesIn(scene: Scene, band: Band): readonly Group[] {
  return scene.lanes
    .filter(({ y }) => y + LANE_HEIGHT >= band.top && y <= band.bottom)
    .map((lane) => group(0, lane.y, drawLaneHeading(lane, scene.width, 1)));
}

/** Lines first, so that no line runs over a cross or a tag. */
function wireGroup(wires: readonly Wire[], lit: boolean, opacity?: number): Group {
  const lines = wires.map((wire) => drawWire(wire, lit));
  const middles = wires.flatMap((wire) => {
    const shapes = drawWireMiddle(wire, 'full');
    return shapes.length === 0 ? [] : [group(wire.middle.x, wire.middle.y, shapes)];
  });
  return { kind: 'group', x: 0, y: 0, opacity, parts: [...lines, ...middles] };
}

function markGroup(mark: Mark, light: SceneLight | undefined, dimmed: number | undefined): Group {
  const lit = light !== undefined && mark.nodes.some((node) => light.nodes.has(node));
  const selected = mark.id === light?.selected;
  const shapes = drawMark(mark, { detail: 'full', lit, selected, height: mark.height });
  return { ...group(mark.x, mark.y, shapes), opacity: lit || selected ? undefined : dimmed };
}

function group(x: number, y: number, parts: readonly Shape[]): Group {
  return { kind: 'group', x, y, parts };
}
