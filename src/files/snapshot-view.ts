import * as v from 'valibot';

/** What was on screen when a snapshot was saved: the look, by stable ids. */
export interface SnapshotView {
  readonly view: 'graph' | 'table' | 'findings';
  /** The node whose details stood open. */
  readonly selected?: string | undefined;
  readonly filter: {
    readonly search: string;
    readonly accounts: readonly string[];
    readonly regions: readonly string[];
    readonly states: readonly string[];
    readonly onlyBroken: boolean;
    readonly onlyNamesDiffer: boolean;
    readonly onlyUnused: boolean;
    readonly withTerminated: boolean;
  };
  /** Keys of the folds that stood open. */
  readonly openFolds: readonly string[];
  /** Whether the policies of the roles were drawn. */
  readonly policies?: boolean | undefined;
  /** What each account was called, by its id: whoever saved it may have had a name of their own for it. */
  readonly accountNames?: Readonly<Record<string, string>> | undefined;
}

const text = v.string();
const words = v.array(text);
const flag = v.boolean();

export const VIEW_SCHEMA = v.object({
  view: v.picklist(['graph', 'table', 'findings']),
  selected: v.optional(text),
  filter: v.object({
    search: text,
    accounts: words,
    regions: words,
    states: words,
    onlyBroken: flag,
    onlyNamesDiffer: flag,
    onlyUnused: flag,
    withTerminated: flag,
  }),
  openFolds: words,
  policies: v.optional(flag),
  accountNames: v.optional(v.record(text, text)),
}) satisfies v.GenericSchema<unknown, SnapshotView>;
