import { compareText } from '../base/compare.ts';
import { newest } from './choose-record.ts';
import type { CoverageEntry } from './coverage.ts';
import type { IsoTime } from './ids.ts';
import { emptyInventory, type Inventory, type InventoryPart } from './inventory.ts';
import type {
  AccountRecord,
  InlinePolicy,
  ManagedPolicyRecord,
  RecordOrigin,
  RolePoliciesRecord,
} from './records.ts';
import { REDACTED_KINDS, type RedactedKind } from './redacted-kinds.ts';

/**
 * One inventory out of several, as files dropped together or calls answered side by side. Records of one thing read by the
 * same call become one, the newest; a role or profile read by two calls keeps both copies, for each brings what the other
 * leaves out. Sample data stays marked as sample; anything mixed with files counts as files.
 */
export function mergeInventories(parts: readonly Inventory[]): Inventory {
  return parts.reduce<Inventory>(
    (merged, part) => addPart(merged, part),
    emptyInventory(kindOf(parts.map((part) => part.kind))),
  );
}

/**
 * An inventory with one more part, such as a page of a call; neither argument changes. Costs what the part costs plus a plain
 * copy of the lists it touches, so a read of many pages stays cheap.
 */
export function addPart(inventory: Inventory, part: InventoryPart): Inventory {
  return {
    kind: inventory.kind,
    readAt: later(inventory.readAt, part.readAt),
    ...redactedPart(inventory.redacted, part.redacted),
    accounts: join(inventory.accounts, part.accounts, (each) => each.accountId, fillAccount),
    regions: join(inventory.regions, part.regions, (each) => key(each, each.RegionName), newer),
    instances: join(inventory.instances, part.instances, (each) => key(each, each.InstanceId), newer),
    associations: join(
      inventory.associations,
      part.associations,
      (each) => key(each, each.InstanceId, each.AssociationId),
      newer,
    ),
    instanceProfiles: join(
      inventory.instanceProfiles,
      part.instanceProfiles,
      (each) => key(each, each.origin.call, each.Arn ?? each.InstanceProfileName, each.InstanceProfileId),
      newer,
    ),
    roles: join(
      inventory.roles,
      part.roles,
      (each) => key(each, each.origin.call, each.Arn ?? each.RoleName, each.RoleId),
      newer,
    ),
    rolePolicies: join(
      inventory.rolePolicies,
      part.rolePolicies,
      (each) => key(each, each.RoleName),
      joinPolicies,
    ),
    managedPolicies: join(
      inventory.managedPolicies,
      part.managedPolicies,
      (each) => key(each, each.origin.label, each.PolicyArn, each.PolicyName, each.VersionId),
      fillManaged,
    ),
    users: join(inventory.users, part.users, (each) => key(each, each.Arn ?? each.UserName), newer),
    groups: join(inventory.groups, part.groups, (each) => key(each, each.Arn ?? each.GroupName), newer),
    launchTemplates: join(
      inventory.launchTemplates,
      part.launchTemplates,
      (each) => key(each, each.region, each.LaunchTemplateId),
      newer,
    ),
    launchTemplateVersions: join(
      inventory.launchTemplateVersions,
      part.launchTemplateVersions,
      (each) => key(each, each.region, each.LaunchTemplateId ?? each.LaunchTemplateName, each.VersionNumber),
      newer,
    ),
    launchConfigurations: join(
      inventory.launchConfigurations,
      part.launchConfigurations,
      (each) => key(each, each.region, each.LaunchConfigurationName),
      newer,
    ),
    autoScalingGroups: join(
      inventory.autoScalingGroups,
      part.autoScalingGroups,
      (each) => key(each, each.region, each.AutoScalingGroupName),
      newer,
    ),
    environments: join(
      inventory.environments,
      part.environments,
      (each) => key(each, each.region, each.ApplicationName, each.EnvironmentName, each.IamInstanceProfile),
      newer,
    ),
    serviceSettings: join(
      inventory.serviceSettings,
      part.serviceSettings,
      (each) => key(each, each.region, each.SettingId),
      newer,
    ),
    accountSummaries: join(inventory.accountSummaries, part.accountSummaries, (each) => key(each), newer),
    statements: join(
      inventory.statements,
      part.statements,
      (each) => JSON.stringify(each),
      (_, fresh) => fresh,
    ),
    coverage: join(inventory.coverage, part.coverage, coverageKey, (_, fresh) => fresh),
  };
}

