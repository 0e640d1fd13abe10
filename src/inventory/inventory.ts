import type { CoverageEntry } from './coverage.ts';
import type { IsoTime } from './ids.ts';
import type {
  AccountRecord,
  AccountSummaryRecord,
  AssociationRecord,
  AutoScalingGroupRecord,
  EnvironmentRecord,
  GroupRecord,
  InstanceProfileRecord,
  InstanceRecord,
  LaunchConfigurationRecord,
  LaunchTemplateRecord,
  LaunchTemplateVersionRecord,
  ManagedPolicyRecord,
  RegionRecord,
  RolePoliciesRecord,
  RoleRecord,
  ServiceSettingRecord,
  UserRecord,
} from './records.ts';
import type { RedactedKind } from './redacted-kinds.ts';
import type { Statement } from './statements.ts';

/** All that was read, from wherever: the one model that everything after it looks at. */
export interface Inventory {
  /** `sample` is marked as such on every screen and in every export. */
  readonly kind: 'live' | 'files' | 'sample';
  /** When the newest part was read: what "in the past" and "too old" are measured against. */
  readonly readAt?: IsoTime | undefined;
  /** What in it are pseudonyms, when whoever saved it had hidden it; absent when all is as AWS said it. */
  readonly redacted?: readonly RedactedKind[] | undefined;
  readonly accounts: readonly AccountRecord[];
  readonly regions: readonly RegionRecord[];
  readonly instances: readonly InstanceRecord[];
  readonly associations: readonly AssociationRecord[];
  readonly instanceProfiles: readonly InstanceProfileRecord[];
  readonly roles: readonly RoleRecord[];
  readonly rolePolicies: readonly RolePoliciesRecord[];
  readonly managedPolicies: readonly ManagedPolicyRecord[];
  readonly users: readonly UserRecord[];
  readonly groups: readonly GroupRecord[];
  readonly launchTemplates: readonly LaunchTemplateRecord[];
  readonly launchTemplateVersions: readonly LaunchTemplateVersionRecord[];
  readonly launchConfigurations: readonly LaunchConfigurationRecord[];
  readonly autoScalingGroups: readonly AutoScalingGroupRecord[];
  readonly environments: readonly EnvironmentRecord[];
  readonly serviceSettings: readonly ServiceSettingRecord[];
  readonly accountSummaries: readonly AccountSummaryRecord[];
  readonly statements: readonly Statement[];
  readonly coverage: readonly CoverageEntry[];
}

/** An inventory of nothing, to add to. */
export function emptyInventory(kind: Inventory['kind']): Inventory {
  return {
    kind,
    accounts: [],
    regions: [],
    instances: [],
    associations: [],
    instanceProfiles: [],
    roles: [],
    rolePolicies: [],
    managedPolicies: [],
    users: [],
    groups: [],
    launchTemplates: [],
    launchTemplateVersions: [],
    launchConfigurations: [],
    autoScalingGroups: [],
    environments: [],
    serviceSettings: [],
    accountSummaries: [],
    statements: [],
    coverage: [],
  };
}

/** A part of an inventory, as one page of one call brings it. */
export type InventoryPart = Partial<Omit<Inventory, 'kind'>>;
