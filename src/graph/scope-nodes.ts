import { newestOfEach } from '../inventory/choose-record.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Accounts } from './accounts.ts';
import { addNode, type Draft, toNodeId } from './draft.ts';
import type { NodeId } from './graph.ts';

/** The id of the node that stands for an account. */
export function accountNodeId(account: AccountId | undefined): NodeId {
  return toNodeId(`account:${account ?? ''}`);
}

/** The id of the node that stands for a region of an account. */
export function regionNodeId(account: AccountId | undefined, region: Region): NodeId {
  return toNodeId(`region:${account ?? ''}:${region}`);
}

/** Adds what findings may be about though it is no link of a chain: accounts with quotas, regions not enabled, policies. */
export function addScopes(draft: Draft, inventory: Inventory, accounts: Accounts): void {
  const known = newestOfEach(inventory.accounts, (each) => accounts.of(each));
  for (const summary of inventory.accountSummaries) {
    const accountId = accounts.of(summary);
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
    if (entry.region !== undefined && entry.reason?.kind === 'region-not-enabled') {
      addRegion(accounts.of(entry), entry.region);
    }
  }
  for (const record of inventory.regions) {
    if (record.OptInStatus === 'not-opted-in') addRegion(accounts.of(record), record.RegionName);
  }

  for (const policy of inventory.managedPolicies) {
    if (policy.origin.call !== 'iam:GetPolicyVersion') continue;
    const name = policy.PolicyName ?? policy.PolicyArn?.split('/').pop();
    addNode(draft, {
      kind: 'policy',
      id: toNodeId(`policy:${policy.PolicyArn ?? name ?? policy.origin.label}:${policy.VersionId ?? ''}`),
      label: name ?? 'managed policy',
      accountId: accounts.of(policy),
      arn: policy.PolicyArn,
    });
  }
}
