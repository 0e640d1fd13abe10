import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, role, roles, trust } from '../cli-input.test-data.ts';
import { boundaryPresent } from './boundary-present.ts';

const find = (input: CliInput) => findWith(boundaryPresent, readCliDocument(input, FILE).inventory);

const boundary = {
  PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Fence' },
};

describe('a permissions boundary', () => {
  it('is shown on the role when a full record tells of it', () => {
    const [finding] = find({ 'iam get-role': { Role: role('r', undefined, boundary) } });
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['role'] });
    expect(finding?.answer).toContain('`Fence`');
  });

  it('is not denied by a list that leaves boundaries out, nor shown on roles of other services', () => {
    expect(find(roles(role('r')))).toEqual([]);
    const lambda = trust({ Principal: { Service: 'lambda.amazonaws.com' } });
    expect(find({ 'iam get-role': { Role: role('r', lambda, boundary) } })).toEqual([]);
  });
});
