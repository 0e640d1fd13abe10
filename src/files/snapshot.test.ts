import { readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Brand } from '../base/brand.ts';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { readCliDocument } from './read-cli-document.ts';
import { restore } from './restore.ts';
import { writeSnapshot } from './snapshot.ts';
import type { INVENTORY_SCHEMA } from './snapshot-schema.ts';
import type { SnapshotView } from './snapshot-view.ts';

const VERSION_1 = new URL('snapshot-version-1.test-data.json', import.meta.url);
const VIEW: SnapshotView = {
  view: 'table',
  selected: 'role:arn:aws:iam::111122223333:role/app',
  filter: {
    search: 'web',
    accounts: ['111122223333'],
    regions: [],
    states: ['running'],
    onlyBroken: true,
    onlyNamesDiffer: false,
    onlyUnused: false,
    withTerminated: true,
  },
  openFolds: ['stack:web'],
};
const OPTIONS = { label: 'x.json', readAt: toIsoTime('2026-03-01T00:00:00.000Z') };

describe('a snapshot', () => {
  it.each(CASES.map((one) => [one.id, one] as const))('of case %i comes back as it was', (_, { input }) => {
    const { inventory } = readCliDocument(input, OPTIONS);
    expect(restore(writeSnapshot(inventory), { label: 'other' })).toEqual({
      ok: true,
      value: { inventory, dismissals: [], notes: [], notUsed: [] },
    });
  });

  it('brings back what was put aside and why, and refuses a list of another form', () => {
    const { inventory } = readCliDocument(CASES[0]?.input ?? {}, OPTIONS);
    const dismissals = [{ id: 'empty-profile:a', reason: 'a marker', at: '2026-03-01T00:00:00.000Z' }];
    const text = writeSnapshot(inventory, dismissals);
    expect(restore(text, OPTIONS)).toMatchObject({ ok: true, value: { dismissals } });
    expect(restore(text.replace('"a marker"', '7'), OPTIONS)).toMatchObject({
      ok: false,
      error: { kind: 'damaged-snapshot' },
    });
  });

  it('brings back what was on screen, and refuses a view of another form', () => {
    const { inventory } = readCliDocument(CASES[0]?.input ?? {}, OPTIONS);
    const text = writeSnapshot(inventory, [], VIEW);
    expect(restore(text, OPTIONS)).toMatchObject({ ok: true, value: { view: VIEW } });
    expect(restore(text.replace('"onlyBroken":true', '"onlyBroken":"yes"'), OPTIONS)).toMatchObject({
      ok: false,
      error: { kind: 'damaged-snapshot', message: expect.stringContaining('"view.filter.onlyBroken"') },
    });
  });

  it('of version 1 opens whole; a view is none of its own', () => {
    const old = readFileSync(VERSION_1, 'utf8');
    const { version, inventory, dismissals } = JSON.parse(old);
    expect(version).toBe(1);
    // Users and groups came later, and none is what an old snapshot knows of them.
    const value = { inventory: { ...inventory, users: [], groups: [] }, dismissals, notes: [], notUsed: [] };
    expect(restore(old, OPTIONS)).toEqual({ ok: true, value });
    expect(restore(old.replace('{', '{"view":{"view":"none"},'), OPTIONS)).toEqual({ ok: true, value });
    expect(dismissals).toHaveLength(1);
    for (const list of Object.values(inventory).filter(Array.isArray)) expect(list).not.toEqual([]);
  });

  it('of a newer version is refused with both versions, whatever else it holds', () => {
    const text = '{"format":"rolewire-inventory","version":3,"inventory":7}';
    const restored = restore(text, OPTIONS);
    expect(restored).toMatchObject({ ok: false, error: { kind: 'wrong-version' } });
    expect(restored.ok ? '' : restored.error.message).toMatch(/version 3.*up to 2/);
  });

  it.each(['"2"', 'null', '0', '1.5', '-1', '{}'])('whose version is %s is damaged', (version) => {
    const text = `{"format":"rolewire-inventory","version":${version},"inventory":{}}`;
    expect(restore(text, OPTIONS)).toMatchObject({ ok: false, error: { kind: 'damaged-snapshot' } });
  });

  it('that is damaged says where', () => {
    const { inventory } = readCliDocument(CASES[0]?.input ?? {}, OPTIONS);
    const text = writeSnapshot(inventory).replace('"InstanceId":"i-00000000000000001"', '"InstanceId":7');
    const restored = restore(text, OPTIONS);
    expect(restored.ok ? '' : restored.error.message).toContain('instances.0.InstanceId');
  });

  it('keeps trust policies as deep as a file may bring them', () => {
    const nested = JSON.parse(`${'['.repeat(58)}${']'.repeat(58)}`);
    const document = { 'iam list-roles': { Roles: [{ RoleName: 'a', AssumeRolePolicyDocument: nested }] } };
    const restored = restore(JSON.stringify(document), OPTIONS);
    const inventory = restored.ok ? restored.value.inventory : undefined;
    expect(inventory?.roles).toHaveLength(1);
    expect(inventory && restore(writeSnapshot(inventory), OPTIONS)).toMatchObject({ ok: true });
  });
});

/** A type with every optional field made required, however deep: so a field that the schema forgets is a type error here. */
type Whole<Value> = Value extends Brand<string> | string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : { readonly [Key in keyof Value]-?: Whole<Exclude<Value[Key], undefined>> };

it('has every field of the inventory, and no other (checked by the compiler)', () => {
  expectTypeOf<Whole<v.InferOutput<typeof INVENTORY_SCHEMA>>>().toEqualTypeOf<Whole<Inventory>>();
});
