import { compareNatural, compareText } from '../../base/compare.ts';
import type { ChainRow } from '../../export/chain-rows.ts';

/** Rows as a new table shows them: instances by name, then profiles without instances, then roles without profiles. */
export function inTableOrder(rows: readonly ChainRow[]): readonly ChainRow[] {
  return [...rows].sort(
    (a, b) => kindRank(a) - kindRank(b) || compareNatural(nameOf(a), nameOf(b)) || compareText(a.id, b.id),
  );
}

function kindRank(row: ChainRow): number {
  if (row.instanceId !== '') return 0;
  return row.profile ? 1 : 2;
}

function nameOf(row: ChainRow): string {
  return row.instanceName || row.instanceId || row.profileName || row.roleName;
}
