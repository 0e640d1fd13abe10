import * as v from 'valibot';

/** A finding that somebody put aside: its stable id, why, and when (ISO 8601). */
export interface SnapshotDismissal {
  readonly id: string;
  readonly reason: string;
  readonly at: string;
}

/** More than anyone writes by hand; a longer list is no work of Rolewire's. */
const LIMIT = 2000;

export const DISMISSALS_SCHEMA = v.pipe(
  v.array(
    v.object({
      id: v.pipe(v.string(), v.maxLength(600)),
      reason: v.pipe(v.string(), v.maxLength(500)),
      at: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
  v.maxLength(LIMIT),
) satisfies v.GenericSchema<unknown, readonly SnapshotDismissal[]>;
