import type { NodeId } from '../graph/graph.ts';
import type { ChainFilter } from '../scene/chain-filter.ts';

/** What a pasted link brings back: the look of the screen, by stable ids; never a credential. */
export interface ViewState {
  readonly view: 'graph' | 'table' | 'findings';
  readonly selected?: NodeId | undefined;
  readonly filter: ChainFilter;
  /** Keys of the folds that stand open. */
  readonly openFolds: readonly string[];
  /** Whether the graph has a column for the policies of its roles. */
  readonly policies?: boolean | undefined;
}
