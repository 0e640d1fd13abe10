import { groupedAccount } from '../base/account-id.ts';
import type { Chain } from '../graph/chain.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { givenAccountNames } from './given-names.ts';
import type { HeldSession } from './session-state.ts';
import type { Redaction } from './workspace.ts';

/**
 * What to call each account of the picture: as the snapshot or preset that it came from does, else by its alias, else by
 * its id in groups of four. An alias or label that two accounts share gets the end of the id behind it.
 */
export function accountNames(
  inventory: Inventory,
  chains: readonly Chain[],
  sessions: readonly HeldSession[],
  { account: shown, name: called }: Pick<Redaction, 'account' | 'name'>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { accountId } of chains) if (accountId !== undefined) names.set(accountId, '');
  for (const { accountId, alias } of inventory.accounts) names.set(accountId, alias ?? '');
  for (const { session, request } of sessions) {
    if (request) names.set(shown(session.accountId), called(request.label));
  }
  const given = givenAccountNames(inventory);
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    Array.from(names, ([id, name]) => {
      const other = given?.get(id);
      if (other !== undefined) return [id, other];
      if (name === '') return [id, groupedAccount(id)];
      return [id, (counts.get(name) ?? 0) > 1 ? `${name} …${id.slice(-4)}` : name];
    }),
  );
}
