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
import { defaultHostManagement } from './default-host-management.ts';

const find = (input: CliInput) => findWith(defaultHostManagement, readCliDocument(input, FILE).inventory);

const setting = (value: string) => ({
  'ssm get-service-setting': {
    ServiceSetting: {
      SettingId: '/ssm/managed-instance/default-ec2-instance-management-role',
      SettingValue: value,
    },
  },
});
const lists = { ...instances(instance('i-1', 'p')), ...profiles(profile('p', [role('p')])) };

const policies = (arn: string): CliInput => ({
  'iam list-attached-role-policies --role-name p': {
    AttachedPolicies: [{ PolicyName: 'x', PolicyArn: arn }],
  },
  'iam list-role-policies --role-name p': { PolicyNames: [] },
});

describe('default host management', () => {
  it('comes after the role of the instance, and its value is taken apart into path and name', () => {
    const [finding] = find({ ...lists, ...setting('service-role/Lent') });
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['instance', 'role'] });
    expect(finding?.answer).toContain('role `Lent`, path `/service-role/`');
    expect(finding?.fix.command).toContain('AmazonSSMManagedInstanceCore');
  });

  it('is no matter when the role has rights for Systems Manager, or when the setting is off', () => {
    const rights = {
      'iam list-attached-role-policies --role-name p': {
        AttachedPolicies: [
          {
            PolicyName: 'AmazonSSMManagedInstanceCore',
            PolicyArn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
          },
        ],
      },
    };
    expect(find({ ...lists, ...setting('service-role/Lent'), ...rights })).toEqual([]);
    expect(find({ ...lists, ...setting('$None') })).toEqual([]);
    expect(find(lists)).toEqual([]);
  });

  it('that is off leaves an instance whose role surely lacks the rights to nobody', () => {
    const [finding] = find({
      ...lists,
      ...setting('$None'),
      ...policies('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'),
    });
    expect(finding).toMatchObject({ severity: 'info', title: 'Systems Manager cannot manage the instance' });
    // What a policy of one's own allows can't be told by its name.
    expect(
      find({ ...lists, ...setting('$None'), ...policies('arn:aws:iam::111122223333:policy/own') }),
    ).toEqual([]);
  });
});
