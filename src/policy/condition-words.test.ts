import { expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { conditionWords } from './condition-words.ts';
import { readStatements } from './statement.ts';

test.each([
  [
    { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
    'aws:RequestedRegion is "eu-west-1" or "us-east-1"',
  ],
  [{ StringNotLike: { 's3:prefix': 'home/*' } }, 's3:prefix is not like "home/*"'],
  [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, 'aws:PrincipalOrgID is "o-1", or absent'],
  [{ Bool: { 'aws:SecureTransport': false } }, 'aws:SecureTransport is false'],
  [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, 'aws:SourceIp is in 10.0.0.0/8'],
  [{ Null: { 'aws:TokenIssueTime': 'true' } }, 'aws:TokenIssueTime is absent'],
  [{ Null: { 'aws:TokenIssueTime': 'false' } }, 'aws:TokenIssueTime is present'],
  [{ NumericLessThanEquals: { 's3:max-keys': 10 } }, 's3:max-keys is at most 10'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, 'every value of aws:TagKeys is "a"'],
  [{ 'ForAnyValue:StringLike': { 'aws:TagKeys': ['a*'] } }, 'any value of aws:TagKeys is like "a*"'],
  [{ StringSounds: { 'aws:x': 'y' } }, 'aws:x StringSounds "y"'],
] as const)('%j in words', (Condition, words) => {
  const statements = readStatements({ Statement: { Effect: 'Allow', Condition: Condition as JsonValue } });
  const [condition] = statements.ok ? (statements.value[0]?.conditions ?? []) : [];
  expect(condition && conditionWords(condition)).toBe(words);
});
