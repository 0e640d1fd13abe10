import { expect, test } from 'vitest';
import { example } from './example.test-data.ts';
import { instanceState } from './instance-state.ts';

test.each([
  ['running', 'running'],
  ['stopped', 'stopped'],
  ['pending', 'pending'],
  ['stopping', 'pending'],
  ['shutting-down', 'terminated'],
  ['terminated', 'terminated'],
  ['a state of next year', 'unknown'],
])('an instance that is %s has the dot of %s', (state, dot) => {
  const { graph } = example({ instances: [{ name: 'web', state }] });
  const instance = [...graph.nodes.values()].find((node) => node.kind === 'instance');
  expect(instance?.kind === 'instance' && instanceState(instance)).toBe(dot);
});
