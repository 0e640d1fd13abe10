import type { Graph } from '../../graph/graph.ts';
import { attachCommands } from '../attach-commands.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { HOST_MANAGEMENT_SETTING, hostManagementAt } from '../host-management.ts';
import { instanceGroups } from '../instance-groups.ts';
import { notCheckedOf } from '../not-checked.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'instance-without-profile',
  title: 'Instance without a profile',
  docs: DOCS.ssmInstanceRole,
};

/** Live instances with no profile: often right, but then no role reaches them. One finding a region. */
export const instanceWithoutProfile: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return byPlace(instanceGroups(graph).withoutProfile).map((place) => describe(graph, place));
}

function describe(graph: Graph, place: Place): Finding {
  const many = place.instances.length > 1;
  const setting = hostManagementAt(graph, place.accountId, place.region);
  return buildFinding(FACTS, {
    about: place.key,
    severity: 'info',
    title: many ? 'Instances without a profile' : FACTS.title,
    answer: `${placeWords(place)} ${many ? 'have' : 'has'} no instance profile, so no role's credentials reach ${many ? 'them' : 'it'}. ${ssmWords(setting)}`,
    nodes: place.instances,
    evidence: [
      ...place.instances
        .slice(0, 3)
        .map((instance) =>
          evidenceOf(`IamInstanceProfile of ${instance.instanceId}`, '(none)', instance.record),
        ),
      setting.kind === 'not-read'
        ? undefined
        : evidenceOf(
            `SettingValue of ${HOST_MANAGEMENT_SETTING}`,
            setting.record.SettingValue,
            setting.record,
          ),
    ],
    fix: {
      sentence:
        setting.kind === 'on'
          ? 'Nothing to do for Systems Manager. If programs on it call AWS, attach a profile whose role allows what they need.'
          : 'If it needs AWS credentials, attach a profile; for Systems Manager one whose role has AmazonSSMManagedInstanceCore, or enable Default Host Management Configuration in this region.',
      command: [
        ...place.instances
          .slice(0, 5)
          .flatMap((each) => attachCommands(each, '<instance-profile-name>') ?? []),
        ...(setting.kind === 'on' ? [] : [enableCommand(place)]),
      ].join('\n'),
    },
    notChecked:
      setting.kind === 'not-read'
        ? notCheckedOf(graph, ['ssm:GetServiceSetting'], { accountId: place.accountId, region: place.region })
        : [],
  });
}

function ssmWords(setting: ReturnType<typeof hostManagementAt>): string {
  switch (setting.kind) {
    case 'on':
      return `Systems Manager may still manage it through the default host management role ${listWords([code(setting.roleName)])}.`;
    case 'off':
      return 'Default Host Management Configuration is off in this region, so Systems Manager cannot manage it.';
    case 'not-read':
      return 'Systems Manager reaches it only if Default Host Management Configuration is on, which was not read.';
  }
}

function enableCommand(place: Place): string {
  return regionalCommand(place.region, 'ssm update-service-setting', {
    'setting-id': HOST_MANAGEMENT_SETTING,
    'setting-value': 'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole',
  });
}
