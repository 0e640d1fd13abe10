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
import { profileGone } from './profile-gone.ts';

const find = (input: CliInput) => findWith(profileGone, readCliDocument(input, FILE).inventory);

describe('a profile that is gone', () => {
  it('is critical for the live instances that refer to it', () => {
    const [finding] = find({
      ...instances(instance('i-1', 'gone'), instance('i-2', 'gone')),
      ...profiles(profile('p', [role('p')])),
    });
    expect(finding).toMatchObject({ severity: 'critical', edgeKinds: ['uses', 'uses'] });
    expect(finding?.answer).toContain('`i-1` and `i-2` use profile `gone`');
    expect(finding?.fix.command).toContain('replace-iam-instance-profile-association');
  });

  it('is attached in two steps on a stopped instance', () => {
    const stopped = instance('i-1', 'gone', { State: { Name: 'stopped' } });
    const [finding] = find({ ...instances(stopped), ...profiles(profile('p', [role('p')])) });
    expect(finding?.fix.command).toMatch(
      /disassociate-iam-instance-profile[\s\S]*associate-iam-instance-profile/,
    );
    expect(finding?.fix.command).not.toContain('replace-iam');
  });

  it('is never concluded from a cut list', () => {
    const cut = {
      'iam list-instance-profiles': { InstanceProfiles: [profile('p', [])], IsTruncated: true, Marker: 'm' },
    };
    expect(find({ ...instances(instance('i-1', 'gone')), ...cut })).toEqual([]);
  });

  it('is not worth a word for a terminated instance', () => {
    const over = instance('i-1', 'gone', { State: { Name: 'shutting-down' } });
    expect(find({ ...instances(over), ...profiles(profile('p', [role('p')])) })).toEqual([]);
  });
});
