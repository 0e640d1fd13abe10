import { groupBy } from '../base/index-by.ts';
import type { Graph, GraphNode, NodeId, SourceNode } from '../graph/graph.ts';
import type { Redactor } from './redactor.ts';

/**
 * For each node of an account the same node under pseudonyms: `hidden` is the graph of what the redactor made of `plain`'s
 * inventory. Nodes that nothing tells apart but the wording of their ids are paired in order.
 */
export function pairNodes(plain: Graph, hidden: Graph, redactor: Redactor): ReadonlyMap<NodeId, NodeId> {
  const partners = groupBy(hidden.nodes.values(), (node) => likeness(node, undefined));
  const pairs = new Map<NodeId, NodeId>();
  for (const node of plain.nodes.values()) {
    if (node.id.startsWith(HOLE)) continue;
    const partner = partners.get(likeness(node, redactor))?.shift();
    if (partner) pairs.set(node.id, partner.id);
  }
  const holes = new Map(Array.from(hidden.nodes.keys(), (id) => [String(id), id]));
  for (const id of plain.nodes.keys()) {
    if (!id.startsWith(HOLE)) continue;
    const profile = [...(plain.incoming.get(id) ?? [])].map(({ from }) => pairs.get(from)).find(Boolean);
    const partner = holes.get(`${HOLE}${profile}`);
    if (partner) pairs.set(id, partner);
  }
  return pairs;
}

/** The place of the role in an empty profile has nothing of its own, and is called after the profile. */
const HOLE = 'role:in:';

type Hide = (rule: Parameters<Redactor['value']>[0], value: string | undefined) => string;

/** All that tells a node from others, as it is under pseudonyms; of one that is so already without a redactor. */
function likeness(node: GraphNode, redactor: Redactor | undefined): string {
  const hide: Hide = (rule, value = '') => (value === '' ? '' : (redactor?.value(rule, value) ?? value));
  const { kind, region = '', ghost, accountId, arn } = node;
  return [
    kind,
    region,
    ghost?.kind,
    hide('account', accountId),
    hide('arn', arn),
    ...ownParts(node, hide),
  ].join('\n');
}

function ownParts(node: GraphNode, hide: Hide): readonly (string | number | boolean | undefined)[] {
  switch (node.kind) {
    case 'instance':
      return [hide('id', node.instanceId)];
    case 'profile':
      return [hide('name', node.name), hide('id', node.profileId)];
    case 'role':
      return [hide('name', node.name), hide('id', node.roleId)];
    case 'policy':
      // The ARN tells; one that no file gives an ARN or a role is called after the file.
      return [node.type, node.versionId, node.type === 'inline' ? hide('name', node.name) : ''];
    case 'launch-template':
    case 'launch-configuration':
    case 'auto-scaling-group':
    case 'environment':
      return sourceParts(node, hide);
    case 'principal':
      return [node.arn === undefined ? hide('name', node.label) : ''];
    case 'account':
    case 'region':
      return [];
  }
}

function sourceParts({ record }: SourceNode, hide: Hide): readonly (string | number | undefined)[] {
  if (record === undefined) return [];
  if ('VersionNumber' in record) {
    return [
      hide('id', record.LaunchTemplateId),
      hide('name', record.LaunchTemplateName),
      record.VersionNumber,
    ];
  }
  if ('LaunchConfigurationName' in record && !('AutoScalingGroupName' in record)) {
    return [hide('name', record.LaunchConfigurationName)];
  }
  if ('AutoScalingGroupName' in record) return [hide('name', record.AutoScalingGroupName)];
  return [
    record.Service,
    hide('name', record.ApplicationName),
    hide('name', record.EnvironmentName),
    hide('arn-or-name', record.IamInstanceProfile),
  ];
}
