import { describe, expect, it } from 'vitest';
import { explainFailure, type FailureContext } from './explain-failure.ts';

const CONTEXT: FailureContext = {
  permission: 'ec2:DescribeInstances',
  host: 'ec2.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
  othersAnswered: true,
  regionIsEnabled: false,
  notYetExpired: false,
};

function awsError(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

describe('the cause of a failed call', () => {
  it.each([
    [
      'UnauthorizedOperation',
      'You are not authorized to perform this operation. Encoded authorization failure message: abc',
      'unknown',
    ],
    [
      'AccessDenied',
      'User: arn:aws:iam::1:user/a is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action',
      'identity',
    ],
    [
      'AccessDeniedException',
      'is not authorized to perform: ec2:DescribeInstances with an explicit deny in a service control policy',
      'scp',
    ],
    [
      'Client.UnauthorizedOperation',
      'because no permissions boundary allows the ec2:DescribeInstances action',
      'boundary',
    ],
  ])('%s is a denial, with who denied it', (name, message, by) => {
    expect(explainFailure(awsError(name, message), CONTEXT)).toMatchObject({
      status: 'denied',
      reason: { kind: 'denied', permission: 'ec2:DescribeInstances', by },
    });
  });

  it('names the permission that AWS names, where it is another than the call', () => {
    const error = awsError('AccessDenied', 'is not authorized to perform: iam:GetRole on resource: role x');
    expect(explainFailure(error, { ...CONTEXT, permission: 'iam:ListRoles' }).reason).toMatchObject({
      permission: 'iam:GetRole',
    });
  });

  it.each([
    ['AuthFailure', true, 'region-not-enabled'],
    ['AuthFailure', false, 'credentials-invalid'],
    ['InvalidClientTokenId', true, 'region-not-enabled'],
    ['UnrecognizedClientException', false, 'credentials-invalid'],
    ['OptInRequired', false, 'region-not-enabled'],
  ])('%s, others answered: %s, is %s', (name, othersAnswered, kind) => {
    expect(explainFailure(awsError(name), { ...CONTEXT, othersAnswered }).reason.kind).toBe(kind);
  });

  it('does not call a region disabled that AWS lists as enabled: tokens of the global STS endpoint are refused in some', () => {
    const failure = explainFailure(awsError('AuthFailure'), { ...CONTEXT, regionIsEnabled: true });
    expect(failure.reason.kind).toBe('credentials-invalid');
  });

  it('blames the credentials, not a region, when a global service refuses them', () => {
    const failure = explainFailure(awsError('InvalidClientTokenId'), { ...CONTEXT, region: undefined });
    expect(failure.reason.kind).toBe('credentials-invalid');
  });

  it.each([
    ['ExpiredToken', '', 'credentials-expired'],
    ['ExpiredTokenException', '', 'credentials-expired'],
    ['RequestExpired', 'Request has expired.', 'credentials-expired'],
    ['RequestTimeTooSkewed', '', 'clock-skew'],
    [
      'SignatureDoesNotMatch',
      'Signature expired: 20261125T0900Z is now earlier than 20261125T0915Z',
      'clock-skew',
    ],
    ['SignatureDoesNotMatch', 'Signature not yet current: …', 'clock-skew'],
    ['SignatureDoesNotMatch', 'The request signature we calculated does not match', 'credentials-invalid'],
    ['Throttling', 'Rate exceeded', 'throttled'],
    ['RequestLimitExceeded', '', 'throttled'],
    ['TimeoutError', '', 'unreachable'],
    ['AbortError', '', 'cancelled'],
    ['SignedOutError', '', 'cancelled'],
    ['InternalError', 'An internal error has occurred', 'other'],
  ])('%s (%s) is %s', (name, message, kind) => {
    expect(explainFailure(awsError(name, message), CONTEXT).reason.kind).toBe(kind);
  });

  it('takes RequestExpired for a wrong clock while the credentials are still valid', () => {
    expect(explainFailure(awsError('RequestExpired'), { ...CONTEXT, notYetExpired: true }).reason.kind).toBe(
      'clock-skew',
    );
  });

  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'fetch failed',
  ])('names the host when the browser says only "%s"', (message) => {
    expect(explainFailure(new TypeError(message), CONTEXT).reason).toEqual({
      kind: 'unreachable',
      host: CONTEXT.host,
    });
  });

  it('names the host when Node could not connect', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(explainFailure(error, CONTEXT).reason.kind).toBe('unreachable');
  });

  it('does not take a mistake in the program for a network failure', () => {
    const failure = explainFailure(new TypeError('x is not a function'), CONTEXT);
    expect(failure.reason).toEqual({ kind: 'other', code: 'TypeError' });
  });

  it('says that an answer was unreadable, without repeating it', () => {
    const failure = explainFailure(new SyntaxError('Unexpected token < <html>secret'), CONTEXT);
    expect(failure).toEqual({ status: 'failed', reason: { kind: 'other', code: 'UnreadableAnswer' } });
  });

  it('survives anything thrown', () => {
    for (const thrown of [undefined, null, 'text', { name: 'AccessDenied' }]) {
      expect(explainFailure(thrown, CONTEXT)).toMatchObject({ reason: { kind: 'other' } });
    }
  });

  it('passes no secret on, even when AWS repeats the signed request', () => {
    const token = 'IQoJb3JpZ2luX2VjE'.repeat(20);
    const canonical = `The Canonical String for this request should have been 'POST x-amz-security-token:${token} ASIAIOSFODNN7EXAMPLE'`;
    for (const name of [
      'SignatureDoesNotMatch',
      'InternalError',
      'AccessDenied',
      'AuthFailure',
      'Throttling',
    ]) {
      const shown = JSON.stringify(explainFailure(awsError(name, canonical), CONTEXT));
      expect(shown).not.toContain('IQoJb3');
      expect(shown).not.toContain('ASIAIO');
    }
  });
});
