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
import { profileMadeAgain } from './profile-made-again.ts';

const find = (input: CliInput) => findWith(profileMadeAgain, readCliDocument(input, FILE).inventory);

const again = profile('p', [role('p')], { InstanceProfileId: 'AIPANEWEXAMPLE0000001' });

describe('a profile made again', () => {
  it('is told by the same ARN with another id, and shows both ids', () => {
    const [finding] = find({ ...instances(instance('i-1', 'p')), ...profiles(again) });
    expect(finding).toMatchObject({ severity: 'critical', edgeKinds: ['uses'] });
    expect(finding?.evidence.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['AIPAPEXAMPLE000001', 'AIPANEWEXAMPLE0000001']),
    );
    expect(finding?.fix.command).toMatch(/disassociate-iam-instance-profile[\s\S]*Name=p/);
  });

  it('is not an id of the association, which emulators put in its place', () => {
    const emulated = instance('i-1', 'p', {
      IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/p', Id: 'iip-assoc-1' },
    });
    expect(find({ ...instances(emulated), ...profiles(again) })).toEqual([]);
  });

  it('is not concluded from a cut list', () => {
    const cut = {
      'iam list-instance-profiles': { InstanceProfiles: [again], IsTruncated: true, Marker: 'm' },
    };
    expect(find({ ...instances(instance('i-1', 'p')), ...cut })).toEqual([]);
  });
});
