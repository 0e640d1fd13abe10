import type { CallName } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';

/** What a question is about: leave out what does not matter. */
export interface CoverageScope {
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  readonly resource?: string | undefined;
}

/** Whether a list was read to its end, or what stands in the way. */
export type CoverageAnswer =
  | { readonly complete: true }
  | { readonly complete: false; readonly call: CallName; readonly worst?: CoverageEntry | undefined };

/** Answers "may I conclude something from a record's absence?" */
export interface CoverageIndex {
  /** All entries, as they came. */
  readonly entries: readonly CoverageEntry[];
  /** Complete only if every part in scope is; a call that was never asked is not complete. */
  readonly of: (call: CallName, scope?: CoverageScope) => CoverageAnswer;
}
