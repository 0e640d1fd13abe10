import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { describeStatement, likelyMeant, matchActions } from './describe-statement.ts';
import type { ActionFacts, ServiceActions } from './service-actions.ts';
import { coversAction, readStatements } from './statement.ts';

const action = (name: string, level: ActionFacts['level']): ActionFacts => ({
  name,
  level,
  description: `Do ${name}`,
  resourceTypes: [],
  conditionKeys: [],
});

const S3: ServiceActions = {
  prefix: 's3',
  name: 'Amazon S3',
  actions: [
    action('DeleteObject', 'Write'),
    action('GetBucketPolicy', 'Read'),
    action('GetObject', 'Read'),
    action('ListBucket', 'List'),
    action('PutBucketPolicy', 'Permissions management'),
    action('PutObject', 'Write'),
    action('PutObjectTagging', 'Tagging'),
  ],
  resourceTypes: [],
  conditionKeys: [],
};

const read = (statement: JsonValue) => {
  const statements = readStatements({ Version: '2012-10-17', Statement: statement });
  const [first] = statements.ok ? statements.value : [];
  if (!first) throw new Error('no statement');
  return first;
};

describe('a statement in words', () => {
  it('groups actions by service, whatever their letter case, and keeps them as written', () => {
    const said = describeStatement(
      read({
        Sid: 'Data',
        Effect: 'Allow',
        Action: ['S3:getobject', 'kms:Decrypt', 's3:List*'],
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      }),
    );
    expect(said).toMatchObject({
      sid: 'Data',
      effect: 'Allow',
      allBut: false,
      everything: false,
      services: [
        { service: 'kms', patterns: ['kms:Decrypt'] },
        { service: 's3', patterns: ['S3:getobject', 's3:List*'] },
      ],
      resources: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
    });
    expect(said.conditions).toHaveLength(1);
    expect(said.conditions[0]).toContain('aws:SourceVpc');
  });

  it('says of NotAction and NotResource that they are what is left out', () => {
    expect(
      describeStatement(read({ Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b' })),
    ).toMatchObject({
      allBut: true,
      allResourcesBut: true,
      services: [{ service: 'iam', patterns: ['iam:*'] }],
    });
  });

  it('takes a star for everything, and a pattern of services for no service', () => {
    expect(describeStatement(read({ Effect: 'Allow', Action: '*', Resource: '*' }))).toMatchObject({
      everything: true,
      services: [],
    });
    expect(describeStatement(read({ Effect: 'Allow', Action: '*:Get*' })).services).toEqual([
      { service: '', patterns: ['*:Get*'] },
    ]);
  });
});

describe('the actions that patterns stand for', () => {
  it('are counted by access level, each once', () => {
    const { levels, count, whole, unknown } = matchActions(['s3:Get*', 'S3:GETOBJECT', 's3:Put*'], S3);
    expect(levels.map(({ level, actions, of }) => [level, actions.length, of])).toEqual([
      ['Read', 2, 2],
      ['Write', 1, 2],
      ['Permissions management', 1, 1],
      ['Tagging', 1, 1],
    ]);
    expect({ count, whole, unknown }).toEqual({ count: 5, whole: false, unknown: [] });
    expect(matchActions(['s3:*'], S3).whole).toBe(true);
  });

  it('name what AWS does not list, and what was likely meant', () => {
    const { unknown } = matchActions(['s3:GetObjects', 's3:Fetch*', 's3:GetObject'], S3);
    expect(unknown).toEqual(['s3:GetObjects', 's3:Fetch*']);
    expect(likelyMeant('s3:GetObjects', S3)).toBe('s3:GetObject');
    expect(likelyMeant('s3:Fetch*', S3)).toBeUndefined();
    expect(likelyMeant('s3:RestoreEverything', S3)).toBeUndefined();
  });

  it('are the ones that the statement covers, for any patterns', () => {
    const pattern = array(constantFrom('Get', 'Put', 'Object', 'Bucket', '*', '?', 'Policy', 'L'), {
      maxLength: 4,
    }).map((parts) => `s3:${parts.join('')}`);
    assert(
      property(array(pattern, { minLength: 1, maxLength: 4 }), (patterns) => {
        const statement = read({ Effect: 'Allow', Action: patterns, Resource: '*' });
        const covered = S3.actions.filter(({ name }) => coversAction(statement, `s3:${name}`));
        const matched = matchActions(patterns, S3).levels.flatMap(({ actions }) => actions);
        expect(matched.map(({ name }) => name).sort()).toEqual(covered.map(({ name }) => name).sort());
      }),
    );
  });
});
