import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  type CliInput,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
} from '../cli-input.test-data.ts';
import { publicAdministrator } from './public-administrator.ts';

const find = (input: CliInput) => findWith(publicAdministrator, readCliDocument(input, FILE).inventory);

const lists = (more = {}) => ({
  ...instances(instance('i-1', 'p', { PublicIpAddress: '203.0.113.7', ...more })),
  ...profiles(profile('p', [role('p')])),
});
const attached = (arn: string) => ({
  'iam list-attached-role-policies --role-name p': {
    AttachedPolicies: [{ PolicyName: 'x', PolicyArn: arn }],
  },
});
const inline = (statement: object) => ({
  'iam get-role-policy': {
    RoleName: 'p',
    PolicyName: 'x',
    PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] },
  },
});

describe('a public administrator', () => {
  it('is an instance with a public address whose role may do everything', () => {
    const [finding] = find({ ...lists(), ...attached('arn:aws-us-gov:iam::aws:policy/AdministratorAccess') });
    expect(finding).toMatchObject({ severity: 'critical', nodeKinds: ['instance', 'profile', 'role'] });
    expect(find({ ...lists(), ...inline({ Action: '*', Resource: '*' }) })).toHaveLength(1);
  });

  it("is none without the address, with lesser rights, or with a policy of one's own of that name", () => {
    const admin = attached('arn:aws:iam::aws:policy/AdministratorAccess');
    expect(find({ ...lists({ PublicIpAddress: null }), ...admin })).toEqual([]);
    expect(find({ ...lists({ State: { Name: 'terminated' } }), ...admin })).toEqual([]);
    expect(find({ ...lists(), ...inline({ Action: 's3:*', Resource: '*' }) })).toEqual([]);
    expect(find({ ...lists(), ...attached('arn:aws:iam::111122223333:policy/AdministratorAccess') })).toEqual(
      [],
    );
  });
});
