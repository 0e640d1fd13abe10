import type { Graph, InstanceNode, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { iamCommand, regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { HOST_MANAGEMENT_SETTING, type HostManagement, hostManagementAt } from '../host-management.ts';
import { hasProfile, isLive, nodesOf, profilesOf, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { permissionsOf, ssmRights } from '../permissions.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'default-host-management',
  title: 'Profile role stands before default host management',
  docs: DOCS.hostManagement,
};

/**
 * Default host management is on, but the instance's own role comes first: without rights for Systems Manager, or without
 * IMDSv2, the default role is not reached and the instance never registers.
 */
export const defaultHostManagement: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.serviceSettings.length === 0) return [];
  const permissions = permissionsOf(graph);
  const live = nodesOf(graph, 'instance').filter(
    (instance) => instance.record !== undefined && isLive(instance) && hasProfile(graph, instance),
  );
  return byPlace(live).flatMap((place) => {
    const setting = hostManagementAt(graph, place.accountId, place.region);
    switch (setting.kind) {
      case 'not-read':
        return [];
      case 'on':
        return describe(
          graph,
          without(graph, place, (role) => ssmRights(role, permissions) !== 'has'),
          setting,
        );
      case 'off':
        return describeOff(
          graph,
          without(graph, place, (role) => ssmRights(role, permissions) === 'lacks'),
          setting,
        );
    }
  });
}

/** The instances of a place that have roles, all of which meet the test. */
function without(graph: Graph, place: Place, test: (role: RoleNode) => boolean): Place {
  const instances = place.instances.filter((instance) => {
    const roles = rolesOfInstance(graph, instance);
    return roles.length > 0 && roles.every(test);
  });
  return { ...place, instances };
}

/** Nothing lends these instances a role, and their own lacks the rights. */
function describeOff(
  graph: Graph,
  place: Place,
  setting: Extract<HostManagement, { kind: 'off' }>,
): readonly Finding[] {
  if (place.instances.length === 0) return [];
  const roles = [...new Set(place.instances.flatMap((instance) => rolesOfInstance(graph, instance)))];
  const names = listWords(roles.map((role) => code(role.name)));
  return [
    buildFinding(FACTS, {
      about: place.key,
      severity: 'info',
      title: 'Systems Manager cannot manage the instance',
      answer: `${placeWords(place)} cannot be managed by Systems Manager: role ${names} has no rights for it, and Default Host Management Configuration is off in this region. The chain itself is not at fault.`,
      nodes: [...place.instances, ...roles],
      evidence: [
        evidenceOf(`SettingValue of ${HOST_MANAGEMENT_SETTING}`, setting.record.SettingValue, setting.record),
      ],
      fix: {
        sentence: `If Systems Manager is to manage it, add AmazonSSMManagedInstanceCore to role ${names}.`,
        command: roles.slice(0, 5).map(coreCommand).join('\n'),
      },
      docs: DOCS.ssmInstanceRole,
    }),
  ];
}

function coreCommand(role: RoleNode): string {
  return iamCommand(role.partition, 'attach-role-policy', {
    'role-name': role.name,
    'policy-arn': `arn:${role.partition ?? 'aws'}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
  });
}

function describe(
  graph: Graph,
  place: Place,
  setting: Extract<HostManagement, { kind: 'on' }>,
): readonly Finding[] {
  if (place.instances.length === 0) return [];
  const roles = [...new Set(place.instances.flatMap((instance) => rolesOfInstance(graph, instance)))];
  const names = listWords(roles.map((role) => code(role.name)));
  const v1 = place.instances.filter((each) => each.record?.MetadataOptions?.HttpTokens === 'optional');
  const many = place.instances.length > 1;
  return [
    buildFinding(FACTS, {
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
          ...roles.slice(0, 5).map(coreCommand),
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
    }),
  ];
}

function rolesOfInstance(graph: Graph, instance: InstanceNode): readonly RoleNode[] {
  return profilesOf(graph, instance).flatMap(({ profile }) =>
    rolesOf(graph, profile).flatMap(({ role }) => (role.ghost === undefined ? [role] : [])),
  );
}
