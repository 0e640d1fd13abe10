import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FILE } from '../../e2e/sample/make-sample.ts';
import { readCliDocument } from '../../src/files/read-cli-document.ts';
import { writeSnapshot } from '../../src/files/snapshot.ts';
import { CASES } from '../../src/findings/load-cases.ts';
import { toIsoTime } from '../../src/inventory/ids.ts';
import { START_VIEW } from '../../src/state/address.ts';
import { SNAPSHOT_SCHEMA_FILE } from '../made-files.ts';

const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(SNAPSHOT_SCHEMA_FILE, 'utf8')));
const DISMISSAL = { id: 'empty-profile:a', reason: 'a marker', at: '2026-03-01T00:00:00.000Z' };

/** What is wrong with the text of a snapshot, by the published schema. */
function wrongIn(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function snapshotOf(input: Parameters<typeof readCliDocument>[0]): string {
  const readAt = toIsoTime('2026-03-01T00:00:00.000Z');
  const { inventory } = readCliDocument(input, { label: 'x.json', readAt });
  return writeSnapshot(inventory, [DISMISSAL], { ...START_VIEW, selected: 'instance:i-1' });
}

describe('the published schema of a snapshot', () => {
  it.each(CASES.map((one) => [one.id, one] as const))('describes the snapshot of case %i', (_, { input }) => {
    expect(wrongIn(snapshotOf(input))).toEqual([]);
  });

  it('describes the sample account, which is a snapshot', () => {
    expect(wrongIn(readFileSync(SAMPLE_FILE, 'utf8'))).toEqual([]);
  });

  it('finds what Rolewire would refuse', () => {
    const text = snapshotOf(CASES[0]?.input ?? {});
    expect(wrongIn(text.replace('"version":2', '"version":3'))).toEqual([
      '/version: must be equal to constant',
    ]);
    expect(wrongIn(text.replace('"view":"graph"', '"view":"globe"'))).toEqual([
      '/view/view: must be equal to one of the allowed values',
    ]);
    expect(wrongIn(text.replace('"a marker"', '7'))).toEqual(['/dismissals/0/reason: must be string']);
    expect(wrongIn(text.replace(/"InstanceId":"i-[^"]+"/, '"InstanceId":7'))).toContain(
      '/inventory/instances/0/InstanceId: must be string',
    );
  });

  it('says what it is', () => {
    const schema = JSON.parse(readFileSync(SNAPSHOT_SCHEMA_FILE, 'utf8'));
    expect(schema).toMatchObject({ $id: 'urn:rolewire:snapshot:2', title: 'Rolewire snapshot, version 2' });
  });
});
