import { compareText } from '../base/compare.ts';

/** Wires that share one upright part: those of one role to its own policies, or those of all roles to a shared one. */
export interface Net {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The lane of each net's upright part, from 0, so that two that pass each other stand apart. With more of them side by side
 * than there are lanes some share one: the least bad where hundreds meet. Longer ones keep further from the policies.
 */
export function trunkLanes(nets: readonly Net[], lanes: number): ReadonlyMap<string, number> {
  const sorted = [...nets].sort((a, b) => a.top - b.top || b.bottom - a.bottom || compareText(a.id, b.id));
  const freeFrom: number[] = [];
  const lane = new Map<string, number>();
  for (const net of sorted) {
    let at = freeFrom.findIndex((free) => free < net.top);
    if (at === -1) at = freeFrom.length < lanes ? freeFrom.length : earliest(freeFrom);
    freeFrom[at] = Math.max(freeFrom[at] ?? 0, net.bottom);
    lane.set(net.id, at);
  }
  return lane;
}

function earliest(freeFrom: readonly number[]): number {
  return freeFrom.indexOf(Math.min(...freeFrom));
}
