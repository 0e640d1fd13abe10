import { beforeEach, expect, test } from 'vitest';
import { emptyInventory } from '../inventory/inventory.ts';
import {
  askForBaseline,
  closeBaselineDialog,
  keepBaseline,
  readCompareState,
  stopComparing,
  swapSides,
} from './compare-store.ts';

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
