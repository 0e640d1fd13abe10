import { KNOWN_REGIONS } from '../base/partitions.ts';
import { type Region, toRegion } from '../inventory/ids.ts';

const WORD = /[a-z]{2,4}(?:-[a-z]+)+-\d(?!\d)/g;

/** The region that a file's name tells, as `instances-eu-west-1.json` does; `undefined` when it tells none or several. */
export function regionInName(name: string): Region | undefined {
  const words = name.toLowerCase().match(WORD) ?? [];
  // `dump-eu-west-1` is one word for the pattern: the region is its end.
  const regions = new Set(
    words.flatMap((word) => {
      const known = KNOWN_REGIONS.filter((region) => word === region || word.endsWith(`-${region}`));
      return known.toSorted((a, b) => b.length - a.length).slice(0, 1);
    }),
  );
  const [only] = regions;
  return only !== undefined && regions.size === 1 ? toRegion(only) : undefined;
}
