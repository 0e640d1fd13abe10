import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer.ts';
import { type AwsDecision, awsAnswer, disagreements } from './aws-verdict.ts';
import { contextType, readContextValues } from './context-type.ts';
import { allow, HOME, lake, lakeGraph } from './example.test-data.ts';

const READ = { action: 's3:GetObject', resource: 'arn:aws:s3:::my-lake/a', account: HOME };
const WRITE = { ...READ, action: 's3:PutObject' };

function says(
  pair: typeof READ,
  decision: AwsDecision['decision'],
  more: Partial<AwsDecision> = {},
): AwsDecision {
  return { ...pair, decision, missingContext: [], ...more };
}

describe("AWS's verdict on a question", () => {
  it('is a yes only when every action is allowed', () => {
    expect(awsAnswer([READ, WRITE], [says(READ, 'allowed'), says(WRITE, 'allowed')], 'role a').overall).toBe(
      'allowed',
    );
    expect(
      awsAnswer([READ, WRITE], [says(READ, 'allowed'), says(WRITE, 'implicitDeny')], 'role a'),
    ).toMatchObject({
      overall: 'implicitly-denied',
      sentence: 'AWS says no: nothing allows role a s3:PutObject.',
    });
  });

  it('is open while a verdict is missing, or rests on keys that AWS was not given', () => {
    expect(awsAnswer([READ, WRITE], [says(READ, 'allowed')], 'role a').overall).toBe('cannot-tell');
    const lacks = says(READ, 'implicitDeny', { missingContext: ['aws:SourceIp'] });
    expect(awsAnswer([READ], [lacks], 'role a')).toMatchObject({
      overall: 'cannot-tell',
      missingContext: ['aws:SourceIp'],
    });
  });

  it('compares actions without letter case, as AWS does', () => {
    const answer = awsAnswer([READ], [{ ...says(READ, 'allowed'), action: 'S3:getobject' }], 'role a');
    expect(answer.overall).toBe('allowed');
  });
});

describe('AWS and the policies that were read', () => {
  const graph = lakeGraph({ inline: { read: allow('s3:GetObject', '*') } });
  const answer = answerQuestion(graph, {
    subject: lake(graph),
    pairs: [READ, WRITE],
    values: {},
    pasted: {},
    supplied: new Map(),
  });
  const pairs = answer?.pairs ?? [];

  it('agree on the side of the role, whatever the bucket policy may say', () => {
    expect(pairs.map(({ verdict }) => verdict.answer)).toEqual(['cannot-tell', 'cannot-tell']);
    expect(disagreements(pairs, [says(READ, 'allowed'), says(WRITE, 'implicitDeny')])).toEqual([]);
  });

  it('disagree when one allows what the other does not', () => {
    const found = disagreements(pairs, [says(READ, 'implicitDeny'), says(WRITE, 'allowed')]);
    expect(found.map(({ pair }) => pair.action)).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  it('do not disagree where AWS lacks values, or service control policies decide', () => {
    const lacks = says(READ, 'implicitDeny', { missingContext: ['aws:SourceIp'] });
    const organization = says(READ, 'implicitDeny', { allowedByOrganization: false });
    expect(disagreements(pairs, [lacks])).toEqual([]);
    expect(disagreements(pairs, [organization])).toEqual([]);
  });
});

describe('the value of a condition key', () => {
  it.each([
    ['aws:SourceIp', '203.0.113.7', 'ip'],
    ['aws:SecureTransport', 'true', 'boolean'],
    ['aws:CurrentTime', '2026-01-01T00:00:00Z', 'date'],
    ['aws:SourceVpce', 'vpce-1', 'string'],
    ['aws:SourceVpce', 'vpce-1, vpce-2', 'stringList'],
    ['aws:TagKeys', 'team', 'stringList'],
    ['s3:max-keys', '10', 'numeric'],
  ])('%s = %s is told to AWS as %s', (key, text, type) => {
    expect(contextType(key, readContextValues(text))).toBe(type);
  });
});
