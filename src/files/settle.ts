import { parseArn } from '../base/arn.ts';
import { indexBy } from '../base/index-by.ts';
import type { AccountId, InstanceId, Region } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { AccountWide, Regional } from '../inventory/records.ts';

/** Where the commands that name neither account nor region were run. */
export interface Place {
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  readonly partition?: string | undefined;
}

/**
 * The account and region that plain commands of one input share: one shell with one profile ran them. Only what all their
 * records agree on; a caller identity decides when no record tells the account.
 */
export function placeOfPlainCommands(parts: readonly InventoryPart[]): Place {
  const owners = new Set<AccountId>();
  const regions = new Set<Region>();
  const callers = new Set<AccountId>();
  const partitions = new Set<string>();
  for (const part of parts) {
    for (const record of recordsOf(part)) {
      if (record.accountId !== undefined) owners.add(record.accountId);
      const region = 'region' in record ? record.region : undefined;
      if (region !== undefined) regions.add(region);
    }
    for (const account of part.accounts ?? []) callers.add(account.accountId);
    for (const arn of arnsOf(part)) {
      const partition = parseArn(arn)?.partition;
      if (partition !== undefined) partitions.add(partition);
    }
  }
  return {
    accountId: only(owners) ?? (owners.size === 0 ? only(callers) : undefined),
    region: only(regions),
    partition: only(partitions),
  };
}

/** Gives records that don't say it the account and region of their place, and associations the region of their instance. */
export function settle(
  part: InventoryPart,
  place: Place,
  regionOfInstance: ReadonlyMap<InstanceId, Region>,
): InventoryPart {
  const account = <Item extends AccountWide>(items: readonly Item[] | undefined) =>
    items?.map((item) => withAccount(item, place));
  const regional = <Item extends Regional>(items: readonly Item[] | undefined) =>
    items?.map((item) => withRegion(withAccount(item, place), place.region));
  return defined({
    ...part,
    regions: account(part.regions),
    instances: regional(part.instances),
    associations: part.associations?.map((item) =>
      withRegion(withAccount(item, place), regionOfInstance.get(item.InstanceId) ?? place.region),
    ),
    instanceProfiles: part.instanceProfiles?.map((profile) => ({
      ...withAccount(profile, place),
      Roles: account(profile.Roles),
    })),
    roles: account(part.roles),
    rolePolicies: account(part.rolePolicies),
    managedPolicies: account(part.managedPolicies),
    users: account(part.users),
    groups: account(part.groups),
    launchTemplates: regional(part.launchTemplates),
    launchTemplateVersions: regional(part.launchTemplateVersions),
    launchConfigurations: regional(part.launchConfigurations),
    autoScalingGroups: regional(part.autoScalingGroups),
    environments: regional(part.environments),
    serviceSettings: regional(part.serviceSettings),
    accountSummaries: account(part.accountSummaries),
  });
}

/** The region of every instance whose region is known. */
export function regionsOfInstances(parts: readonly InventoryPart[]): ReadonlyMap<InstanceId, Region> {
  const known = parts.flatMap((part) =>
    (part.instances ?? []).flatMap(({ InstanceId, region }) =>
      region === undefined ? [] : [{ InstanceId, region }],
    ),
  );
  const index = indexBy(known, (one) => one.InstanceId);
  return new Map([...index].map(([id, one]) => [id, one.region]));
}

/** All records of a part that lie in an account. */
export function recordsOf(part: InventoryPart): readonly (AccountWide | Regional)[] {
  return [
    part.regions,
    part.instances,
    part.associations,
    part.instanceProfiles,
    part.roles,
    part.rolePolicies,
    part.managedPolicies,
    part.users,
    part.groups,
    part.launchTemplates,
    part.launchTemplateVersions,
    part.launchConfigurations,
    part.autoScalingGroups,
    part.environments,
    part.serviceSettings,
    part.accountSummaries,
  ].flatMap((list): readonly (AccountWide | Regional)[] => list ?? []);
}

function arnsOf(part: InventoryPart): readonly string[] {
  return [
    ...(part.instanceProfiles ?? []).map((profile) => profile.Arn),
    ...(part.roles ?? []).map((role) => role.Arn),
    ...(part.instances ?? []).map((instance) => instance.IamInstanceProfile?.Arn),
    ...(part.accounts ?? []).map((account) => account.callerArn),
  ].filter((arn) => arn !== undefined);
}

function withAccount<Item extends AccountWide>(item: Item, place: Place): Item {
  return item.accountId === undefined && place.accountId !== undefined
    ? { ...item, accountId: place.accountId }
    : item;
}

function withRegion<Item extends Regional>(item: Item, region: Region | undefined): Item {
  return item.region === undefined && region !== undefined ? { ...item, region } : item;
}

function only<Item>(items: ReadonlySet<Item>): Item | undefined {
  return items.size === 1 ? [...items][0] : undefined;
}

function defined(part: InventoryPart): InventoryPart {
  return Object.fromEntries(Object.entries(part).filter(([, list]) => list !== undefined));
}
