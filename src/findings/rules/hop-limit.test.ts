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
import { hopLimit } from './hop-limit.ts';

const find = (input: CliInput) => findWith(hopLimit, readCliDocument(input, FILE).inventory);

const lists = profiles(profile('p', [role('p')]));
const on = (more = {}) =>
  instance('i-1', 'p', {
    MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
    ...more,
  });

describe('a hop limit of one', () => {
  it('is found on an instance with a profile, with the command that changes it', () => {
    const [finding] = find({ ...instances(on()), ...lists });
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.nodeKinds[0]).toBe('instance');
    expect(finding?.fix.command).toContain('--instance-id i-1 --http-put-response-hop-limit 2');
  });

  it('is not found with other options, without options, without a profile, or on a terminated instance', () => {
    const others = [
      instance('i-1', 'p', { MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: 1 } }),
      instance('i-2', 'p'),
      instance('i-3', undefined, { MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 } }),
      instance('i-4', 'p', {
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        State: { Name: 'terminated' },
      }),
    ];
    expect(find({ ...instances(...others), ...lists })).toEqual([]);
  });

  it('points at container hosts by their tags', () => {
    const host = on({ Tags: [{ Key: 'eks:cluster-name', Value: 'c' }] });
    expect(find({ ...instances(host), ...lists })[0]?.answer).toContain('these are container hosts: `i-1`');
  });
});
