import { expect, test, vi } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { writeSnapshot } from '../files/snapshot.ts';
import { START_VIEW } from './address.ts';
import { readFiles, readSample } from './read-files.ts';

const PROFILES = JSON.stringify({ InstanceProfiles: [] });
const INSTANCES = JSON.stringify({
  Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-0a1b2c3d4e5f67890' }] }],
});
const file = (name: string, text: string): File => new File([text], name, { lastModified: 0 });

test('several files make one inventory, whatever their order', async () => {
  const files = [file('profiles.json', PROFILES), file('instances.json', INSTANCES)];
  const one = await readFiles(files);
  const other = await readFiles(files.toReversed());
  expect(one.ok && one.inventory.instances.map((each) => each.InstanceId)).toEqual(['i-0a1b2c3d4e5f67890']);
  expect(one.ok && one.inventory.coverage.map((entry) => entry.call).toSorted()).toEqual([
    'ec2:DescribeInstances',
    'iam:ListInstanceProfiles',
  ]);
  expect(other.ok && other.inventory).toEqual(one.ok && one.inventory);
});

test('one file that can not be read refuses the lot and is named', async () => {
  const outcome = await readFiles([file('good.json', PROFILES), file('notes.txt', 'Dear support')]);
  expect(outcome.ok).toBe(false);
  expect(!outcome.ok && outcome.message).toContain('notes.txt');
  expect(!outcome.ok && outcome.remedy).not.toBe('');
});

test('JSON that no AWS CLI command prints is refused with what to give instead', async () => {
  const outcome = await readFiles([file('package.json', '{"name":"rolewire","version":"0.1.0"}')]);
  expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('package.json') });
});

test('what comes in as the sample is marked as the sample, whatever the file says', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(PROFILES)));
  const outcome = await readSample('sample-account.json');
  expect(outcome.ok && outcome.inventory.kind).toBe('sample');
});

test('a sample that the server does not have is said so, without throwing', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  expect(await readSample('sample-account.json')).toMatchObject({ ok: false });
});

test('a snapshot alone brings back what was on screen; among several files it does not', async () => {
  const view = { ...START_VIEW, view: 'table' as const };
  const { inventory } = readCliDocument({ 'iam list-roles': { Roles: [] } }, { label: 'roles.json' });
  const snapshot = file('a.json', writeSnapshot(inventory, [], view));
  const alone = await readFiles([snapshot]);
  expect(alone.ok && alone.view).toEqual(view);
  const together = await readFiles([snapshot, file('b.json', PROFILES)]);
  expect(together.ok && together.view).toBeUndefined();
});
