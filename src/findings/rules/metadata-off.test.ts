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
import { metadataOff } from './metadata-off.ts';

const find = (input: CliInput) => findWith(metadataOff, readCliDocument(input, FILE).inventory);

const lists = profiles(profile('p', [role('p')]));
const on = (more = {}) => instance('i-1', 'p', { MetadataOptions: { HttpEndpoint: 'disabled' }, ...more });

describe('a metadata service that is off', () => {
  it('is found on an instance with a profile, with the command that changes it', () => {
    const [finding] = find({ ...instances(on()), ...lists });
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.nodeKinds[0]).toBe('instance');
    expect(finding?.fix.command).toContain('--instance-id i-1 --http-endpoint enabled');
  });

  it('is not found with other options, without options, without a profile, or on a terminated instance', () => {
    const others = [
      instance('i-1', 'p', { MetadataOptions: { HttpEndpoint: 'enabled' } }),
      instance('i-2', 'p'),
      instance('i-3', undefined, { MetadataOptions: { HttpEndpoint: 'disabled' } }),
      instance('i-4', 'p', { MetadataOptions: { HttpEndpoint: 'disabled' }, State: { Name: 'terminated' } }),
    ];
    expect(find({ ...instances(...others), ...lists })).toEqual([]);
  });
});
