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
  template,
} from '../cli-input.test-data.ts';
import { profileUnused } from './profile-unused.ts';

const find = (input: CliInput) => findWith(profileUnused, readCliDocument(input, FILE).inventory);

const everything = {
  'ec2 describe-launch-template-versions': { LaunchTemplateVersions: [] },
  'autoscaling describe-launch-configurations': { LaunchConfigurations: [] },
};

describe('a profile that nobody uses', () => {
  it('is called unused only when all that may use it was read', () => {
    const lists = { ...instances(), ...profiles(profile('p', [role('p')])) };
    expect(find({ ...lists, ...everything })[0]).toMatchObject({
      severity: 'info',
      title: 'Unused profile',
      notChecked: [],
    });
    const [unsure] = find(lists);
    expect(unsure).toMatchObject({ severity: 'info', title: 'No user of the profile seen' });
    expect(unsure?.answer).toContain('not read: ec2:DescribeLaunchTemplateVersions');
    expect(unsure?.fix.sentence).toContain('Check other regions');
  });

  it('is one finding a role, however many profiles it has', () => {
    const many = profiles(...['a', 'b', 'c'].map((name) => profile(name, [role('r')])));
    const found = find({ ...instances(instance('i-1', 'a')), ...many });
    expect(found).toHaveLength(1);
    expect(found[0]?.answer).toContain('2 profiles of role `r` (`b` and `c`)');
  });

  it('is used when a launch template names it, or an instance still points at its forerunner', () => {
    expect(
      find({ ...instances(), ...profiles(profile('p', [role('p')])), ...template({ Name: 'p' }) }),
    ).toEqual([]);
    const again = profile('p', [role('p')], { InstanceProfileId: 'AIPANEWEXAMPLE0000001' });
    expect(find({ ...instances(instance('i-1', 'p')), ...profiles(again) })).toEqual([]);
  });

  it('is not spoken of where no instance was read at all', () => {
    expect(find(profiles(profile('p', [role('p')])))).toEqual([]);
  });
});
