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
  roles,
  template,
} from '../cli-input.test-data.ts';
import { emptyProfile } from './empty-profile.ts';

const find = (input: CliInput) => findWith(emptyProfile, readCliDocument(input, FILE).inventory);

describe('an empty profile', () => {
  it('is critical while a live instance uses it, with the command that fills it', () => {
    const [finding] = find({ ...instances(instance('i-1', 'p')), ...profiles(profile('p', [])) });
    expect(finding).toMatchObject({
      severity: 'critical',
      nodeKinds: ['profile', 'instance'],
      edgeKinds: ['holds', 'uses'],
    });
    expect(finding?.fix.command).toContain('add-role-to-instance-profile --instance-profile-name p');
    expect(finding?.fix.sentence).toContain('identity marker');
  });

  it('is an orphan to delete when every instance was read and none uses it', () => {
    const [finding] = find({ ...instances(), ...profiles(profile('p', [])), ...roles() });
    expect(finding).toMatchObject({
      severity: 'info',
      fix: { command: 'aws iam delete-instance-profile --instance-profile-name p' },
    });
  });

  it('is no orphan when only a terminated instance names it, nor is that one spoken of', () => {
    const gone = instance('i-1', 'p', { State: { Name: 'terminated' } });
    expect(find({ ...instances(gone), ...profiles(profile('p', [])) })[0]).toMatchObject({
      severity: 'info',
      nodeKinds: ['profile'],
    });
  });

  it('is a warning while nobody knows its users, and says which call is missing', () => {
    const [finding] = find(profiles(profile('p', [])));
    expect(finding).toMatchObject({ severity: 'warning', notChecked: [{ call: 'ec2:DescribeInstances' }] });
  });

  it('is a warning when a template names it, and when a role of its name waits to be added', () => {
    expect(
      find({ ...instances(), ...profiles(profile('p', [])), ...template({ Name: 'p' }) })[0]?.severity,
    ).toBe('warning');
    const [named] = find({ ...instances(), ...profiles(profile('P', [])), ...roles(role('p')) });
    expect(named).toMatchObject({ severity: 'warning' });
    expect(named?.fix.command).toContain('--role-name p');
  });

  it('is not a profile that holds a role, nor one whose roles were not supplied', () => {
    const trimmed = { InstanceProfileName: 'q', InstanceProfileId: 'AIPAQ' };
    expect(find(profiles(profile('p', [role('r')]), trimmed))).toEqual([]);
  });
});
