import type { Brand } from '../base/brand.ts';
import type { Severity } from '../findings/finding.ts';
import type { Chain } from '../graph/chain.ts';
import type { EdgeId, NodeId } from '../graph/graph.ts';

/** A mark in the picture: one node, a stack of like nodes, or a line that stands for many unused ones. */
export type MarkId = Brand<'MarkId'>;

/**
 * Columns from left to right. `source` (launch templates and the like) appears only when there is one, `policy` only when
 * asked for and when a role in the picture has one that is known.
 */
export type ColumnKind = 'source' | 'instance' | 'profile' | 'role' | 'policy';

/** Text shortened to its box by a width table; `full` shows whole on hover, focus and in the panel. */
export interface FittedText {
  readonly text: string;
  readonly full: string;
}

/** The outline, which alone tells the kind on a black-and-white print. */
export type MarkShape = 'card' | 'capsule' | 'cut-card' | 'page' | 'fold-line';

/** What colours may say; the view has the colours. */
export type MarkTone = 'normal' | 'quiet' | 'broken' | 'unknown' | 'changing';

/** What became of a thing or a link between two reads that are compared. */
export type Change = NonNullable<Chain['change']>;

/** What became of what: nothing where there is no comparison. */
export interface Changes {
  readonly of: ReadonlyMap<NodeId, Change>;
  readonly ofLink: ReadonlyMap<EdgeId, Change>;
}

export interface Mark {
  readonly id: MarkId;
  readonly column: ColumnKind;
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  /** `gone` is dashed red, `denied` and `not-loaded` dashed grey. */
  readonly dashed: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nodes that this mark stands for, in order; one for a plain mark. */
  readonly nodes: readonly NodeId[];
  readonly title: FittedText;
  readonly subtitle: FittedText;
  /** The subtitle is an id, to be set in mono. */
  readonly subtitleIsId: boolean;
  /** ×214 on a stack; the number on a fold line. */
  readonly count?: number | undefined;
  /** A stack or a fold line: whether it stands open, and its key for opening. */
  readonly fold?: { readonly key: string; readonly open: boolean } | undefined;
  /** Instance state dot. */
  readonly state?: 'running' | 'stopped' | 'pending' | 'terminated' | 'unknown' | undefined;
  /** The worst finding on it. */
  readonly severity?: Severity | undefined;
  /** What became of all that it stands for. */
  readonly change?: Change | undefined;
  /** The whole of it in one sentence, for a screen reader. */
  readonly spoken: string;
}

export interface Wire {
  readonly id: string;
  readonly edges: readonly EdgeId[];
  readonly from: MarkId;
  readonly to: MarkId;
  readonly tone: 'confirmed' | 'broken' | 'changing' | 'unknown';
  /** SVG path data, in scene units. */
  readonly path: string;
  /** Where a cross or a tag sits. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly top: number;
  readonly bottom: number;
  /** It leads to a permissions boundary, which limits and doesn't give. */
  readonly bounds: boolean;
  /** "names differ", a why… shown on the wire. */
  readonly tag?: string | undefined;
  /** What became of all its links. */
  readonly change?: Change | undefined;
  /** Whether it wears the sign of its change: not where one of its ends does. */
  readonly signed?: boolean | undefined;
}

export interface SceneColumn {
  readonly kind: ColumnKind;
  readonly heading: string;
  /** Nodes in it, folded or not. */
  readonly count: number;
  readonly x: number;
  readonly width: number;
  /** Sorted by `y`: a view finds what is on screen by binary search. */
  readonly marks: readonly Mark[];
}

/** Where the chains of one account begin, when the picture has several. */
export interface Lane {
  readonly account: string;
  /** The account's alias or id, and how many instances of it are in the picture. */
  readonly heading: string;
  /** The upper edge of its heading. */
  readonly y: number;
}

/** A finished drawing: deterministic, in units of CSS pixels at zoom 1. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly SceneColumn[];
  readonly wires: readonly Wire[];
  /** From top to bottom; none where there is one account alone. */
  readonly lanes: readonly Lane[];
  readonly markOf: ReadonlyMap<NodeId, MarkId>;
  readonly marks: ReadonlyMap<MarkId, Mark>;
}
