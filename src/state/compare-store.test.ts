import { beforeEach, expect, test, vi } from 'vitest';
import { emptyInventory } from '../inventory/inventory.ts';
import {
  askForBaseline,
  cancelBaseline,
  closeBaselineDialog,
  keepBaseline,
  openBaseline,
  readCompareState,
  stopComparing,
  swapSides,
} from './compare-store.ts';

/** As the page does, but without a worker. */
vi.mock('./read-in-worker.ts', async () => {
  const { loadAll } = await import('./load-all.ts');
  return { readInWorker: loadAll };
});

const ON_SCREEN = emptyInventory('files');
const PROFILES = JSON.stringify({ InstanceProfiles: [] });
const file = (name: string, text: string): File => new File([text], name, { lastModified: 0 });

beforeEach(stopComparing);

test('a picture that was kept is the earlier side until a person swaps them', async () => {
  askForBaseline();
  expect(readCompareState().isAsking).toBe(true);
  const inventory = emptyInventory('live');
  await keepBaseline(inventory);
  expect(readCompareState()).toMatchObject({
    isAsking: false,
    baseline: { inventory, files: [], isLater: false },
  });
  swapSides();
  expect(readCompareState().baseline?.isLater).toBe(true);
});

test('closing the dialog leaves the comparison, and stopping forgets it', async () => {
  await keepBaseline(emptyInventory('live'));
  askForBaseline();
  closeBaselineDialog();
  expect(readCompareState().baseline).toBeDefined();
  stopComparing();
  expect(readCompareState().baseline).toBeUndefined();
});

test('a picture that was kept too late, after a person stopped, does not come back', async () => {
  const kept = keepBaseline(emptyInventory('live'));
  stopComparing();
  await kept;
  expect(readCompareState().baseline).toBeUndefined();
});

test('of several files the good ones are compared with, and the dialog stays to say which were bad and why', async () => {
  askForBaseline();
  await openBaseline([file('before.json', PROFILES), file('notes.txt', 'Dear support')], ON_SCREEN);
  const { baseline, isAsking, isReading, problem, reports } = readCompareState();
  expect(baseline?.files).toEqual(['before.json']);
  expect({ isAsking, isReading, problem }).toEqual({ isAsking: true, isReading: false, problem: undefined });
  expect(reports.map(({ name, error }) => [name, error?.kind])).toEqual([
    ['before.json', undefined],
    ['notes.txt', 'not-json'],
  ]);
  askForBaseline();
  expect(readCompareState().reports).toEqual([]);
});

test('when all files were good the dialog closes', async () => {
  askForBaseline();
  await openBaseline([file('before.json', PROFILES)], ON_SCREEN);
  expect(readCompareState()).toMatchObject({ isAsking: false, baseline: { files: ['before.json'] } });
});

test('when no file was good each has its reason, and what was compared before stays', async () => {
  await keepBaseline(ON_SCREEN);
  askForBaseline();
  await openBaseline([file('a.txt', 'Dear support'), file('b.txt', '')], ON_SCREEN);
  const { baseline, isAsking, problem, reports } = readCompareState();
  expect(baseline?.inventory).toBe(ON_SCREEN);
  expect(isAsking).toBe(true);
  expect(problem?.message).toBe('None of the 2 files could be used.');
  expect(reports.map(({ error }) => error?.kind)).toEqual(['not-json', 'empty']);
});

test('reading that was cancelled changes nothing any more', async () => {
  askForBaseline();
  const opened = openBaseline([file('before.json', PROFILES)], ON_SCREEN);
  expect(readCompareState().isReading).toBe(true);
  cancelBaseline();
  expect(readCompareState()).toMatchObject({ isAsking: true, isReading: false });
  await opened;
  expect(readCompareState().baseline).toBeUndefined();
  expect(readCompareState().progress).toBeUndefined();
});
