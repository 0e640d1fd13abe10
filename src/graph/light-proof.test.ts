import { expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from './build-graph.ts';
import { lightProof } from './light-proof.ts';

const profile = (name: string) => ({
  InstanceProfileName: name,
  Arn: `arn:aws:iam::111122223333:instance-profile/${name}`,
  Roles: [{ RoleName: name, Arn: `arn:aws:iam::111122223333:role/${name}` }],
});

it('lights every chain that a finding is about, not only that of its first node', () => {
  const { inventory } = readCliDocument(
    { 'iam list-instance-profiles': { InstanceProfiles: [profile('a'), profile('b'), profile('c')] } },
    { label: 'x.json' },
  );
  const graph = buildGraph(inventory);
  const [a, b, c] = graph.byKind.role;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three roles were read');
  const lit = lightProof(graph, a.id, { nodes: [a.id, b.id], edges: [] });
  expect(lit.nodes.has(b.id)).toBe(true);
  expect(lit.nodes.has(c.id)).toBe(false);
  expect(lit.edges.size).toBe(2);
});
