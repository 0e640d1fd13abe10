import { describe, expect, it } from 'vitest';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type FileReading, readCliDocument } from './read-cli-document.ts';

const OPTIONS = { label: 'case.json', readAt: toIsoTime('2026-03-01T00:00:00.000Z') };

function read(document: Parameters<typeof readCliDocument>[0]): FileReading {
  return readCliDocument(document, OPTIONS);
}

function coverageOf(inventory: Inventory, call: string): string[] {
  return inventory.coverage
    .filter((entry) => entry.call === call)
    .map((entry) =>
      [entry.status, entry.reason?.kind, entry.accountId, entry.region].filter(Boolean).join(' '),
    );
}

describe('the cases', () => {
  it('are all there', () => {
    expect(CASES).toHaveLength(58);
  });

  it.each(CASES.map((one) => [one.id, one] as const))('case %i loads without loss', (id, { input }) => {
    const { inventory, notes, notUsed } = read(input);
    expect(notes).toEqual([]);
    expect(notUsed.map((one) => one.command)).toEqual(id === 85 ? ['note'] : []);
    const spoken = inventory.coverage.length + inventory.statements.length;
    expect(spoken).toBeGreaterThanOrEqual(Object.keys(input).length - notUsed.length);
  });
});
