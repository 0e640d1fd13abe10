import type { Graph } from '../../graph/graph.ts';
import { currentAssociation, reattachCommands } from '../attach-commands.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'stopped-instance',
  title: 'Profile of a stopped instance cannot be replaced',
  docs: DOCS.attachRole,
};

/** Stopped instances with an association: another profile takes two steps there. One finding a region. */
export const stoppedInstance: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return byPlace(instanceGroups(graph).stopped).map(describe);
}

function describe(place: Place): Finding {
  const many = place.instances.length > 1;
  const rows = place.instances.slice(0, 5).flatMap((instance) => currentAssociation(instance) ?? []);
  const ids = rows.length === 1 && rows[0] ? ` (here ${code(rows[0].AssociationId)})` : '';
  return buildFinding(FACTS, {
    about: place.key,
    severity: 'info',
    answer: `${placeWords(place)} ${many ? 'are' : 'is'} stopped: to change the profile, disassociate the old one first, since AWS replaces an association only while the instance is running.`,
    nodes: place.instances,
    evidence: place.instances.slice(0, 5).flatMap((instance) => {
      const row = currentAssociation(instance);
      return [
        evidenceOf(`State.Name of ${instance.instanceId}`, instance.record?.State, instance.record),
        evidenceOf(`AssociationId of ${instance.instanceId}`, row?.AssociationId, row),
      ];
    }),
    fix: {
      sentence: `The instance is stopped: disassociate, then associate (replace only works while running). The id that is needed begins with iip-assoc-${ids}; it is not the instance id.`,
      command: place.instances
        .slice(0, 5)
        .map((instance) => reattachCommands(instance, '<instance-profile-name>'))
        .join('\n'),
    },
  });
}
