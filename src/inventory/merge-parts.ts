import type { IsoTime } from './ids.ts';
import { emptyInventory, type Inventory, type InventoryPart } from './inventory.ts';

/** One inventory of many parts, in their order. Nothing is dropped: what two reads say of one thing, both keep saying. */
export function mergeParts(kind: Inventory['kind'], parts: readonly InventoryPart[]): Inventory {
  const all = <Key extends ListKey>(key: Key): Item<Key>[] => {
    const items: Item<Key>[] = [];
    for (const part of parts) for (const item of listOf(part, key)) items.push(item);
    return items;
  };
  return {
    ...emptyInventory(kind),
    readAt: newest(parts),
    accounts: all('accounts'),
    regions: all('regions'),
    instances: all('instances'),
    associations: all('associations'),
    instanceProfiles: all('instanceProfiles'),
    roles: all('roles'),
    rolePolicies: all('rolePolicies'),
    managedPolicies: all('managedPolicies'),
    launchTemplates: all('launchTemplates'),
    launchTemplateVersions: all('launchTemplateVersions'),
    launchConfigurations: all('launchConfigurations'),
    autoScalingGroups: all('autoScalingGroups'),
    environments: all('environments'),
    serviceSettings: all('serviceSettings'),
    accountSummaries: all('accountSummaries'),
    statements: all('statements'),
    coverage: all('coverage'),
  };
}

type ListKey = Exclude<keyof InventoryPart, 'readAt'>;
type Item<Key extends ListKey> = Inventory[Key][number];

function listOf<Key extends ListKey>(part: InventoryPart, key: Key): readonly Item<Key>[] {
  return part[key] ?? [];
}

function newest(parts: readonly InventoryPart[]): IsoTime | undefined {
  let latest: IsoTime | undefined;
  for (const { readAt } of parts) {
    if (readAt !== undefined && (latest === undefined || Date.parse(readAt) > Date.parse(latest)))
      latest = readAt;
  }
  return latest;
}
