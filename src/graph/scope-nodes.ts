import { newestOfEach } from '../inventory/choose-record.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Accounts } from './accounts.ts';
import { addNode, type Draft, toNodeId } from './draft.ts';
import type { NodeId } from './graph.ts';

/** The id of the node that stands for an account. */
function accountNodeId(account: AccountId | undefined): NodeId {
  return toNodeId(`account:${account ?? ''}`);
}

/** The id of the node that stands for a region of an account. */
function regionNodeId(account: AccountId | undefined, region: Region): NodeId {
  return toNodeId(`region:${account ?? ''}:${region}`);
}

/**
 * Adds what findings may be about though it is no link of a chain: each account, and regions that did not answer in full or
 * are not enabled. Where no file tells the account, one node without an id stands for it.
 */
export function addScopes(draft: Draft, inventory: Inventory, accounts: Accounts): void {
  const known = newestOfEach(inventory.accounts, (each) => accounts.of(each));
  const unnamed = accounts.all.length === 0 || inventory.accountSummaries.some((each) => !accounts.of(each));
  for (const accountId of unnamed ? [undefined, ...accounts.all] : accounts.all) {
    addNode(draft, {
      kind: 'account',
      id: accountNodeId(accountId),
      label: known.get(accountId)?.alias ?? accountId ?? 'this account',
      accountId,
      partition: accounts.partitionOf(accountId),
    });
  }

  const addRegion = (account: AccountId | undefined, region: Region) =>
    addNode(draft, {
      kind: 'region',
      id: regionNodeId(account, region),
      label: region,
      accountId: account,
      partition: accounts.partitionOf(account),
      region,
    });
  for (const entry of inventory.coverage) {
    if (entry.region !== undefined && entry.status !== 'complete' && entry.status !== 'not-asked') {
      addRegion(accounts.of(entry), entry.region);
    }
  }
  for (const record of inventory.regions) {
    if (record.OptInStatus === 'not-opted-in') addRegion(accounts.of(record), record.RegionName);
  }
}
