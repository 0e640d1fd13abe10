import type { AccountId, Region } from '../inventory/ids.ts';
import type { EdgeId, NodeId } from './graph.ts';

/**
 * Whether a chain works, in one word. `works` needs every link confirmed and a trust that says yes; `unused` and
 * `unattached` need complete coverage, and are `unknown` without it.
 */
export type ChainStatus =
  | 'works'
  | 'broken'
  | 'changing'
  | 'unknown'
  | 'no-profile'
  | 'unused'
  | 'unattached';

/**
 * One row of the table and one path of the picture: instance → profile → role. Rows without an instance stand for a
 * profile that no instance uses, or a role that is in no profile.
 */
export interface Chain {
  /** The id of its first node: stable. */
  readonly id: NodeId;
  readonly instance?: NodeId | undefined;
  readonly profile?: NodeId | undefined;
  readonly role?: NodeId | undefined;
  readonly edges: readonly EdgeId[];
  readonly status: ChainStatus;
  /** A sentence's end for a status other than `works`. */
  readonly why?: string | undefined;
  readonly namesDiffer: boolean;
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  /** Where two reads are compared: what became of it, or `unknown` when one of the two did not read it. */
  readonly change?: 'added' | 'removed' | 'changed' | 'unknown' | undefined;
}
