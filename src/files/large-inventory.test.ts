import { expect, it } from 'vitest';
import { makeInventory } from '../../bench/make-inventory.ts';
import { restore } from './restore.ts';
import { writeSnapshot } from './snapshot.ts';

it('a large account comes back from its snapshot as it was', () => {
  const inventory = makeInventory(1_000);
  expect(restore(writeSnapshot(inventory), { label: 'large.json' })).toEqual({
    ok: true,
    value: { inventory, dismissals: [], notes: [], notUsed: [] },
  });
});

it.each([100, 1_000, 20_000])(
  'the account of %i nodes for the benchmark is the same in every run',
  (nodes) => {
    const { instances, instanceProfiles, roles, autoScalingGroups, launchTemplates } = makeInventory(nodes);
    const lists = [instances, instanceProfiles, roles, autoScalingGroups, launchTemplates];
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    expect(Math.abs(count - nodes)).toBeLessThanOrEqual(nodes * 0.01);
    expect(new Set(instances.map((instance) => instance.InstanceId)).size).toBe(instances.length);
    expect(new Set(roles.map((role) => role.RoleId)).size).toBe(roles.length);
    expect(makeInventory(nodes).instances.at(-1)).toEqual(instances.at(-1));
  },
);
