import { GetAccountAuthorizationDetailsCommand, type IAMClient } from '@aws-sdk/client-iam';
import { afterMarker, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import {
  toDetailedRole,
  toGroup,
  toInstanceProfile,
  toManagedPolicy,
  toRolePolicies,
  toUser,
} from './iam-records.ts';

/**
 * All roles, users and groups with their policies and boundaries, last use of roles, and the account's own managed policies.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function getAccountAuthorizationDetails(client: IAMClient, scope: RecordScope): FetchPage {
  return async (Marker, abortSignal) => {
    const command = new GetAccountAuthorizationDetailsCommand({
      Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'],
      MaxItems: 1000,
      Marker,
    });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const details = answer.RoleDetailList ?? [];
    // The copy of a profile inside its role may come without its roles, which is not to say that it has none.
    const profiles = details
      .flatMap((role) => role.InstanceProfileList ?? [])
      .filter((profile) => (profile.Roles ?? []).length > 0);
    const roles = details.map((role) => toDetailedRole(role, source)).filter(isPresent);
    return {
      part: {
        roles,
        rolePolicies: details.map((role) => toRolePolicies(role, source)).filter(isPresent),
        users: (answer.UserDetailList ?? []).map((user) => toUser(user, source)).filter(isPresent),
        groups: (answer.GroupDetailList ?? []).map((group) => toGroup(group, source)).filter(isPresent),
        managedPolicies: (answer.Policies ?? [])
          .map((policy) => toManagedPolicy(policy, source))
          .filter(isPresent),
        instanceProfiles: profiles.map((profile) => toInstanceProfile(profile, source)).filter(isPresent),
      },
      records: roles.length,
      next: afterMarker(answer.IsTruncated, answer.Marker),
    };
  };
}
