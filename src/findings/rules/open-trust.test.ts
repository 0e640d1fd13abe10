import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, role, roles, trust } from '../cli-input.test-data.ts';
import { openTrust } from './open-trust.ts';

const find = (input: CliInput) => findWith(openTrust, readCliDocument(input, FILE).inventory);

const of = (statement: Parameters<typeof trust>[0]) => find(roles(role('r', trust(statement))));

describe('a trust that is open to anyone', () => {
  it('is critical in both spellings of the wildcard, encoded too', () => {
    expect(of({ Principal: '*' })[0]).toMatchObject({ severity: 'critical', nodeKinds: ['role'] });
    expect(of({ Principal: { AWS: ['*'] } })).toHaveLength(1);
    const encoded = encodeURIComponent(JSON.stringify(trust({ Principal: '*' })));
    expect(find(roles(role('r', encoded)))).toHaveLength(1);
  });

  it('is not open with a condition, under Deny, or for another action', () => {
    expect(of({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })).toEqual([]);
    expect(of({ Principal: '*', Effect: 'Deny' })).toEqual([]);
    expect(of({ Principal: '*', Action: 'sts:TagSession' })).toEqual([]);
    expect(of({})).toEqual([]);
  });
});
