/**
 * Bounds that keep a hostile file from taking the memory or the time of whoever opens it. Each is a count of bytes, characters
 * or values, far above what an account prints, so the same file meets the same answer on every machine.
 */
export interface Limits {
  /** Bytes of one file as it lies on the disk. */
  readonly fileBytes: number;
  /** Bytes of all archives of one load together, once unpacked. */
  readonly unpackedBytes: number;
  /** Files in all archives of one load together. */
  readonly entries: number;
  /** Unpacked bytes for each packed one; repetitive JSON comes to some 60, a bomb to 1,000. */
  readonly ratio: number;
}

export const LIMITS: Limits = {
  fileBytes: 200_000_000,
  unpackedBytes: 400_000_000,
  entries: 2_000,
  ratio: 300,
};

/** Values, keys not counted, in one JSON or YAML text; 10,000 instances have some 2.5 million. */
export const MOST_VALUES = 6_000_000;

/** Commands in one file; a script that asks after 5,000 roles by name has some 20,000. */
export const MOST_COMMANDS = 50_000;

/** Remarks on one file: beyond, they say nothing new. */
export const MOST_NOTES = 200;

/** What one load may still unpack. Shared by its files, and counted down. */
export interface Allowance {
  bytes: number;
  entries: number;
  readonly ratio: number;
}

export function allowanceOf(limits: Limits = LIMITS): Allowance {
  return { bytes: limits.unpackedBytes, entries: limits.entries, ratio: limits.ratio };
}
