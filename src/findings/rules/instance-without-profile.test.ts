import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, instance, instances } from '../cli-input.test-data.ts';
import { instanceWithoutProfile } from './instance-without-profile.ts';

const find = (input: CliInput) => findWith(instanceWithoutProfile, readCliDocument(input, FILE).inventory);

const setting = (value: string) => ({
  'ssm get-service-setting': {
    ServiceSetting: {
      SettingId: '/ssm/managed-instance/default-ec2-instance-management-role',
      SettingValue: value,
    },
  },
});

describe('an instance without a profile', () => {
  it('is a note, one for all of a region', () => {
    const found = find(instances(instance('i-1'), instance('i-2'), instance('i-3', 'p')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', nodeKinds: ['instance', 'instance'] });
  });

  it('takes absent, null and empty references alike, and leaves out instances that are over', () => {
    const found = find(
      instances(
        instance('i-1', undefined, { IamInstanceProfile: null }),
        instance('i-2', undefined, { IamInstanceProfile: {} }),
        instance('i-3', undefined, { State: { Name: 'terminated' } }),
        instance('i-4', undefined, { State: { Name: 'shutting-down' } }),
      ),
    );
    expect(found[0]?.answer).toContain('`i-1` and `i-2`');
    expect(found[0]?.nodes).toHaveLength(2);
  });

  it('knows that Systems Manager may lend a role, and says when that was not read', () => {
    const bare = instances(instance('i-1'));
    expect(find({ ...bare, ...setting('$None') })[0]?.answer).toContain('is off in this region');
    expect(find({ ...bare, ...setting('service-role/Lent') })[0]?.answer).toContain('`Lent`');
    expect(find(bare)[0]?.notChecked).toMatchObject([{ call: 'ssm:GetServiceSetting' }]);
  });
});
