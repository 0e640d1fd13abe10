import type { Inventory } from '../../src/inventory/inventory.ts';

export const DRAWERS = ['rolewire', 'xyflow', 'cytoscape'] as const;
export type DrawerName = (typeof DRAWERS)[number];

/** `near` at full size from the top, `far` with everything in view. */
export const VIEWS = ['near', 'far'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Gets ready without being timed, and gives what draws; that resolves once the picture has been handed to the browser. */
export type Drawer = (inventory: Inventory, view: ViewName, into: HTMLElement) => () => Promise<void>;

/** What the page offers to the process that measures it. */
export interface Bench {
  /** Milliseconds from data to the frame after the picture was first painted. */
  readonly draw: () => Promise<number>;
  readonly startFrames: () => void;
  /** Gaps between the frames since then, in milliseconds. */
  readonly stopFrames: () => readonly number[];
}

declare global {
  interface Window {
    bench?: Bench;
  }
}

/** Resolves once what is in the document now has been painted. */
export async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Resolves in the frame in which the first part of a picture stands in the document: React may draw later than asked. */
export async function drawn(into: HTMLElement, selector: string): Promise<void> {
  while (into.querySelector(selector) === null) await nextFrame();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
