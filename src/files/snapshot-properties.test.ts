import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInventory } from '../graph/any-inventory.test-data.ts';
import { anyExample } from '../scene/any-example.test-data.ts';
import { exampleInventory } from '../scene/example.test-data.ts';
import { anyView } from '../state/any-view.test-data.ts';
import { restore } from './restore.ts';
import { writeSnapshot } from './snapshot.ts';

const anyDismissals = fc.array(
  fc.record({
    id: fc.string({ unit: 'binary', maxLength: 600 }),
    reason: fc.string({ unit: 'grapheme', maxLength: 100 }),
    at: fc.constant('2026-03-01T00:00:00.000Z'),
  }),
  { maxLength: 3 },
);

test('whatever was loaded, put aside and shown comes back from a snapshot as it was', () => {
  const inventories = fc.oneof(anyInventory, anyExample.map(exampleInventory));
  fc.assert(
    fc.property(inventories, anyDismissals, fc.option(anyView), (inventory, dismissals, view) => {
      const text = writeSnapshot(inventory, dismissals, view ?? undefined);
      expect(restore(text, { label: 'any.json' })).toEqual({
        ok: true,
        value: { inventory, dismissals, view: view ?? undefined, notes: [], notUsed: [] },
      });
    }),
    { numRuns: 300 },
  );
});

test('a snapshot that was cut off anywhere is refused with a remedy', () => {
  const cut = fc.tuple(anyInventory, fc.double({ min: 0, max: 0.999, noNaN: true }));
  fc.assert(
    fc.property(cut, ([inventory, at]) => {
      const text = writeSnapshot(inventory).trimEnd();
      const restored = restore(text.slice(0, Math.floor(text.length * at)), { label: 'cut.json' });
      expect(restored.ok).toBe(false);
      expect(restored.ok ? '' : restored.error.remedy).not.toBe('');
    }),
    { numRuns: 100 },
  );
});
