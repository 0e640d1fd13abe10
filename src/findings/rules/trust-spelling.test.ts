import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role, trust } from '../cli-input.test-data.ts';
import { trustSpelling } from './trust-spelling.ts';

const find = (input: CliInput) => findWith(trustSpelling, readCliDocument(input, FILE).inventory);

const inPartition = (partition: string, service: string | readonly string[]) =>
  find(
    profiles(
      profile(
        'p',
        [
          role('r', trust({ Principal: { Service: service } }), {
            Arn: `arn:${partition}:iam::111122223333:role/r`,
          }),
        ],
        {
          Arn: `arn:${partition}:iam::111122223333:instance-profile/p`,
        },
      ),
    ),
  );

describe('a spelling of EC2', () => {
  it('is a warning in China where the .cn form is absent, a note where only that is listed', () => {
    const [finding] = inPartition('aws-cn', 'ec2.amazonaws.com');
    expect(finding).toMatchObject({ severity: 'warning', edgeKinds: ['holds'] });
    expect(finding?.fix.command).toContain('--region cn-north-1');
    expect(inPartition('aws-cn', 'ec2.amazonaws.com.cn')[0]?.severity).toBe('info');
    expect(inPartition('aws-cn', ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'])).toEqual([]);
  });

  it('is a note in isolated partitions where it is the old one', () => {
    expect(inPartition('aws-iso', 'ec2.c2s.ic.gov')[0]).toMatchObject({
      severity: 'info',
      title: 'Legacy EC2 principal',
    });
  });

  it('is right as usual elsewhere', () => {
    expect(inPartition('aws', 'ec2.amazonaws.com')).toEqual([]);
    expect(inPartition('aws-us-gov', 'ec2.amazonaws.com')).toEqual([]);
  });
});
