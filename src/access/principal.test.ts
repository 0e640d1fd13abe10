import { describe, expect, it } from 'vitest';
import { parsePrincipal } from './principal.ts';

const problem = (text: string): string | undefined => {
  const parsed = parsePrincipal(text, 'aws');
  return parsed.ok ? undefined : parsed.error;
};

describe('our principal', () => {
  it('may be an account, by its id or its root', () => {
    const account = { kind: 'account', accountId: '111122223333', partition: 'aws' };
    const arn = 'arn:aws:iam::111122223333:root';
    expect(parsePrincipal('111122223333', 'aws')).toEqual({ ok: true, value: { ...account, arn } });
    expect(parsePrincipal(` ${arn} `, 'aws')).toEqual({ ok: true, value: { ...account, arn } });
  });

  it('of an account id lies in the partition that was chosen', () => {
    expect(parsePrincipal('111122223333', 'aws-cn')).toMatchObject({
      value: { arn: 'arn:aws-cn:iam::111122223333:root' },
    });
  });

  it('may be one role or user, with its path', () => {
    expect(parsePrincipal('arn:aws:iam::111122223333:role/support/rolewire', 'aws')).toMatchObject({
      value: { kind: 'role', accountId: '111122223333' },
    });
    expect(parsePrincipal('arn:aws:iam::111122223333:user/mira@example.com', 'aws')).toMatchObject({
      value: { kind: 'user' },
    });
  });

  it('is never a wildcard in any place', () => {
    for (const wild of [
      '*',
      'arn:aws:iam::*:root',
      'arn:aws:iam::111122223333:role/*',
      'arn:aws:iam::111122223333:user/a?',
    ]) {
      expect(problem(wild)).toContain('every AWS account in the world');
    }
  });

  it('is not a session, and the role behind it is named', () => {
    expect(problem('arn:aws:sts::111122223333:assumed-role/support/mira')).toContain(
      'arn:aws:iam::111122223333:role/support',
    );
  });

  it('is not a group, a profile, another service, a bad name, or no ARN at all', () => {
    expect(problem('arn:aws:iam::111122223333:group/support')).toContain("A group can't assume a role");
    expect(problem('arn:aws:iam::111122223333:instance-profile/web')).toContain('Enter an account ID');
    expect(problem('arn:aws:s3::111122223333:role/web')).toContain('Enter an account ID');
    expect(problem("arn:aws:iam::111122223333:role/web'; rm")).toContain('Enter an account ID');
    expect(problem('arn:aws:iam::1111:root')).toContain('12-digit');
    expect(problem('11112222333')).toContain('neither');
    expect(problem('')).toContain('Enter our account ID');
  });

  it('lies in the same partition as the customer', () => {
    expect(problem('arn:aws-us-gov:iam::111122223333:root')).toContain('only be assumed from its own');
  });
});
