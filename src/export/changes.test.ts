import { expect, test } from 'vitest';
import { compareGraphs } from '../compare/compare-graphs.ts';
import { buildGraph } from '../graph/build-graph.ts';
import {
  coverage,
  FULLY_READ,
  instance,
  inventoryOf,
  profile,
  reference,
  role,
} from '../graph/records.test-data.ts';
import { toRegion } from '../inventory/ids.ts';
import { changesCsv } from './changes-csv.ts';
import { changesMarkdown } from './changes-markdown.ts';

const HOSTILE = '=web|<b>`1`';
const far = toRegion('us-east-1');
const base = {
  instances: [
    instance('i-1', reference('web'), { Tags: [{ Key: 'Name', Value: HOSTILE }] }),
    instance('i-2', undefined, { region: far }),
  ],
  instanceProfiles: [profile('web', [role('a')])],
  roles: [role('a'), role('b')],
  coverage: [...FULLY_READ, coverage('ec2:DescribeInstances', 'complete', { region: far })],
};
const result = compareGraphs(
  buildGraph(inventoryOf(base)),
  buildGraph(
    inventoryOf({
      ...base,
      instances: base.instances.slice(0, 1),
      instanceProfiles: [profile('web', [role('b')])],
      coverage: FULLY_READ,
    }),
  ),
);

test('changes as CSV hold both sides, what cannot be told, and no formula', () => {
  const [, change = '', open = ''] = changesCsv(result, { byteOrderMark: false }).split('\r\n');
  expect(change).toContain("changed,instance,'=web|<b>`1`,i-1,111122223333,eu-west-1,web,a,web,b,");
  expect(open).toMatch(/^cannot tell,,i-2,,111122223333,us-east-1,.*ec2:DescribeInstances was not made/);
});

test('changes as Markdown are a list that names cannot break', () => {
  const text = changesMarkdown(
    result,
    { label: 'old.json', readAt: '2026-11-24T10:02:03.000Z' },
    { label: 'live' },
  );
  expect(text).toContain('# Changes from old.json (2026-11-24 10:02 UTC) to live');
  expect(text).toContain("## Changed (1)\n\n- `=web|<b>'1'`: role `a` → `b` through profile `web`.");
  expect(text).toContain('## Cannot tell (1)');
});
