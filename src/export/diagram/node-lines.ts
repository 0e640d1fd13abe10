import type { Diagram, DiagramNode } from './diagram.ts';

/** How a language writes a node, and the frame around those of one account. */
export interface NodeWriter {
  readonly node: (node: DiagramNode) => string;
  /** The lines that open a frame. */
  readonly open: (lane: Diagram['lanes'][number]) => readonly string[];
  readonly close: string;
}

/** The nodes of no lane, then those of each lane in its frame; a lane of which nothing is drawn has none. */
export function nodeLines({ nodes, lanes }: Diagram, write: NodeWriter): readonly string[] {
  const outside = nodes.filter(({ lane }) => lane === undefined).map((node) => `  ${write.node(node)}`);
  return [
    ...outside,
    ...lanes.flatMap((lane) => {
      const own = nodes.filter((node) => node.lane === lane.key).map((node) => `    ${write.node(node)}`);
      return own.length === 0 ? [] : [...write.open(lane), ...own, write.close];
    }),
  ];
}
