import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role, roles } from '../cli-input.test-data.ts';
import { namesInOtherCase } from './names-in-other-case.ts';

const find = (input: CliInput) => findWith(namesInOtherCase, readCliDocument(input, FILE).inventory);

describe('names in other letter case', () => {
  it('are suspicious, of profiles and of roles', () => {
    const found = find({
      ...profiles(profile('App', [role('x')]), profile('app', [role('x')])),
      ...roles(role('R'), role('r')),
    });
    expect(found.map(({ severity, nodeKinds }) => [severity, nodeKinds])).toEqual([
      ['info', ['profile', 'profile']],
      ['info', ['role', 'role']],
    ]);
  });

  it('are not a profile made again under its own name', () => {
    const again = profile('app', [], { InstanceProfileId: 'AIPAOTHER000000000001' });
    expect(find(profiles(profile('app', []), again))).toEqual([]);
  });
});
