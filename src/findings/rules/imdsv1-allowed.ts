import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { metadataHints } from '../templates.ts';

const FACTS: RuleFacts = { id: 'imdsv1-allowed', title: 'IMDSv1 allowed', docs: DOCS.metadataOptions };

/** Instances with a profile that hand out credentials to requests without a token. One finding a region. */
export const imdsv1Allowed: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return byPlace(instanceGroups(graph).tokenOptional).map(describe);
}

function describe(place: Place): Finding {
  return buildFinding(FACTS, {
    about: place.key,
    severity: 'info',
    answer: `The metadata service of ${placeWords(place)} answers without a token (IMDSv1), so a program tricked into fetching a URL can leak the role's credentials.`,
    nodes: place.instances,
    evidence: place.instances
      .slice(0, 5)
      .map((instance) =>
        evidenceOf(`MetadataOptions.HttpTokens of ${instance.instanceId}`, 'optional', instance.record),
      ),
    fix: {
      sentence:
        'Require tokens (IMDSv2) once the metric MetadataNoToken shows that nothing on the host uses IMDSv1 any more.',
      command: place.instances
        .slice(0, 20)
        .map((instance) =>
          regionalCommand(place.region, 'ec2 modify-instance-metadata-options', {
            'instance-id': instance.instanceId,
            'http-tokens': 'required',
          }),
        )
        .join('\n'),
      ...metadataHints('http_tokens = "required"', 'HttpTokens: required'),
    },
  });
}
