import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import type { AccessRequest, ContextValue, NamedPolicy, PolicyStack } from './access-verdict.ts';
import { evaluateAccess } from './evaluate-access.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app';

function request(more: Partial<AccessRequest> = {}, context: Record<string, string | string[] | null> = {}) {
  const entries = Object.entries(context).map(([key, value]): [string, ContextValue] => [
    key.toLowerCase(),
    value === null ? { kind: 'absent' } : { kind: 'values', values: [value].flat() },
  ]);
  return {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/a.csv',
    principal: { arn: ROLE, account: '111122223333', roleId: 'AROAEXAMPLE12345' },
    resourceAccount: '111122223333',
    context: new Map(entries),
    ...more,
  } satisfies AccessRequest;
}

function policy(name: string, ...statements: JsonValue[]): NamedPolicy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

function stack(more: Partial<PolicyStack> = {}): PolicyStack {
  return { identity: [], identityUnread: [], boundary: 'none', resource: 'none', ...more };
}

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const OTHER = '444455556666';

describe('within one account', () => {
  test('an Allow of the role is enough, and named', () => {
    const verdict = evaluateAccess(request(), stack({ identity: [policy('AppAccess', READ)] }));
    expect(verdict).toMatchObject({
      answer: 'allowed',
      why: 'statement 1 of policy AppAccess allows it',
      deciding: [{ from: 'identity', policy: 'AppAccess', statement: 0, effect: 'Allow' }],
      sides: { identity: 'allows', boundary: 'not-there', resource: 'not-there' },
    });
    expect(verdict.notSeen).toContain('service control policies of the organization');
  });

  test('a Deny anywhere wins', () => {
    const deny = { Sid: 'No', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    const verdict = evaluateAccess(
      request(),
      stack({ identity: [policy('AppAccess', READ)], resource: policy('bucket', deny) }),
    );
    expect(verdict.answer).toBe('explicitly-denied');
    expect(verdict.why).toBe('statement 1 (No) of resource policy bucket denies it');
  });

  test('an unread bucket policy leaves the answer open, and is named', () => {
    const verdict = evaluateAccess(
      request(),
      stack({ identity: [policy('AppAccess', READ)], resource: 'unread' }),
    );
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.sides.identity).toBe('allows');
    expect(verdict.notSeen).toContain("the resource's own policy");
  });
});

describe('across accounts', () => {
  const bucket = policy('bucket', { ...READ, Principal: { AWS: ROLE } });

  test('both sides must allow', () => {
    const across = request({ resourceAccount: OTHER });
    const identity = [policy('AppAccess', READ)];
    expect(evaluateAccess(across, stack({ identity, resource: bucket })).answer).toBe('allowed');
    expect(evaluateAccess(across, stack({ identity }))).toMatchObject({
      answer: 'implicitly-denied',
      lacking: ['resource'],
    });
    expect(evaluateAccess(across, stack({ resource: bucket }))).toMatchObject({
      answer: 'implicitly-denied',
      lacking: ['identity'],
    });
    expect(evaluateAccess(across, stack())).toMatchObject({ lacking: ['identity', 'resource'] });
  });

  test('it cannot be told while nobody knows whose bucket it is, unless both cases agree', () => {
    const somewhere = request({ resourceAccount: undefined });
    const identity = [policy('AppAccess', READ)];
    expect(evaluateAccess(somewhere, stack({ identity })).answer).toBe('cannot-tell');
    expect(evaluateAccess(somewhere, stack({ identity, resource: bucket })).answer).toBe('allowed');
  });
});
