import { describe, expect, it, test } from 'vitest';
import {
  readActions,
  readBucket,
  readKmsKey,
  readLogGroup,
  readRepository,
  readResource,
  readRoleArn,
} from './resource-input.ts';

describe('a bucket is understood', () => {
  it.each([
    ['my-lake', 'arn:aws:s3:::my-lake', ''],
    ['  my-lake/a/b.csv ', 'arn:aws:s3:::my-lake', 'a/b.csv'],
    ['s3://my-lake/a/', 'arn:aws:s3:::my-lake', 'a/'],
    ['s3a://my-lake/a', 'arn:aws:s3:::my-lake', 'a'],
    ['arn:aws-cn:s3:::my-lake/a:b', 'arn:aws-cn:s3:::my-lake', 'a:b'],
    ['https://my-lake.s3.eu-west-1.amazonaws.com/a%20b.csv', 'arn:aws:s3:::my-lake', 'a b.csv'],
    ['https://my.dotted.lake.s3.amazonaws.com/', 'arn:aws:s3:::my.dotted.lake', ''],
    ['https://s3.eu-west-1.amazonaws.com/my-lake/a', 'arn:aws:s3:::my-lake', 'a'],
    ['https://s3-eu-west-1.amazonaws.com/my-lake', 'arn:aws:s3:::my-lake', ''],
    [
      'https://eu-west-1.console.aws.amazon.com/s3/buckets/my-lake?region=eu-west-1&prefix=a/&showversions=false',
      'arn:aws:s3:::my-lake',
      'a/',
    ],
  ])('from %s', (text, arn, key) => {
    expect(readBucket(text, 'aws')).toMatchObject({ ok: true, value: { arn, key, objects: `${arn}/` } });
  });

  it('by the ARN of an access point, whose objects are written another way', () => {
    const arn = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/lake';
    expect(readBucket(`${arn}/object/a.csv`, 'aws')).toEqual({
      ok: true,
      value: { arn, objects: `${arn}/object/`, key: 'a.csv', name: 'lake', account: '111122223333' },
    });
  });

  it('in the partition of the role when only its name is given', () => {
    expect(readBucket('my-lake', 'aws-us-gov')).toMatchObject({
      value: { arn: 'arn:aws-us-gov:s3:::my-lake' },
    });
  });

  it.each([
    ['', /Name a bucket/],
    ['My_Lake', /no capitals/],
    ['ab', /3 to 63/],
    ['lake-1a2b3c-s3alias', /alias of an access point/],
    ['arn:aws:sqs:eu-west-1:1:queue', /ARN of sqs/],
    ['https://example.com/lake', /no host of S3/],
    ['${bucket}', /variable/],
  ])('or refused with a reason: %s', (text, error) => {
    expect(readBucket(text, 'aws')).toMatchObject({ ok: false, error: expect.stringMatching(error) });
  });
});

describe('a KMS key', () => {
  const arn = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  it('is taken by its ARN, which says whose it is', () => {
    expect(readKmsKey(arn)).toEqual({
      ok: true,
      value: { arn, account: '444455556666', region: 'eu-west-1' },
    });
  });

  it.each(['alias/lake', 'arn:aws:kms:eu-west-1:444455556666:alias/lake'])(
    'is not guessed from %s: the error tells how to get its ARN',
    (text) => {
      expect(readKmsKey(text)).toMatchObject({
        ok: false,
        error: expect.stringContaining('aws kms describe-key --key-id alias/lake'),
      });
    },
  );

  it('is not completed from a bare ID', () => {
    expect(readKmsKey('1234abcd-12ab-34cd-56ef-1234567890ab').ok).toBe(false);
  });
});

test('a repository is understood from the address of an image', () => {
  expect(readRepository('111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2', 'aws')).toMatchObject({
    value: { arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/team/app', account: '111122223333' },
  });
});

test('a log group is understood with and without its star', () => {
  const home = { partition: 'aws', account: '111122223333', region: 'eu-west-1' };
  const arn = 'arn:aws:logs:eu-west-1:111122223333:log-group:/app/web';
  expect(readLogGroup('/app/web', home)).toEqual({ ok: true, value: { arn } });
  expect(readLogGroup(`${arn}:*`, home)).toEqual({ ok: true, value: { arn } });
});

test('actions are whole names, each once', () => {
  expect(readActions('s3:GetObject, s3:PutObject\ns3:GetObject')).toEqual({
    ok: true,
    value: ['s3:GetObject', 's3:PutObject'],
  });
  expect(readActions('s3:*')).toMatchObject({ error: expect.stringContaining('many actions') });
  expect(readActions('GetObject').ok).toBe(false);
});

test('a resource is an ARN or a star, and no template', () => {
  expect(readResource('*').ok).toBe(true);
  expect(readResource('arn:aws:s3:::${bucket}').ok).toBe(false);
  expect(readResource('my-lake').ok).toBe(false);
});

test('the session of a role is no role', () => {
  expect(readRoleArn('arn:aws:sts::111122223333:assumed-role/lake/i-1')).toMatchObject({
    error: expect.stringContaining('session'),
  });
});
