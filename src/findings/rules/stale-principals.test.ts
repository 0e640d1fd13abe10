import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, role, roles, trust } from '../cli-input.test-data.ts';
import { stalePrincipals } from './stale-principals.ts';

const find = (input: CliInput) => findWith(stalePrincipals, readCliDocument(input, FILE).inventory);

const named = (...aws: readonly string[]) => role('target', trust({ Principal: { AWS: aws } }));

describe('a deleted principal in a trust', () => {
  it('is a warning for ids of roles and users that nothing listed has', () => {
    const [finding] = find(roles(named('AROAEXAMPLE0000000099', 'AIDAEXAMPLE0000000077')));
    expect(finding).toMatchObject({ severity: 'warning', nodeKinds: ['role'] });
    expect(finding?.answer).toContain('`AROAEXAMPLE0000000099` and `AIDAEXAMPLE0000000077`');
  });

  it('is no matter where the id is that of a listed role', () => {
    expect(find(roles(named('AROAOTHEREXAMPLE000001'), role('other')))).toEqual([]);
  });

  it('cannot be told while the list of roles is cut', () => {
    const cut = {
      'iam list-roles': { Roles: [named('AROAEXAMPLE0000000099')], IsTruncated: true, Marker: 'm' },
    };
    expect(find(cut)[0]).toMatchObject({ severity: 'unknown', notChecked: [{ call: 'iam:ListRoles' }] });
  });

  it('is not an ARN or an account', () => {
    expect(find(roles(named('arn:aws:iam::111122223333:role/AROAEXAMPLE', '111122223333')))).toEqual([]);
  });
});
