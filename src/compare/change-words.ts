import type { GraphNode, NodeId } from '../graph/graph.ts';
import type { ChainChange, ChainEnds } from './comparison.ts';
import { type Difference, differenceWords, quoted } from './difference.ts';

/** A change that is one of appearing; `words` go on after the name. */
export function added(node: GraphNode, after: ChainEnds, words: string): ChainChange {
  return { kind: 'added', ...about(node, words, ' '), after };
}

export function removed(node: GraphNode, before: ChainEnds, words: string): ChainChange {
  return { kind: 'removed', ...about(node, words, ' '), before };
}

/** One change of several differences, or none. */
export function changed(
  node: GraphNode,
  before: ChainEnds,
  after: ChainEnds,
  differences: readonly Difference[],
  replaces?: NodeId,
): readonly ChainChange[] {
  if (differences.length === 0) return [];
  const words = differences.map(differenceWords).join('; ');
  return [{ kind: 'changed', ...about(node, words, ': '), before, after, differences, replaces }];
}

function about(node: GraphNode, words: string, between: string) {
  const name = quoted(node.kind === 'instance' && node.label === '' ? node.instanceId : node.label);
  const kind = node.kind === 'instance' ? '' : `${KIND_WORDS[node.kind]} `;
  return {
    id: node.id,
    subject: node.kind,
    label: node.label,
    accountId: node.accountId,
    region: node.region,
    words,
    sentence: `${kind}${name}${between}${words}.`,
  };
}

/** At the start of a sentence. */
const KIND_WORDS: Readonly<Record<Exclude<GraphNode['kind'], 'instance'>, string>> = {
  profile: 'Profile',
  role: 'Role',
  'launch-template': 'Launch template',
  'launch-configuration': 'Launch configuration',
  'auto-scaling-group': 'Auto Scaling group',
  environment: 'Environment',
  principal: 'Principal',
  account: 'Account',
  region: 'Region',
  policy: 'Policy',
};
