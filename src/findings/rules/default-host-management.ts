import type { Graph, InstanceNode, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { iamCommand, regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { HOST_MANAGEMENT_SETTING, type HostManagement, hostManagementAt } from '../host-management.ts';
import { isLive, nodesOf, profilesOf, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { type Permissions, permissionsOf } from '../permissions.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'default-host-management',
  title: 'Profile role stands before default host management',
  docs: DOCS.hostManagement,
};

const SSM_POLICY =
  /AmazonSSMManagedInstanceCore|AmazonSSMManagedEC2InstanceDefaultPolicy|AmazonEC2RoleforSSM|AdministratorAccess/;

/**
 * Default host management is on, but the instance's own role comes first: without rights for Systems Manager, or without
 * IMDSv2, the default role is not reached and the instance never registers.
 */
export const defaultHostManagement: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.serviceSettings.length === 0) return [];
  const permissions = permissionsOf(graph);
  const held = nodesOf(graph, 'instance').filter((instance) => {
    if (!isLive(instance) || instance.record === undefined) return false;
    const roles = rolesOfInstance(graph, instance);
    return roles.length > 0 && !roles.every((role) => hasSsmRights(role, permissions));
  });
  return byPlace(held).flatMap((place) => {
    const setting = hostManagementAt(graph, place.accountId, place.region);
    return setting.kind === 'on' ? [describe(graph, place, setting)] : [];
  });
}

function describe(graph: Graph, place: Place, setting: Extract<HostManagement, { kind: 'on' }>): Finding {
  const roles = [...new Set(place.instances.flatMap((instance) => rolesOfInstance(graph, instance)))];
  const names = listWords(roles.map((role) => code(role.name)));
  const v1 = place.instances.filter((each) => each.record?.MetadataOptions?.HttpTokens === 'optional');
  const many = place.instances.length > 1;
  return buildFinding(FACTS, {
    about: place.key,
    severity: 'info',
    answer: `Default host management is on (role ${code(setting.roleName)}, path ${code(setting.rolePath)}), but ${placeWords(place)} ${many ? 'have' : 'has'} a role of ${many ? 'their' : 'its'} own, ${names}, which Systems Manager tries first; the chain itself is not at fault.`,
    nodes: [...place.instances, ...roles, setting.role],
    evidence: [
      evidenceOf(`SettingValue of ${HOST_MANAGEMENT_SETTING}`, setting.record.SettingValue, setting.record),
      ...v1
        .slice(0, 3)
        .map((each) =>
          evidenceOf(`MetadataOptions.HttpTokens of ${each.instanceId}`, 'optional', each.record),
        ),
    ],
    fix: {
      sentence: `Add AmazonSSMManagedInstanceCore to role ${names}, or check that IMDSv2 is used and the agent version is 3.2.582.0 or later, so that the default role can be used.`,
      command: [
        ...roles.slice(0, 5).map((role) =>
          iamCommand(role.partition, 'attach-role-policy', {
            'role-name': role.name,
            'policy-arn': `arn:${role.partition ?? 'aws'}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
          }),
        ),
        ...v1.slice(0, 5).map((each) =>
          regionalCommand(place.region, 'ec2 modify-instance-metadata-options', {
            'instance-id': each.instanceId,
            'http-tokens': 'required',
          }),
        ),
      ].join('\n'),
    },
    notChecked: roles
      .flatMap((role) =>
        notCheckedOf(graph, ['iam:ListAttachedRolePolicies'], {
          accountId: role.accountId,
          resource: role.name,
        }),
      )
      .slice(0, 1),
    delay:
      'The agent looks for credentials again within about half an hour; restart it to see the change at once.',
  });
}

function rolesOfInstance(graph: Graph, instance: InstanceNode): readonly RoleNode[] {
  return profilesOf(graph, instance).flatMap(({ profile }) =>
    rolesOf(graph, profile).flatMap(({ role }) => (role.ghost === undefined ? [role] : [])),
  );
}

function hasSsmRights(role: RoleNode, permissions: Permissions): boolean {
  return (permissions.of(role)?.AttachedPolicies ?? []).some((policy) => SSM_POLICY.test(policy.PolicyArn));
}
