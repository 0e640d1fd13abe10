import type { LitChain } from '../graph/chain-of.ts';

/** What the graph shows at this moment. */
export interface ShownPart {
  /** In scene units; reaches beyond the scene where the view is larger. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** What lights up with the selection. */
  readonly lit: LitChain | undefined;
}

let look: (() => ShownPart) | undefined;

/** The graph, while it is on screen, says here how to learn what it shows. Gives the way to take that back. */
export function offerShownPart(how: () => ShownPart): () => void {
  look = how;
  return () => {
    if (look === how) look = undefined;
  };
}

/** The part of the graph that is on screen; `undefined` while no graph is. */
export function shownPart(): ShownPart | undefined {
  return look?.();
}
