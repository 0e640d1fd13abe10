import { expect, it } from 'vitest';
import { chainRows } from '../../export/chain-rows.ts';
import { example } from '../../scene/example.test-data.ts';
import { sortValue } from './table-features.ts';

const { graph, chains } = example({ instances: [{ name: 'web', profile: 'web' }], profiles: { web: 'web' } });
const [row] = chainRows(graph, chains, () => []);

it('By findings, one critical comes before many warnings, and a chain without any is empty', () => {
  if (!row) throw new Error('The example has no chain.');
  const values = [
    sortValue({ ...row, worst: 'critical', findings: 1 }, 'findings'),
    sortValue({ ...row, worst: 'warning', findings: 9 }, 'findings'),
    sortValue({ ...row, worst: 'warning', findings: 2 }, 'findings'),
    sortValue({ ...row, worst: 'unknown', findings: 40 }, 'findings'),
    sortValue({ ...row, worst: 'info', findings: 70 }, 'findings'),
  ];
  expect(values).toEqual([...values].sort((a, b) => Number(b) - Number(a)));
  expect(sortValue({ ...row, worst: undefined, findings: 0 }, 'findings')).toBeUndefined();
});
