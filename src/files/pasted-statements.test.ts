import { describe, expect, it } from 'vitest';
import { pastedStatements } from './pasted-statements.ts';

function kindsOf(text: string): readonly string[] | string {
  const result = pastedStatements(text);
  return result.ok ? result.value.map((statement) => statement.kind) : result.error.message;
}

describe('What an instance says, pasted', () => {
  it('takes iam/info, also when it names no profile', () => {
    const arn = 'arn:aws:iam::111122223333:instance-profile/web';
    const info = {
      Code: 'Success',
      LastUpdated: '2025-01-01T00:00:00Z',
      InstanceProfileArn: arn,
      InstanceProfileId: 'AIPA1',
    };
    expect(kindsOf(JSON.stringify(info))).toEqual(['instance-metadata']);
    expect(
      kindsOf(
        '{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role","LastUpdated":"2025-01-01T00:00:00Z"}',
      ),
    ).toEqual(['instance-metadata']);
  });

  it('takes get-caller-identity, with the prompt above it', () => {
    const identity =
      '{\n"UserId": "AROA1:i-0abc",\n"Account": "111122223333",\n"Arn": "arn:aws:sts::111122223333:assumed-role/web/i-0abc"\n}';
    expect(kindsOf(identity)).toEqual(['caller-identity']);
    expect(kindsOf(`$ aws sts get-caller-identity\n${identity}\n`)).toEqual(['caller-identity']);
  });

  it('takes a decoded authorization message, wrapped or bare', () => {
    const message = {
      allowed: false,
      explicitDeny: false,
      context: { principal: { arn: 'arn:aws:iam::111122223333:user/a' }, action: 'iam:PassRole' },
    };
    expect(kindsOf(JSON.stringify({ DecodedMessage: JSON.stringify(message) }))).toEqual([
      'decoded-authorization',
    ]);
    expect(kindsOf(JSON.stringify(message))).toEqual(['decoded-authorization']);
  });

  it('takes an AccessDenied error with and without its code', () => {
    const said =
      'User: arn:aws:sts::111122223333:assumed-role/web/i-0abc is not authorized to perform: s3:GetObject';
    expect(kindsOf(said)).toEqual(['error']);
    expect(kindsOf(`An error occurred (AccessDenied) when calling the GetObject operation: ${said}`)).toEqual(
      ['error'],
    );
  });

  it('takes the error of a tool that is not the AWS CLI', () => {
    expect(
      kindsOf('Error launching source instance: InvalidParameterValue: Invalid IAM Instance Profile name'),
    ).toEqual(['error']);
  });

  it('turns credentials away and says what to paste instead', () => {
    expect(kindsOf('{"AccessKeyId":"ASIA…","SecretAccessKey":"x","Token":"y"}')).toContain('credentials');
  });

  it('says what it takes for anything else, and never throws', () => {
    for (const text of ['', 'hello', '{}', '[]', 'null', '{"a":', '{"Reservations":[]}', '"text"']) {
      expect(kindsOf(text)).toContain('says nothing');
    }
  });
});
