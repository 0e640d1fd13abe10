import { describe, expect, it } from 'vitest';
import { iamArn, iamCommand, quoteWord, regionalCommand } from './commands.ts';

describe('commands', () => {
  it('quotes every name that a shell could read otherwise', () => {
    expect(quoteWord('app-profile')).toBe('app-profile');
    expect(quoteWord('p+=,.@-_')).toBe("'p+=,.@-_'");
    expect(quoteWord("it's")).toBe("'it'\\''s'");
    expect(quoteWord('<role-name>')).toBe("'<role-name>'");
    expect(quoteWord('')).toBe("''");
    expect(quoteWord('$(reboot)')).toBe("'$(reboot)'");
  });

  it('keeps a name that begins with a hyphen from being read as a flag', () => {
    expect(iamCommand('aws', 'get-role', { 'role-name': '-x' })).toBe("aws iam get-role --role-name='-x'");
  });

  it('sends IAM commands to the partition of the account', () => {
    expect(iamCommand('aws', 'get-role', { 'role-name': 'r' })).toBe('aws iam get-role --role-name r');
    expect(iamCommand('aws-cn', 'get-role', { 'role-name': 'r' })).toBe(
      'aws iam get-role --role-name r --region cn-north-1',
    );
    expect(iamCommand('aws-us-gov', 'get-role', { 'role-name': 'r' })).toContain('--region us-gov-west-1');
  });

  it('names the region of regional commands, and leaves it out when no file told it', () => {
    expect(regionalCommand('eu-west-1', 'ec2 describe-instances', { 'instance-ids': 'i-1' })).toBe(
      'aws ec2 describe-instances --instance-ids i-1 --region eu-west-1',
    );
    expect(regionalCommand(undefined, 'ec2 describe-instances', { 'no-paginate': true })).toBe(
      'aws ec2 describe-instances --no-paginate',
    );
  });

  it('builds ARNs in their own partition', () => {
    expect(iamArn('aws-us-gov', '111122223333', 'role', 'r')).toBe('arn:aws-us-gov:iam::111122223333:role/r');
    expect(iamArn('aws', undefined, 'instance-profile', 'p', '/a/')).toBe(
      'arn:aws:iam::<account-id>:instance-profile/a/p',
    );
  });
});
