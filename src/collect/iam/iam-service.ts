import { IAMClient } from '@aws-sdk/client-iam';
import { hostOf } from '../../session/sdk-host.ts';
import {
  type AwsService,
  SEND_COUNTER_PLACE,
  type SendMeter,
  type ServiceSettings,
  sendCounter,
  wrongService,
} from '../aws-service.ts';
import { getAccountAuthorizationDetails } from './get-account-authorization-details.ts';
import { getInstanceProfile } from './get-instance-profile.ts';
import { getPolicy } from './get-policy.ts';
import { getPolicyVersion } from './get-policy-version.ts';
import { getRole } from './get-role.ts';
import { getRolePolicy } from './get-role-policy.ts';
import { listAttachedRolePolicies } from './list-attached-role-policies.ts';
import { listInstanceProfiles } from './list-instance-profiles.ts';
import { listRolePolicies } from './list-role-policies.ts';
import { listRoles } from './list-roles.ts';
import { simulatePrincipalPolicy } from './simulate-principal-policy.ts';

/** IAM, global in its partition. Loaded when first needed, as it brings the SDK's client. */
export function openIam(settings: ServiceSettings, meter: SendMeter): AwsService {
  const client = new IAMClient(settings);
  client.middlewareStack.add(sendCounter(meter), SEND_COUNTER_PLACE);
  return {
    fetchPage: (request, scope) => {
      const { resource = '', detail = '' } = request;
      switch (request.call) {
        case 'iam:ListInstanceProfiles':
          return listInstanceProfiles(client, scope);
        case 'iam:ListRoles':
          return listRoles(client, scope);
        case 'iam:GetRole':
          return getRole(client, scope, resource);
        case 'iam:GetInstanceProfile':
          return getInstanceProfile(client, scope, resource);
        case 'iam:ListAttachedRolePolicies':
          return listAttachedRolePolicies(client, scope, resource);
        case 'iam:ListRolePolicies':
          return listRolePolicies(client, scope, resource);
        case 'iam:GetRolePolicy':
          return getRolePolicy(client, scope, resource, detail);
        case 'iam:GetPolicy':
          return getPolicy(client, scope, resource);
        case 'iam:GetPolicyVersion':
          return getPolicyVersion(client, scope, resource, detail);
        case 'iam:GetAccountAuthorizationDetails':
          return getAccountAuthorizationDetails(client, scope);
        default:
          return wrongService(request, 'IAM');
      }
    },
    simulate: (request, signal, inTurn) => simulatePrincipalPolicy(client, request, signal, inTurn),
    host: () => hostOf(client),
    close: () => client.destroy(),
  };
}
