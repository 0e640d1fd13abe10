import type { Chain } from '../graph/chain.ts';
import type { EdgeId, Graph, NodeId, NodeKind } from '../graph/graph.ts';
import type { CallName } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Difference } from './difference.ts';

/** What became of a thing or a link between the earlier read and the later one; `unknown` when one of the two did not read it. */
export type ChangeMark = NonNullable<Chain['change']>;

/** The links of a chain on one side. Absent where that side has none, or does not know it. */
export interface ChainEnds {
  readonly instance?: NodeId | undefined;
  readonly profile?: NodeId | undefined;
  readonly role?: NodeId | undefined;
}

interface ChangeBase {
  /** The node that the change is about; a change has its id. */
  readonly id: NodeId;
  readonly subject: NodeKind;
  /** Bare name, for people. */
  readonly label: string;
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  /** All of it in one sentence, names between backticks. */
  readonly sentence: string;
  /** What {@link ChangeBase.sentence} says without the name in front: like changes are told together by it. */
  readonly words: string;
}

/** One change of a chain, or of a profile, role or launch source that no listed chain tells of. */
export type ChainChange =
  | (ChangeBase & { readonly kind: 'added'; readonly after: ChainEnds })
  | (ChangeBase & { readonly kind: 'removed'; readonly before: ChainEnds })
  | (ChangeBase & {
      readonly kind: 'changed';
      readonly before: ChainEnds;
      readonly after: ChainEnds;
      /** The node that the subject stands in place of: a profile made again, another version of a launch template. */
      readonly replaces?: NodeId | undefined;
      /** At least one. */
      readonly differences: readonly Difference[];
    });

/** A read that one side lacks, and so cannot be compared. */
export interface Gap {
  /** The side that lacks it. */
  readonly side: 'earlier' | 'later';
  readonly call: CallName;
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  /** The account as a whole is not in what that side read. */
  readonly accountMissing: boolean;
  /** How far that read got, where it was tried. */
  readonly entry?: CoverageEntry | undefined;
}

/** What cannot be told for want of one read: nobody knows whether these things were added or removed. */
export interface CannotTell {
  readonly gap: Gap;
  /** What the other side has of it, in order of id; none when it is only open whether something is there at all. */
  readonly nodes: readonly NodeId[];
}

/** What changed between two reads. Both sides are spoken of by the ids of {@link Comparison.graph}. */
export interface Comparison {
  /** Added, then removed, then changed; within each by kind and name. */
  readonly changes: readonly ChainChange[];
  readonly cannotTell: readonly CannotTell[];
  readonly counts: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    /** Things, not reads. */
    readonly cannotTell: number;
  };
  /** The two sides have no account in common, so nothing of one can be compared with the other. */
  readonly disjoint: boolean;
  /** The later graph, and what only the earlier one has: see {@link Graph.former}. */
  readonly graph: Graph;
  /** The later chains and those that were removed or that only the earlier side could read; each says what became of it. */
  readonly chains: readonly Chain[];
  readonly changeOf: ReadonlyMap<NodeId, ChangeMark>;
  readonly linkChangeOf: ReadonlyMap<EdgeId, ChangeMark>;
}
