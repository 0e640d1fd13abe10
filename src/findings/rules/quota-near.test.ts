import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { ACCOUNT, type CliInput, FILE, findWith } from '../cli-input.test-data.ts';
import { quotaNear } from './quota-near.ts';

const find = (input: CliInput) => findWith(quotaNear, readCliDocument(input, FILE).inventory);

const summary = (map: Readonly<Record<string, number>>) =>
  find({ 'iam get-account-summary': { SummaryMap: map } });

describe('a quota', () => {
  it('is near from 90 % on, of profiles and of roles', () => {
    const found = summary({
      InstanceProfiles: 900,
      InstanceProfilesQuota: 1000,
      Roles: 999,
      RolesQuota: 1000,
    });
    expect(found.map(({ severity, nodeKinds }) => [severity, nodeKinds[0]])).toEqual([
      ['warning', 'account'],
      ['warning', 'account'],
    ]);
  });

  it('is far below that, and unknown without its number', () => {
    expect(summary({ InstanceProfiles: 899, InstanceProfilesQuota: 1000 })).toEqual([]);
    expect(summary({ InstanceProfiles: 999 })).toEqual([]);
  });

  it('names the account when the command tells it', () => {
    const [finding] = find({
      [`account ${ACCOUNT}: iam get-account-summary`]: { SummaryMap: { Roles: 990, RolesQuota: 1000 } },
    });
    expect(finding?.answer).toContain(`account \`${ACCOUNT}\``);
  });
});
