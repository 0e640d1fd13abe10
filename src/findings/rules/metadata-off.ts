import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { profilesOf } from '../lookup.ts';
import { metadataHints } from '../templates.ts';
import { code, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'metadata-off', title: 'Metadata service is off', docs: DOCS.metadataOptions };

/** An instance with a profile whose metadata endpoint is disabled: the chain is right, but nothing on the host can fetch credentials. */
export const metadataOff: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const instance of instanceGroups(graph).metadataOff) {
    const options = instance.record?.MetadataOptions;
    const links = profilesOf(graph, instance);
    if (links.length === 0) continue;
    findings.push(
      buildFinding(FACTS, {
        about: instance.id,
        severity: 'warning',
        answer: `The metadata endpoint of ${nodeWords(instance)} is disabled, so no program on it can fetch the credentials that profile ${listWords(links.map(({ profile }) => code(profile.name)))} would give.`,
        nodes: [instance, ...links.map(({ profile }) => profile)],
        edges: links.map(({ edge }) => edge),
        evidence: [
          evidenceOf(
            `MetadataOptions.HttpEndpoint of ${instance.instanceId}`,
            options?.HttpEndpoint,
            instance.record,
          ),
          evidenceOf(`MetadataOptions.State of ${instance.instanceId}`, options?.State, instance.record),
        ],
        fix: {
          sentence:
            'Turn the metadata service on, with IMDSv2 required; or take the profile off if the instance is meant to have no credentials.',
          command: regionalCommand(instance.region, 'ec2 modify-instance-metadata-options', {
            'instance-id': instance.instanceId,
            'http-endpoint': 'enabled',
            'http-tokens': 'required',
          }),
          ...metadataHints('http_endpoint = "enabled"', 'HttpEndpoint: enabled'),
        },
        delay: 'The change is applied within seconds; MetadataOptions.State turns from pending to applied.',
      }),
    );
  }
  return findings;
}
