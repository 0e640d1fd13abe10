import type { Graph, InstanceNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { byPlace, type Place, placeWords } from '../by-place.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { metadataHints } from '../templates.ts';
import { listNodes } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'hop-limit',
  title: 'Hop limit too small for containers',
  docs: DOCS.metadataOptions,
};

/** Tags by which EKS, ECS, kops and the like mark their hosts. */
const CONTAINER_TAG =
  /^(?:eks:|aws:eks:|kubernetes\.io\/cluster\/|k8s\.io\/|KubernetesCluster$|karpenter\.sh\/|aws:ecs:|AmazonECSManaged)/;

/** Instances where tokens are required and the answer may make one hop: a container in a bridge network gets none. */
export const hopLimit: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return byPlace(instanceGroups(graph).oneHop).map(describe);
}

function describe(place: Place): Finding {
  const hosts = place.instances.filter(isContainerHost);
  const hint =
    hosts.length === 0
      ? 'That is right for hosts without containers, and on purpose where pods have roles of their own.'
      : `By their tags these are container hosts: ${listNodes(hosts)}.`;
  return buildFinding(FACTS, {
    about: place.key,
    severity: 'info',
    answer: `${placeWords(place)}: IMDSv2 is required and the hop limit is 1, so the chain works on the host but not in a bridge-network container. ${hint}`,
    nodes: place.instances,
    evidence: place.instances
      .slice(0, 3)
      .flatMap((instance) => [
        evidenceOf(`MetadataOptions.HttpPutResponseHopLimit of ${instance.instanceId}`, 1, instance.record),
        evidenceOf(`MetadataOptions.HttpTokens of ${instance.instanceId}`, 'required', instance.record),
      ]),
    fix: {
      sentence:
        'If containers need this role, set the hop limit to 2; leave it at 1 where they must not have it.',
      command: (hosts.length === 0 ? place.instances : hosts)
        .slice(0, 20)
        .map((instance) =>
          regionalCommand(place.region, 'ec2 modify-instance-metadata-options', {
            'instance-id': instance.instanceId,
            'http-put-response-hop-limit': '2',
          }),
        )
        .join('\n'),
      ...metadataHints('http_put_response_hop_limit = 2', 'HttpPutResponseHopLimit: 2'),
    },
  });
}

function isContainerHost(instance: InstanceNode): boolean {
  return (instance.record?.Tags ?? []).some((tag) => CONTAINER_TAG.test(tag.Key));
}
