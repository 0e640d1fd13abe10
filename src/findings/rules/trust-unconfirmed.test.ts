import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role, trust } from '../cli-input.test-data.ts';
import { trustUnconfirmed } from './trust-unconfirmed.ts';

const find = (input: CliInput) => findWith(trustUnconfirmed, readCliDocument(input, FILE).inventory);

const of = (document: Parameters<typeof role>[1]) => find(profiles(profile('p', [role('r', document)])));

describe('a trust that cannot be confirmed', () => {
  it('is a warning where a conditional Deny may cover EC2', () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    };
    const [finding] = of({ Statement: [...(trust({}).Statement as []), deny] });
    expect(finding).toMatchObject({ severity: 'warning', edgeKinds: ['holds'] });
    expect(finding?.fix.sentence).toContain('aws:PrincipalIsAWSService');
  });

  it('is unknown where the policy is unreadable or absent, with the call that would tell', () => {
    expect(of('table text')[0]).toMatchObject({ severity: 'unknown', notChecked: [{ call: 'iam:GetRole' }] });
    const { AssumeRolePolicyDocument: _left, ...bare } = role('r');
    expect(find(profiles(profile('p', [bare])))[0]).toMatchObject({ severity: 'unknown' });
  });

  it('is no matter where the trust is plain', () => {
    expect(of(trust({}))).toEqual([]);
  });
});
