import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FILE, sampleInventory, sampleText } from '../../e2e/sample/make-sample.ts';
import { restore } from './restore.ts';

describe('the sample account', () => {
  const file = readFileSync(SAMPLE_FILE, 'utf8');

  it('in public/ is what the generator makes (npx tsx e2e/sample/make-sample.ts)', () => {
    expect(file).toBe(sampleText());
  });

  it('is read by the parser of all files, whole and marked as sample', () => {
    const reading = restore(file, { label: 'sample account' });
    expect(reading).toEqual({
      ok: true,
      value: { inventory: sampleInventory(), dismissals: [], notes: [], notUsed: [] },
    });
    expect(reading.ok && reading.value.inventory.kind).toBe('sample');
  });

  it('is an account of the size that a newcomer can look through', () => {
    const { instances, instanceProfiles, roles } = sampleInventory();
    expect(instances.length).toBeGreaterThanOrEqual(60);
    expect(instances.length).toBeLessThan(80);
    expect(instanceProfiles.length).toBeGreaterThanOrEqual(25);
    expect(roles.length).toBeGreaterThanOrEqual(30);
  });

  it('gives every record an id of its own, in the form that AWS gives', () => {
    const { instances, associations, instanceProfiles, roles } = sampleInventory();
    const ids = [
      ...instances.map((record) => record.InstanceId),
      ...associations.map((record) => record.AssociationId),
      ...instanceProfiles.map((record) => record.InstanceProfileId),
      ...roles.map((record) => record.RoleId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?:(?:i|iip-assoc)-[0-9a-f]{17}|(?:AIPA|AROA)[A-Z2-7]{17})$/);
  });

  it('keeps to the name lengths of IAM', () => {
    const { instanceProfiles, roles } = sampleInventory();
    expect(Math.max(...instanceProfiles.map((profile) => profile.InstanceProfileName.length))).toBe(128);
    expect(Math.max(...roles.map((role) => role.RoleName.length))).toBe(64);
  });

  it('points at nobody: accounts and addresses are those kept for documentation', () => {
    const { instances, accounts } = sampleInventory();
    expect(accounts.map((account) => account.accountId)).toEqual(['111122223333', '444455556666']);
    for (const { PublicIpAddress } of instances) {
      if (PublicIpAddress !== undefined) expect(PublicIpAddress).toMatch(/^(?:203\.0\.113|198\.51\.100)\./);
    }
  });
});
