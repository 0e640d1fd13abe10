import { describe, expect, it } from 'vitest';
import { accountPreset } from '../access/account-preset.ts';
import { exampleRequest } from '../access/example-request.ts';
import { accountProblems, parseSavedAccounts, readPresets } from './saved-accounts.ts';

const ACME = {
  label: 'Acme',
  roleArn: 'arn:aws:iam::111122223333:role/audit',
  externalId: 'acme-4711',
  regions: ['eu-west-1'],
};

describe('account presets', () => {
  it('can be pasted one by one or as a list', () => {
    expect(readPresets(JSON.stringify(ACME))).toEqual({ ok: true, value: [ACME] });
    expect(readPresets(JSON.stringify([ACME, { ...ACME, label: 'B' }]))).toMatchObject({
      ok: true,
      value: [ACME, { label: 'B' }],
    });
  });

  it('are what "Ask a customer for access" makes', () => {
    const preset = accountPreset({ ...exampleRequest(), customerAccount: '111122223333' });
    expect(readPresets(JSON.stringify(preset))).toEqual({ ok: true, value: [preset] });
  });

  it.each([
    ['text', 'Acme', 'not JSON'],
    ['a number', '7', 'each account must be an object'],
    ['a preset without its role', '{"label": "Acme"}', '"roleArn" is missing'],
    [
      'a preset whose account is not known yet',
      JSON.stringify({ ...ACME, roleArn: 'arn:aws:iam::CUSTOMER_ACCOUNT_ID:role/audit' }),
      '"roleArn" must be a role ARN',
    ],
    [
      'a secret that has no place there',
      JSON.stringify({ ...ACME, secretAccessKey: 'x' }),
      '"secretAccessKey" is not',
    ],
    [
      'the second of a list',
      JSON.stringify([ACME, { ...ACME, externalId: 'a b' }]),
      'Account 2: "externalId" must',
    ],
  ])('say what is wrong with %s', (_name, text, words) => {
    const read = readPresets(text);
    expect(read.ok ? '' : read.error).toContain(words);
  });

  it('count as none where the stored text is damaged or holds more than it may', () => {
    expect(parseSavedAccounts('[{')).toEqual([]);
    expect(parseSavedAccounts(JSON.stringify([{ ...ACME, secretAccessKey: 'x' }]))).toEqual([]);
    expect(parseSavedAccounts(JSON.stringify([ACME]))).toEqual([ACME]);
  });

  it('are checked field by field', () => {
    expect(accountProblems(ACME)).toEqual({});
    expect(
      accountProblems({ label: ' ', roleArn: 'audit', externalId: 'a b', regions: ['Ireland'] }),
    ).toMatchObject({
      label: expect.stringContaining('1 to 80'),
      roleArn: expect.stringContaining('role ARN'),
      externalId: expect.stringContaining('letters'),
      regions: expect.stringContaining('eu-west-1'),
    });
  });
});
