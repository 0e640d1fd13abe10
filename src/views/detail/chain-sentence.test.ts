import { describe, expect, it } from 'vitest';
import {
  edgeId,
  exampleGraph,
  exampleInstance,
  exampleProfile,
  exampleRole,
  nodeId,
} from '../../export/example-graph.ts';
import type { Graph, GraphEdge, GraphNode, RoleNode } from '../../graph/graph.ts';
import { chainSentence } from './chain-sentence.ts';

function linked(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const graph = exampleGraph(nodes);
  return {
    ...graph,
    outgoing: new Map(nodes.map((node) => [node.id, edges.filter((each) => each.from === node.id)])),
    incoming: new Map(nodes.map((node) => [node.id, edges.filter((each) => each.to === node.id)])),
  };
}

function edge(
  kind: GraphEdge['kind'],
  from: GraphNode,
  to: GraphNode,
  status: GraphEdge['status'] = 'confirmed',
): GraphEdge {
  return { id: edgeId(`${kind}:${from.id}>${to.id}`), kind, from: from.id, to: to.id, status };
}

const web = { ...exampleInstance, label: 'web-1' };
const web2 = { ...web, id: nodeId('instance:i-2'), label: 'web-2' };
const dead = {
  ...web,
  id: nodeId('instance:i-3'),
  label: 'web-0',
  record: web.record && { ...web.record, State: 'terminated' },
};
const uses = [
  edge('uses', web, exampleProfile),
  edge('uses', web2, exampleProfile),
  edge('uses', dead, exampleProfile),
];
const holds = edge('holds', exampleProfile, exampleRole);
const none = new Map();

describe('The chain in one sentence', () => {
  it('says of a profile who runs as its role, without those that are gone', () => {
    const graph = linked([web, web2, dead, exampleProfile, exampleRole], [...uses, holds]);
    expect(chainSentence(graph, exampleProfile, none)).toBe(
      '`web-1` and 1 more run as role `s3access` through this profile.',
    );
  });

  it('says of a role who gets it, and only when EC2 may assume it', () => {
    const graph = linked([web, web2, dead, exampleProfile, exampleRole], [...uses, holds]);
    const said = (trust: RoleNode['trust']) => chainSentence(graph, { ...exampleRole, trust }, none);
    expect(said({ answer: 'yes', statement: 0 })).toBe(
      '`web-1` and 1 more get this role through profile `s3access-profile`.',
    );
    expect(said({ answer: 'no', reason: 'ec2-not-named', detail: 'x' })).toContain(
      'but EC2 may not assume it',
    );
    expect(said(undefined)).toContain('is not known');
  });

  it('does not say that anything runs through a link that is broken or not known', () => {
    const broken = { ...holds, status: 'broken' as const };
    const graph = linked([web, exampleProfile, exampleRole], [edge('uses', web, exampleProfile), broken]);
    expect(chainSentence(graph, exampleProfile, none)).toBe('`web-1` uses this profile for role `s3access`.');
  });

  it('says that an empty profile holds no role, and that a profile that is gone is gone', () => {
    const hole = { ...exampleRole, id: nodeId('hole'), ghost: { kind: 'empty', why: 'no role' } as const };
    const empty = linked(
      [web, exampleProfile, hole],
      [edge('uses', web, exampleProfile), edge('holds', exampleProfile, hole)],
    );
    expect(chainSentence(empty, exampleProfile, none)).toContain('holds no role');
    const gone = { ...exampleProfile, ghost: { kind: 'gone', why: 'deleted' } as const };
    expect(chainSentence(linked([web, gone], [edge('uses', web, gone)]), gone, none)).toContain(
      'does not exist any more',
    );
  });

  it('never claims that nobody uses something, only that nobody was seen to', () => {
    const graph = linked([exampleProfile, exampleRole], [holds]);
    expect(chainSentence(graph, exampleProfile, none)).toContain('no instance that was read uses it');
    expect(chainSentence(linked([exampleRole], []), exampleRole, none)).toContain('that was read');
  });

  it('gives an instance the answer of the findings', () => {
    const answers = new Map([
      [web.id, { instance: web.id, outcome: 'runs-as' as const, sentence: '`web-1` runs.', hints: [] }],
    ]);
    expect(chainSentence(linked([web], []), web, answers)).toBe('`web-1` runs.');
  });
});
