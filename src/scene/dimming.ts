/** How far what is not lit steps back: a little for a look in passing, more for a choice. */
export type Dimming = 'hover' | 'selection';

/** Opacities of what is not lit. */
export const DIMMED: Readonly<Record<Dimming, { readonly marks: number; readonly wires: number }>> = {
  hover: { marks: 0.8, wires: 0.75 },
  selection: { marks: 0.55, wires: 0.5 },
};
