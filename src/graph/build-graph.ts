import type { CoverageEntry } from '../inventory/coverage.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type Accounts, accountsOf } from './accounts.ts';
import { type CoverageIndex, coverageIndex } from './coverage-index.ts';
import { type Draft, finish } from './draft.ts';
import type { Graph } from './graph.ts';
import { instanceNodes } from './instance-nodes.ts';
import { linkFailedLaunches } from './link-failed-launches.ts';
import { linkInstances } from './link-instances.ts';
import { linkPassRole } from './link-pass-role.ts';
import { linkPolicies } from './link-policies.ts';
import { linkRoles } from './link-roles.ts';
import { linkSources } from './link-sources.ts';
import { profileNodes } from './profile-nodes.ts';
import { roleNodes } from './role-nodes.ts';
import { addScopes } from './scope-nodes.ts';
import { sourceNodes } from './source-nodes.ts';

/**
 * Links everything that was read: instance → profile → role, what launches instances, who passes roles, and the policies of
 * roles. What is referred
 * to but not found becomes a ghost that says why. The same records give the same graph in whatever order they came.
 */
export function buildGraph(inventory: Inventory): Graph {
  const accounts = accountsOf(inventory);
  const coverage = coverageOf(inventory, accounts);
  const draft: Draft = { nodes: [], edges: new Map() };
  const profiles = profileNodes(inventory, accounts);
  const roles = roleNodes(inventory, profiles.nodes, accounts);
  linkRoles(draft, profiles.nodes, roles);
  linkInstances(draft, instanceNodes(inventory, accounts), profiles, accounts, coverage);
  linkSources(draft, sourceNodes(inventory, accounts), profiles, accounts, coverage);
  linkPolicies(draft, inventory, roles, accounts);
  linkPassRole(draft, inventory, roles, profiles.nodes, accounts);
  linkFailedLaunches(draft, inventory, profiles, roles, accounts, coverage);
  addScopes(draft, inventory, accounts);
  return finish(draft, inventory, coverage);
}

/**
 * A file may not tell whose list it is. If the records of that call name accounts, it speaks for those; a list that names
 * none (an empty one) may be of any account, which proves something only when there is just one.
 */
function coverageOf(inventory: Inventory, accounts: Accounts): CoverageIndex {
  const owners = new Map<string, Set<string>>();
  const own = (call: string, account: string | undefined) => {
    if (account === undefined) return;
    const set = owners.get(call);
    if (set) set.add(account);
    else owners.set(call, new Set([account]));
  };
  const nameless = inventory.coverage.some((entry) => entry.accountId === undefined);
  if (nameless && accounts.all.length > 1) {
    for (const each of inventory.instanceProfiles) own(each.origin.call, accounts.of(each, each.Arn));
    for (const each of inventory.roles) own(each.origin.call, accounts.of(each, each.Arn));
    for (const each of inventory.instances) own(each.origin.call, accounts.of(each));
    for (const each of inventory.associations)
      own(each.origin.call, accounts.of(each, each.IamInstanceProfile?.Arn));
  }
  const nobody: ReadonlySet<string> = new Set();
  return coverageIndex(
    inventory.coverage.map((entry) => withKnownAccount(entry, accounts)),
    {
      accountsOf: (entry) => (accounts.all.length > 1 ? (owners.get(entry.call) ?? nobody) : undefined),
      regionsOf: (account) =>
        inventory.regions
          .filter((region) => region.OptInStatus !== 'not-opted-in')
          .filter((region) => account === undefined || (accounts.of(region) ?? account) === account)
          .map((region) => region.RegionName),
    },
  );
}

/** Two spellings of one masked account must meet here too. */
function withKnownAccount(entry: CoverageEntry, accounts: Accounts): CoverageEntry {
  if (entry.accountId === undefined) return entry;
  const accountId = accounts.of(entry);
  return accountId === entry.accountId ? entry : { ...entry, accountId };
}