/** Where each key stands in a list: kept beside the newest version of a list, so that adding a page need not read it all. */
const POSITIONS = new WeakMap<readonly unknown[], Map<string, number>>();

function join<Item>(
  list: readonly Item[],
  more: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
  choose: (known: Item, fresh: Item) => Item,
): readonly Item[] {
  if (more === undefined || more.length === 0) return list;
  const joined = [...list];
  const positions = POSITIONS.get(list) ?? new Map(list.map((item, at) => [keyOf(item), at]));
  POSITIONS.delete(list);
  for (const item of more) {
    const itemKey = keyOf(item);
    const at = positions.get(itemKey);
    const known = at === undefined ? undefined : joined[at];
    if (at === undefined || known === undefined) {
      positions.set(itemKey, joined.length);
      joined.push(item);
    } else {
      joined[at] = choose(known, item);
    }
  }
  POSITIONS.set(joined, positions);
  return joined;
}

/** A control character parts the fields, for AWS's names may hold any printable sign. */
function key(
  record: { readonly accountId?: string | undefined },
  ...fields: (string | number | undefined)[]
): string {
  return `${record.accountId ?? ''}\u0000${fields.join('\u0000')}`;
}

function coverageKey(entry: CoverageEntry): string {
  return key(entry, entry.call, entry.region, entry.resource, entry.detail);
}

function newer<Item extends { readonly origin: RecordOrigin }>(known: Item, fresh: Item): Item {
  return newest([known, fresh]);
}

function later(a: IsoTime | undefined, b: IsoTime | undefined): IsoTime | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareText(a, b) < 0 ? b : a;
}

/** Once a part is redacted, the whole is said to be. */
function redactedPart(
  known: readonly RedactedKind[] = [],
  fresh: readonly RedactedKind[] = [],
): Pick<Inventory, 'redacted'> {
  if (known.length === 0 && fresh.length === 0) return {};
  return { redacted: REDACTED_KINDS.filter((kind) => known.includes(kind) || fresh.includes(kind)) };
}

/** GetCallerIdentity and ListAccountAliases each know one half of an account. */
function fillAccount(known: AccountRecord, fresh: AccountRecord): AccountRecord {
  const best = newest([known, fresh]);
  const other = best === known ? fresh : known;
  return { ...best, alias: best.alias ?? other.alias, callerArn: best.callerArn ?? other.callerArn };
}

/** GetPolicy tells which version is in force, GetPolicyVersion what stands in it. */
function fillManaged(known: ManagedPolicyRecord, fresh: ManagedPolicyRecord): ManagedPolicyRecord {
  const best = newest([known, fresh]);
  const other = best === known ? fresh : known;
  return best.Document === undefined ? { ...best, Document: other.Document } : best;
}

/** Each call brings another part of a role's policies: the attached ones, the names of the inline ones, one document. */
function joinPolicies(known: RolePoliciesRecord, fresh: RolePoliciesRecord): RolePoliciesRecord {
  const best = newest([known, fresh]);
  const other = best === known ? fresh : known;
  return {
    ...best,
    AttachedPolicies: best.AttachedPolicies ?? other.AttachedPolicies,
    InlinePolicyNames: best.InlinePolicyNames ?? other.InlinePolicyNames,
    InlinePolicies: joinInline(best.InlinePolicies, other.InlinePolicies),
  };
}

function joinInline(
  best: readonly InlinePolicy[] | undefined,
  other: readonly InlinePolicy[] | undefined,
): readonly InlinePolicy[] | undefined {
  if (best === undefined || other === undefined) return best ?? other;
  const byName = new Map([...other, ...best].map((policy) => [policy.PolicyName, policy]));
  return [...byName.values()].sort((a, b) => compareText(a.PolicyName, b.PolicyName));
}

function kindOf(kinds: readonly Inventory['kind'][]): Inventory['kind'] {
  if (kinds.includes('sample')) return 'sample';
  return kinds.length > 0 && kinds.every((kind) => kind === 'live') ? 'live' : 'files';
}
