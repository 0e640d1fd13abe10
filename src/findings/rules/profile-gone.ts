import type { Graph, InstanceNode } from '../../graph/graph.ts';
import { attachCommands } from '../attach-commands.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf } from '../lookup.ts';
import { profileHints } from '../templates.ts';
import { code, inAccount, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'profile-gone',
  title: 'Profile no longer exists',
  docs: DOCS.instanceProfiles,
};

/** A live instance refers to a profile that the complete list of its account does not have, nor one made again in its place. */
export const profileGone: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const profile of nodesOf(graph, 'profile')) {
    if (profile.ghost?.kind !== 'gone' || profile.ghost.remadeAs !== undefined) continue;
    const users = liveUsersOf(graph, profile);
    const first = users[0]?.instance;
    if (first === undefined) continue;
    findings.push(
      buildFinding(FACTS, {
        about: profile.id,
        severity: 'critical',
        answer: `${listWords(users.map(({ instance }) => nodeWords(instance)))} ${users.length === 1 ? 'uses' : 'use'} profile ${code(profile.name)}, which does not exist${inAccount(profile.accountId)}; credentials stop at the next refresh.`,
        nodes: [profile, ...users.map(({ instance }) => instance)],
        edges: users.map(({ edge }) => edge),
        evidence: [
          ...users.slice(0, 3).flatMap(({ instance }) => referenceEvidence(instance)),
          {
            field: 'InstanceProfiles',
            value: `no ${profile.profileId ?? profile.name} in the complete list`,
            source: 'iam:ListInstanceProfiles',
          },
        ],
        fix: {
          sentence: `The profile ${code(profile.name)} no longer exists; create it again with its role, or choose another profile, and replace the association on the instance.`,
          command: [
            iamCommand(profile.partition, 'create-instance-profile', {
              'instance-profile-name': profile.name,
            }),
            iamCommand(profile.partition, 'add-role-to-instance-profile', {
              'instance-profile-name': profile.name,
              'role-name': '<role-name>',
            }),
            ...users.slice(0, 5).flatMap(({ instance }) => attachCommands(instance, profile.name) ?? []),
          ].join('\n'),
          ...profileHints(profile.name, '<role-name>'),
        },
        delay:
          'A profile made again has a new id, so it must be attached anew; EC2 may take up to a minute to know a new profile.',
      }),
    );
  }
  return findings;
}

function referenceEvidence(instance: InstanceNode) {
  const record = instance.record;
  return [
    evidenceOf(`IamInstanceProfile.Arn of ${instance.instanceId}`, record?.IamInstanceProfile?.Arn, record),
    evidenceOf(`IamInstanceProfile.Id of ${instance.instanceId}`, record?.IamInstanceProfile?.Id, record),
  ];
}
