import type { Rule } from './finding.ts';
import { associationChanging } from './rules/association-changing.ts';
import { authorizationRefused } from './rules/authorization-refused.ts';
import { boundaryPresent } from './rules/boundary-present.ts';
import { callFailed } from './rules/call-failed.ts';
import { defaultHostManagement } from './rules/default-host-management.ts';
import { emptyProfile } from './rules/empty-profile.ts';
import { exposedPower } from './rules/exposed-power.ts';
import { hopLimit } from './rules/hop-limit.ts';
import { imdsv1Allowed } from './rules/imdsv1-allowed.ts';
import { instanceWithoutProfile } from './rules/instance-without-profile.ts';
import { metadataOff } from './rules/metadata-off.ts';
import { namesDiffer } from './rules/names-differ.ts';
import { namesInOtherCase } from './rules/names-in-other-case.ts';
import { openTrust } from './rules/open-trust.ts';
import { passRole } from './rules/pass-role.ts';
import { policiesUnread } from './rules/policies-unread.ts';
import { profileGone } from './rules/profile-gone.ts';
import { profileMadeAgain } from './rules/profile-made-again.ts';
import { profileReference } from './rules/profile-reference.ts';
import { profileUnreadable } from './rules/profile-unreadable.ts';
import { profileUnused } from './rules/profile-unused.ts';
import { publicAdministrator } from './rules/public-administrator.ts';
import { quotaNear } from './rules/quota-near.ts';
import { readIncomplete } from './rules/read-incomplete.ts';
import { redactedInput } from './rules/redacted-input.ts';
import { regionNotEnabled } from './rules/region-not-enabled.ts';
import { roleInManyProfiles } from './rules/role-in-many-profiles.ts';
import { roleLongUnused } from './rules/role-long-unused.ts';
import { roleMadeAgain } from './rules/role-made-again.ts';
import { rolePath } from './rules/role-path.ts';
import { roleUnattached } from './rules/role-unattached.ts';
import { roleWithoutPermissions } from './rules/role-without-permissions.ts';
import { rolesNotSupplied } from './rules/roles-not-supplied.ts';
import { serviceLinkedInProfile } from './rules/service-linked-in-profile.ts';
import { stalePrincipals } from './rules/stale-principals.ts';
import { statementDisagrees } from './rules/statement-disagrees.ts';
import { stoppedInstance } from './rules/stopped-instance.ts';
import { trustRefusesEc2 } from './rules/trust-refuses-ec2.ts';
import { trustSpelling } from './rules/trust-spelling.ts';
import { trustUnconfirmed } from './rules/trust-unconfirmed.ts';
import { twoRoles } from './rules/two-roles.ts';
import { wildcardPassRole } from './rules/wildcard-pass-role.ts';

/** Every rule, along the chain: the instance's link, the profile, the role, then what surrounds them. */
export const RULES: readonly Rule[] = [
  profileMadeAgain,
  profileGone,
  profileUnreadable,
  associationChanging,
  stoppedInstance,
  instanceWithoutProfile,
  metadataOff,
  imdsv1Allowed,
  hopLimit,
  defaultHostManagement,
  publicAdministrator,
  exposedPower,
  emptyProfile,
  rolesNotSupplied,
  twoRoles,
  profileUnused,
  namesDiffer,
  namesInOtherCase,
  profileReference,
  trustRefusesEc2,
  trustUnconfirmed,
  trustSpelling,
  openTrust,
  stalePrincipals,
  serviceLinkedInProfile,
  roleMadeAgain,
  roleInManyProfiles,
  rolePath,
  roleUnattached,
  roleWithoutPermissions,
  wildcardPassRole,
  roleLongUnused,
  policiesUnread,
  boundaryPresent,
  passRole,
  authorizationRefused,
  callFailed,
  statementDisagrees,
  quotaNear,
  regionNotEnabled,
  readIncomplete,
  redactedInput,
];
