import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role, roles } from '../cli-input.test-data.ts';
import { rolePath } from './role-path.ts';

const find = (input: CliInput) => findWith(rolePath, readCliDocument(input, FILE).inventory);

const withPath = role('r', undefined, { Path: '/team/', Arn: 'arn:aws:iam::111122223333:role/team/r' });

describe('a role with a path', () => {
  it('is noted in a profile, with the ARN that aws-auth wants', () => {
    const [finding] = find(profiles(profile('p', [withPath])));
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.fix.sentence).toContain('`arn:aws:iam::111122223333:role/r`');
  });

  it('is no matter in no profile, nor is a profile with a path', () => {
    expect(find(roles(withPath))).toEqual([]);
    expect(
      find(
        profiles(
          profile('p', [role('r')], { Path: '/a/', Arn: 'arn:aws:iam::111122223333:instance-profile/a/p' }),
        ),
      ),
    ).toEqual([]);
  });
});
