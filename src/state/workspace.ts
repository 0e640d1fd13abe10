import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { ChainAnswer, Finding, FindingId } from '../findings/finding.ts';
import type { Chain } from '../graph/chain.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import type { IsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RedactedKind } from '../inventory/redacted-kinds.ts';
import type { ChainFilter } from '../scene/chain-filter.ts';
import type { Facets } from '../scene/filter-chains.ts';
import type { SceneRoom } from '../scene/geometry.ts';
import type { Changes, Scene } from '../scene/scene.ts';
import type { Dismissal } from './dismissals.ts';
import type { ViewState } from './view-state.ts';

/** All that the screens look at, each step made once from the one before it, plus what a person can change about it. */
export interface Workspace {
  readonly inventory: Inventory;
  readonly graph: Graph;
  /** Every chain, in the table's order. */
  readonly chains: readonly Chain[];
  /** The chains that the filter lets through. */
  readonly shownChains: readonly Chain[];
  /** How many chains each choice of a filter would show. */
  readonly facets: Facets;
  /** Every finding, dismissed ones included. */
  readonly findings: readonly Finding[];
  readonly findingsOf: ReadonlyMap<NodeId, readonly Finding[]>;
  /** For each instance, in one sentence: what it runs as, or why it has no credentials. */
  readonly answers: ReadonlyMap<NodeId, ChainAnswer>;
  /** The picture of the shown chains. */
  readonly scene: Scene;
  /** Draws some of the chains as the picture draws them all, for an export. */
  readonly draw: Draw;
  /** What to call each account, by its id. */
  readonly accountNames: ReadonlyMap<string, string>;
  readonly view: ViewState;
  readonly commands: ViewCommands;
  readonly dismissals: Dismissals;
  readonly reading: Reading;
  readonly redaction: Redaction;
  /** What changed between two reads, while they are compared: all else shows the later one, and what was removed since. */
  readonly comparison?: ShownComparison | undefined;
}

/** Two reads side by side. */
export interface ShownComparison {
  readonly result: Comparison;
  /** As the picture takes them. */
  readonly changes: Changes;
  readonly earlier: ComparedSide;
  readonly later: ComparedSide;
}

export interface ComparedSide {
  /** Where it came from, in a few words. */
  readonly label: string;
  readonly readAt?: IsoTime | undefined;
  readonly graph: Graph;
}

export type Draw = (
  chains: readonly Chain[],
  options: { readonly openFolds: readonly string[]; readonly room: SceneRoom },
) => Scene;

/**
 * Pseudonyms in place of what must not be seen. While it is on, all else in the {@link Workspace} holds nothing but pseudonyms;
 * texts from elsewhere go through `text` or `name` before they are shown, copied or saved.
 */
export interface Redaction {
  /** Whether pseudonyms are on screen, made here or by whoever saved the snapshot: pictures and exports say "redacted". */
  readonly on: boolean;
  /** What is hidden while it is on. */
  readonly kinds: ReadonlySet<RedactedKind>;
  /** Whether this page hides what it read; a snapshot that came redacted stays so and leaves this as it was. */
  readonly isOwn: boolean;
  readonly toggle: () => void;
  readonly setKind: (kind: RedactedKind, hidden: boolean) => void;
  /** A sentence, ARN, id, command or answer from outside of the workspace, as it may be shown. The same text while off. */
  readonly text: (text: string) => string;
  readonly account: (accountId: string) => string;
  /** A name that somebody chose (a file, an alias, a session): every word of it is replaced. The same text while off. */
  readonly name: (name: string) => string;
  /** The other way round: what AWS has to hear when it is asked about an ARN, a name or an id on screen. */
  readonly reveal: (text: string) => string;
  /** Another inventory under the same pseudonyms: what is one thing in both gets one pseudonym. */
  readonly inventory: (other: Inventory) => Inventory;
}

/** Changes what is looked at, and the address with it. The functions stay the same for the life of the app. */
export interface ViewCommands {
  readonly show: (view: ViewState['view']) => void;
  /** `undefined` takes the selection away. */
  readonly select: (node: NodeId | undefined) => void;
  /** Changes the named parts of the filter and leaves the others. */
  readonly filter: (change: Partial<ChainFilter>) => void;
  readonly clearFilter: () => void;
  readonly toggleFold: (key: string) => void;
  readonly closeFolds: () => void;
  /** Whether the graph draws the policies of its roles. */
  readonly showPolicies: (shown: boolean) => void;
}

/** Findings that a person has put aside on this device, with the reason that they gave. */
export interface Dismissals {
  readonly all: ReadonlyMap<FindingId, Dismissal>;
  readonly dismiss: (id: FindingId, reason: string) => void;
  readonly restore: (id: FindingId) => void;
}

/** How far reading got, and what can still be asked for. What a source can't do is absent. */
export interface Reading {
  readonly state: 'reading' | 'done';
  /** Set once the credentials are gone and the picture stays: the time that it shows. */
  readonly asOf?: IsoTime | undefined;
  /** Requests sent so far, pages included. */
  readonly requests: number;
  /** Calls that ended in any way, of those known to be needed so far. */
  readonly done: number;
  readonly expected: number;
  readonly cancel?: (() => void) | undefined;
  readonly refresh?: (() => void) | undefined;
  /** Reads boundary, tags and last use of one role, or asks after a ghost. Does nothing if it is known already. */
  readonly deepen?: ((node: NodeId) => void) | undefined;
  /** Reads the policies of one role: lists, documents, boundary. What is known already is not read again. */
  readonly readPolicies?: ((role: NodeId) => void) | undefined;
  /** AWS's own verdict on what a role may do; `undefined` when its account's credentials are gone. Never throws. */
  readonly simulate?:
    | ((
        role: NodeId,
        question: Omit<SimulationRequest, 'roleArn'>,
        signal: AbortSignal,
      ) => Promise<SimulationOutcome | undefined>)
    | undefined;
  readonly allPolicies?: { readonly on: boolean; readonly set: (on: boolean) => void } | undefined;
}
