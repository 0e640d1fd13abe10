import cytoscape from 'cytoscape';
import { peerData, zoomFor } from './peer-data.ts';
import type { Drawer } from './protocol.ts';

/** Cytoscape with its canvas renderer. */
export const cytoscapeDrawer: Drawer = (inventory, view, into) => {
  const data = peerData(inventory);
  const elements = [
    ...data.marks.map((mark) => ({
      data: { id: mark.id, label: mark.title.text },
      position: { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 },
      pannable: true,
    })),
    ...data.wires.map((wire) => ({ data: { id: wire.id, source: wire.from, target: wire.to } })),
  ];
  return () =>
    new Promise((resolve) => {
      const picture = cytoscape({
        container: into,
        elements,
        layout: { name: 'preset' },
        zoom: view === 'near' ? 1 : zoomFor(data, into),
        pan: { x: 0, y: 0 },
        minZoom: 0.0001,
        autoungrabify: true,
        style: [
          {
            selector: 'node',
            style: {
              shape: 'round-rectangle',
              width: 220,
              height: 44,
              label: 'data(label)',
              'text-valign': 'center',
            },
          },
          { selector: 'edge', style: { 'curve-style': 'taxi', 'taxi-direction': 'rightward', width: 1.5 } },
        ],
      });
      picture.one('render', () => resolve());
    });
};
