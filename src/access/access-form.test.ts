import { describe, expect, it } from 'vitest';
import { type AccessForm, readAccessForm } from './access-form.ts';
import { accessWarnings } from './access-warnings.ts';
import { exampleForm, exampleRequest } from './example-request.ts';

const problems = (change: Partial<AccessForm>) => {
  const read = readAccessForm(exampleForm(change));
  return read.ok ? {} : read.error;
};

describe('the fields', () => {
  it('make a request, with spaces, dashes and repeats put right', () => {
    expect(
      exampleRequest({
        customerAccount: '4444-5555-6666',
        regions: 'eu-west-1, us-east-1 eu-west-1',
        label: ' Harbour ',
        sessionHours: '4',
      }),
    ).toMatchObject({
      customerAccount: '444455556666',
      regions: ['eu-west-1', 'us-east-1'],
      label: 'Harbour',
      sessionSeconds: 14_400,
    });
  });

  it('name what is wrong, each in its own place', () => {
    expect(
      problems({ principal: '', externalId: '', roleName: 'a b', customerAccount: '1', regions: 'Paris' }),
    ).toEqual({
      principal: expect.stringContaining('Enter our account ID'),
      externalId: expect.stringContaining('Without an external ID'),
      roleName: expect.stringContaining('1 to 64'),
      customerAccount: expect.stringContaining('12 digits'),
      regions: expect.stringContaining('"Paris" is no region'),
    });
  });

  it('refuse regions of another partition', () => {
    expect(problems({ regions: 'cn-north-1' })).toMatchObject({
      regions: 'cn-north-1 lies in aws-cn, the customer in aws (AWS).',
    });
    expect(problems({ partition: 'aws-us-gov', regions: 'us-gov-west-1' })).toEqual({});
  });
});

const titles = (change: Partial<AccessForm>) =>
  accessWarnings(exampleRequest(change)).map((warning) => warning.title);

describe('the warnings', () => {
  it("say when our principal is the customer's own account", () => {
    expect(titles({ customerAccount: '111122223333' })).toContain("This is the customer's own account.");
    expect(titles({ customerAccount: '444455556666' })).toEqual(['The whole account is trusted.']);
  });

  it('say what trusting one role rests on', () => {
    expect(titles({ principal: 'arn:aws:iam::111122223333:role/support' })).toEqual([
      'The role must exist when the customer makes theirs.',
    ]);
  });
});
