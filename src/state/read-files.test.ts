import { expect, test, vi } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { writeSnapshot } from '../files/snapshot.ts';
import { START_VIEW } from './address.ts';
import { loadAll } from './load-all.ts';
import { type LoadOptions, readFiles, readSample } from './read-files.ts';

/** As the page does, but without a worker. */
function read(files: readonly File[], options: LoadOptions = {}) {
  return readFiles(files, { read: loadAll, ...options });
}

const PROFILES = JSON.stringify({ InstanceProfiles: [] });
const INSTANCES = JSON.stringify({
  Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-0a1b2c3d4e5f67890' }] }],
});
const file = (name: string, text: string): File => new File([text], name, { lastModified: 0 });

test('several files make one inventory, whatever their order', async () => {
  const files = [file('profiles.json', PROFILES), file('instances.json', INSTANCES)];
  const one = await read(files);
  const other = await read(files.toReversed());
  expect(one.ok && one.inventory.instances.map((each) => each.InstanceId)).toEqual(['i-0a1b2c3d4e5f67890']);
  expect(one.ok && one.inventory.coverage.map((entry) => entry.call).toSorted()).toEqual([
    'ec2:DescribeInstances',
    'iam:ListInstanceProfiles',
  ]);
  expect(other.ok && other.inventory).toEqual(one.ok && one.inventory);
});

test('one file that can not be read costs no other, and its report names it with what to do', async () => {
  const outcome = await read([file('good.json', PROFILES), file('notes.txt', 'Dear support')]);
  expect(outcome).toMatchObject({ ok: true, names: ['good.json'] });
  expect(outcome.reports).toMatchObject([
    { name: 'good.json' },
    { name: 'notes.txt', error: { kind: 'not-json', remedy: expect.stringContaining('--output json') } },
  ]);
  expect(outcome.reports[0]?.error).toBeUndefined();
});

test('when no file can be used, one is named with the reason, and all have their reports', async () => {
  const one = await read([file('notes.txt', 'Dear support')]);
  expect(one).toMatchObject({ ok: false, message: expect.stringContaining('notes.txt') });
  const two = await read([file('a.txt', 'Dear support'), file('b.txt', '')]);
  expect(two).toMatchObject({ ok: false, message: 'None of the 2 files could be used.' });
  expect(two.reports.map((report) => report.error?.kind)).toEqual(['not-json', 'empty']);
});

test('more files are added to what is on screen', async () => {
  const first = await read([file('profiles.json', PROFILES)]);
  const second = await read([file('instances.json', INSTANCES)], {
    base: first.ok ? first.reading : undefined,
  });
  expect(second.ok && second.inventory.coverage.map((entry) => entry.call)).toEqual([
    'iam:ListInstanceProfiles',
    'ec2:DescribeInstances',
  ]);
});

test('a file that the disk does not give is reported, and the others are read', async () => {
  const gone = file('gone.json', '');
  gone.arrayBuffer = () => Promise.reject(new Error('NotFoundError'));
  const outcome = await read([gone, file('profiles.json', PROFILES)]);
  expect(outcome.ok && outcome.names).toEqual(['profiles.json']);
  expect(outcome.reports[0]?.error?.kind).toBe('unreadable');
});

test('it is told before each file how many there are and how much was read', async () => {
  const told: string[] = [];
  await read([file('a.json', PROFILES), file('b.json', PROFILES)], {
    onProgress: ({ file: at, files, bytes, allBytes }) => told.push(`${at}/${files} ${bytes}/${allBytes}`),
  });
  const { length } = PROFILES;
  expect(told).toEqual([`1/2 0/${2 * length}`, `2/2 ${length}/${2 * length}`]);
});

test('a worker that breaks down is said so, without throwing', async () => {
  const outcome = await read([file('a.json', PROFILES)], {
    read: () => Promise.reject(new Error('out of memory')),
  });
  expect(outcome).toMatchObject({ ok: false, cancelled: false, reports: [] });
});

test('JSON that no AWS CLI command prints is refused with what to give instead', async () => {
  const outcome = await read([file('package.json', '{"name":"rolewire","version":"0.1.0"}')]);
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
  const alone = await read([snapshot]);
  expect(alone.ok && alone.view).toEqual(view);
  const together = await read([snapshot, file('b.json', PROFILES)]);
  expect(together.ok && together.view).toBeUndefined();
});
