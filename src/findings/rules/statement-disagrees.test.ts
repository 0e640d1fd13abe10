import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  type CliInput,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
  trust,
} from '../cli-input.test-data.ts';
import { statementDisagrees } from './statement-disagrees.ts';

const find = (input: CliInput) => findWith(statementDisagrees, readCliDocument(input, FILE).inventory);

const lists = { ...instances(instance('i-0a1', 'p')), ...profiles(profile('p', [role('r')])) };
const identity = (roleName: string, roleId: string, session = 'i-0a1') => ({
  'sts get-caller-identity': {
    UserId: `${roleId}:${session}`,
    Account: ACCOUNT,
    Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${roleName}/${session}`,
  },
});
const info = (fields: object) =>
  ({
    'curl -s http://169.254.169.254/latest/meta-data/iam/info': { Code: 'Success', ...fields },
  }) as CliInput;
const arn = `arn:aws:iam::${ACCOUNT}:instance-profile/p`;

describe('what a host says of itself', () => {
  it('is no matter while it agrees', () => {
    expect(find({ ...lists, ...identity('r', 'AROAREXAMPLE000001') })).toEqual([]);
    expect(
      find({ ...lists, ...info({ InstanceProfileArn: arn, InstanceProfileId: 'AIPAPEXAMPLE000001' }) }),
    ).toEqual([]);
  });

  it('is a warning when it acts as the old role, by name or by id', () => {
    expect(find({ ...lists, ...identity('old', 'AROAOLD') })[0]).toMatchObject({
      severity: 'warning',
      edgeKinds: ['holds', 'uses'],
    });
    expect(find({ ...lists, ...identity('r', 'AROAOLDEXAMPLE') })[0]?.answer).toContain(
      'deleted and made again',
    );
  });

  it('is about the link of the instance when the role is that of another profile', () => {
    const two = profiles(profile('p', [role('r')]), profile('q', [role('s')]));
    const [finding] = find({ ...lists, ...two, ...identity('s', 'AROASEXAMPLE000001') });
    expect(finding?.edgeKinds[0]).toBe('uses');
    expect(finding?.answer).toContain('credentials of another profile');
  });

  it('is critical when iam/info gives the id of a deleted profile', () => {
    const [finding] = find({ ...lists, ...info({ InstanceProfileArn: arn, InstanceProfileId: 'AIPAOLD' }) });
    expect(finding).toMatchObject({ severity: 'critical' });
    expect(finding?.fix.command).toContain('disassociate-iam-instance-profile');
  });

  it('is a warning when iam/info refuses though the lists are right, and none when they say why', () => {
    const refused = info({
      Code: 'AssumeRoleUnauthorizedAccess',
      InstanceProfileArn: arn,
      InstanceProfileId: 'AIPAPEXAMPLE000001',
    });
    expect(find({ ...lists, ...refused })[0]?.severity).toBe('warning');
    const wrong = profiles(profile('p', [role('r', trust({ Principal: { Service: 'rds.amazonaws.com' } }))]));
    expect(find({ ...lists, ...wrong, ...refused })).toEqual([]);
  });

  it('is no matter for people and sessions of accounts that were not read', () => {
    const user = {
      'sts get-caller-identity': { UserId: 'AIDAX', Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/x` },
    };
    expect(find({ ...lists, ...user })).toEqual([]);
  });
});

describe('a refusal of the metadata service', () => {
  it('is read from iam/security-credentials too, but never an answer that holds credentials', () => {
    const url = 'curl -s http://169.254.169.254/latest/meta-data/iam/security-credentials/r';
    const [refused] = find({ ...lists, [url]: { Code: 'AssumeRoleUnauthorizedAccess', Message: 'no' } });
    expect(refused).toMatchObject({ severity: 'warning', nodeKinds: ['instance', 'profile', 'role'] });
    expect(find({ ...lists, [url]: { Code: 'Success', AccessKeyId: 'ASIA', SecretAccessKey: 's' } })).toEqual(
      [],
    );
  });

  it('speaks of the profile, not of trust, when EC2 did not find the profile', () => {
    const [finding] = find({ ...lists, ...info({ Code: 'InstanceProfileNotFound' }) });
    expect(finding?.answer).toContain('EC2 did not find the profile');
    expect(finding?.fix.sentence).not.toContain('trust policy');
  });
});
