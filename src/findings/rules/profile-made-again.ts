import type { Graph, ProfileNode } from '../../graph/graph.ts';
import { reattachCommands } from '../attach-commands.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf } from '../lookup.ts';
import { code, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'profile-made-again',
  title: 'Profile deleted and made again',
  docs: DOCS.identifiers,
};

/** The instance's profile has the ARN of an existing one but another unique id: it still points at the deleted profile. */
export const profileMadeAgain: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const ghost of nodesOf(graph, 'profile')) {
    if (ghost.ghost?.kind !== 'gone' || ghost.ghost.remadeAs === undefined) continue;
    const current = graph.nodes.get(ghost.ghost.remadeAs);
    if (current?.kind === 'profile') findings.push(...describe(graph, ghost, current));
  }
  return findings;
}

function describe(graph: Graph, old: ProfileNode, current: ProfileNode): readonly Finding[] {
  const users = liveUsersOf(graph, old);
  if (users.length === 0) return [];
  const names = users.map(({ instance }) => nodeWords(instance));
  return [
    buildFinding(FACTS, {
      about: old.id,
      severity: 'critical',
      answer: `${listWords(names)} still ${users.length === 1 ? 'points' : 'point'} at a deleted profile: ${code(current.name)} has the same ARN, but was made again with another unique id.`,
      nodes: [...users.map(({ instance }) => instance), old, current],
      edges: users.map(({ edge }) => edge),
      evidence: [
        ...users
          .slice(0, 3)
          .map(({ instance }) =>
            evidenceOf(
              `IamInstanceProfile.Id of ${instance.instanceId}`,
              old.profileId,
              instance.record ?? instance.associations[0],
            ),
          ),
        evidenceOf(`InstanceProfileId of ${current.name}`, current.profileId, current.record),
        evidenceOf(`Arn of ${current.name}, equal on both sides`, current.arn, current.record),
        evidenceOf(`CreateDate of ${current.name}`, current.record?.CreateDate, current.record),
      ],
      fix: {
        sentence: `Detach and re-attach: disassociate the present association (its id begins with iip-assoc-), then associate ${code(current.name)} again.`,
        command: users
          .slice(0, 5)
          .map(({ instance }) => reattachCommands(instance, current.name))
          .join('\n'),
        terraform:
          'Replace the instance, or take iam_instance_profile off and apply twice: the name has not changed, so Terraform sees no difference.',
      },
      delay:
        'Credentials that the instance already holds work until they expire; new ones come with the new association.',
    }),
  ];
}
