import '@xyflow/react/dist/style.css';
import { type Edge, type Node, Position, ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { peerData, zoomFor } from './peer-data.ts';
import { type Drawer, drawn } from './protocol.ts';

/** React Flow with its own nodes, drawing only what is in view. */
export const xyflowDrawer: Drawer = (inventory, view, into) => {
  const data = peerData(inventory);
  const zoom = view === 'near' ? 1 : zoomFor(data, into);
  const nodes: Node[] = data.marks.map((mark) => ({
    id: mark.id,
    position: { x: mark.x, y: mark.y },
    width: mark.width,
    height: mark.height,
    sourcePosition: Position.Right,
    targetPosition: Position.Left,
    data: { label: mark.title.text },
  }));
  const edges: Edge[] = data.wires.map((wire) => ({
    id: wire.id,
    source: wire.from,
    target: wire.to,
    type: 'smoothstep',
  }));
  const root = createRoot(into);
  return async () => {
    root.render(
      <ReactFlow
        defaultNodes={nodes}
        defaultEdges={edges}
        defaultViewport={{ x: 0, y: 0, zoom }}
        minZoom={0.0001}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        panOnScroll={view === 'near'}
        zoomOnScroll={view === 'far'}
      />,
    );
    await drawn(into, '.react-flow__node');
  };
};
