import { describe, expect, it } from 'vitest';
import { type RoleTexts, readMfaForm, readRoleForm, readTokenRole } from './role-form.ts';

const texts = (change: Partial<RoleTexts> = {}): RoleTexts => ({
  roleArn: ' arn:aws:iam::111122223333:role/teams/audit ',
  externalId: '',
  sessionName: '',
  duration: '',
  mfaSerial: '',
  mfaCode: '',
  firstRoleArn: '',
  firstExternalId: '',
  ...change,
});
const HUB = 'arn:aws:iam::444455556666:role/hub';

describe('the fields about a role', () => {
  it('need no more than the role', () => {
    expect(readRoleForm(texts(), true)).toEqual({
      ok: true,
      value: {
        account: {
          label: 'audit of 111122223333',
          role: {
            roleArn: 'arn:aws:iam::111122223333:role/teams/audit',
            sessionName: 'rolewire',
            durationSeconds: undefined,
            limited: true,
          },
          via: undefined,
        },
        mfa: undefined,
      },
    });
  });

  it('take an external ID, a session name, a duration and an MFA code', () => {
    const filled = texts({
      externalId: 'acme-4711',
      sessionName: 'mira@harbour',
      duration: '14400',
      mfaSerial: 'arn:aws:iam::444455556666:mfa/mira',
      mfaCode: '123 456',
    });
    expect(readRoleForm(filled, false)).toMatchObject({
      ok: true,
      value: {
        account: {
          role: {
            externalId: 'acme-4711',
            sessionName: 'mira@harbour',
            durationSeconds: 14_400,
            limited: false,
          },
        },
        mfa: { serial: 'arn:aws:iam::444455556666:mfa/mira', code: '123456' },
      },
    });
  });

  it('take a first role that leads to the one that is wanted', () => {
    const filled = texts({
      firstRoleArn: HUB,
      firstExternalId: 'hub-1',
      externalId: 'acme',
      duration: '3600',
    });
    expect(readRoleForm(filled, true)).toMatchObject({
      ok: true,
      value: {
        account: {
          role: { externalId: 'acme', durationSeconds: 3600 },
          via: { roleArn: HUB, externalId: 'hub-1' },
        },
      },
    });
  });

  it.each([
    ['a role that is none', { roleArn: 'audit' }, 'roleArn'],
    ['an external ID with a space', { externalId: 'a b' }, 'externalId'],
    ['a session name with a space', { sessionName: 'Mira H' }, 'sessionName'],
    ['a duration below what AWS takes', { duration: '60' }, 'duration'],
    ['more than an hour through another role', { firstRoleArn: HUB, duration: '7200' }, 'duration'],
    ['a first role that is none', { firstRoleArn: 'hub' }, 'firstRoleArn'],
    ['a code without its device', { mfaCode: '123456' }, 'mfaSerial'],
    ['a code of five digits', { mfaSerial: 'GAHT12345678', mfaCode: '12345' }, 'mfaCode'],
  ])('say what is wrong with %s', (_name, change, field) => {
    const read = readRoleForm(texts(change), true);
    expect(read.ok ? [] : Object.keys(read.error)).toEqual([field]);
  });

  it('ask for device and code where MFA is the point', () => {
    expect(readMfaForm(texts())).toMatchObject({
      ok: false,
      error: { mfaSerial: expect.any(String), mfaCode: expect.any(String) },
    });
  });

  it('leave the external ID out for a token of an issuer, where AWS takes none', () => {
    const read = readTokenRole(texts({ externalId: 'acme' }), true);
    expect(read.ok && 'externalId' in read.value).toBe(false);
  });
});
