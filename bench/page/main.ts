import './page.css';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { cytoscapeDrawer } from './cytoscape-drawer.ts';
import { DRAWERS, type Drawer, type DrawerName, painted, VIEWS } from './protocol.ts';
import { rolewireDrawer } from './rolewire-drawer.tsx';
import { xyflowDrawer } from './xyflow-drawer.tsx';

const DRAWER_OF: Readonly<Record<DrawerName, Drawer>> = {
  rolewire: rolewireDrawer,
  xyflow: xyflowDrawer,
  cytoscape: cytoscapeDrawer,
};

const wanted = new URLSearchParams(location.search);
const drawer = DRAWERS.find((name) => name === wanted.get('drawer')) ?? 'rolewire';
const view = VIEWS.find((name) => name === wanted.get('view')) ?? 'near';
const into = document.getElementById('picture');
if (!into) throw new Error('The page has no place for the picture.');

// Written by the same run from the same types: nothing to parse.
const inventory = (await (await fetch(`inventory-${wanted.get('nodes') ?? '100'}.json`)).json()) as Inventory;
const draw = DRAWER_OF[drawer](inventory, view, into);

let gaps: number[] = [];
let recording = false;

function record(last: number): void {
  requestAnimationFrame((now) => {
    if (!recording) return;
    gaps.push(now - last);
    record(now);
  });
}

window.bench = {
  async draw() {
    const start = performance.now();
    await draw();
    await painted();
    return performance.now() - start;
  },
  startFrames() {
    gaps = [];
    recording = true;
    requestAnimationFrame(record);
  },
  stopFrames() {
    recording = false;
    return gaps;
  },
};
