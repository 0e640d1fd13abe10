import { describe, expect, it } from 'vitest';
import { accessFiles } from './access-files.ts';
import type { AccessForm } from './access-form.ts';
import { posixQuote, powerShellQuote } from './aws-cli.ts';
import { exampleRequest } from './example-request.ts';
import { hclString } from './terraform.ts';
import { toYaml } from './yaml.ts';

const files = (change: Partial<AccessForm> = {}) => accessFiles(exampleRequest(change));

describe('the files for the customer', () => {
  it('trust our principal with the external ID and nobody else', () => {
    const { cloudFormation, terraform, bash, powerShell } = files({
      principal: 'arn:aws:iam::111122223333:role/support',
    });
    for (const { text } of [cloudFormation, terraform, bash, powerShell]) {
      expect(text.match(/arn:aws:iam::\d+:[\w/]+/g)).toEqual(['arn:aws:iam::111122223333:role/support']);
      expect(text).toContain('sts:ExternalId');
      expect(text).toContain('rolewire-07enw3ahrz6dmv29gqy5ckt18fpx4bjs07enw3ah');
    }
  });

  it.each([
    ['graph', false, 8],
    ['graph', true, 12],
    ['policies', true, 18],
    ['simulation', true, 19],
  ] as const)('of tier %s, launch sources %s, allow %i actions that read', (tier, launchSources, count) => {
    const { cloudFormation, terraform, bash, powerShell } = files({ tier, launchSources });
    for (const { text } of [cloudFormation, terraform, bash, powerShell]) {
      const actions = text.match(/"(ec2|iam|autoscaling):\w+"/g) ?? [];
      expect(actions).toHaveLength(count);
      for (const action of actions) expect(action).toMatch(/:(Get|List|Describe|Simulate)/);
    }
  });

  it('speak of the partition of the customer, and tell the AWS CLI where its IAM is', () => {
    const { bash, powerShell, cloudFormation } = files({ partition: 'aws-cn' });
    expect(cloudFormation.text).toContain('arn:aws-cn:iam::*:role/*');
    expect(cloudFormation.text).not.toContain('arn:aws:');
    expect(bash.text.match(/--region 'cn-north-1'/g)).toHaveLength(4);
    expect(powerShell.text.match(/--region 'cn-north-1'/g)).toHaveLength(4);
    expect(files().bash.text).not.toContain('--region');
  });

  it('come with a message that names files, principal and external ID, and says only what the tier shows', () => {
    const { message } = files({ tier: 'graph', launchSources: false, customerAccount: '444455556666' });
    expect(message.text).toContain('your AWS account 444455556666');
    expect(message.text).toContain('rolewire-access.yaml');
    expect(message.text).toContain('only our account 111122223333');
    expect(message.text).toContain('Permissions policies stay unread.');
    expect(message.text).not.toMatch(/simulat|user data/i);
    expect(files({ tier: 'simulation' }).message.text).toMatch(/simulator/);
    expect(files({ tier: 'simulation' }).message.text).not.toContain('stay unread');
  });
});

const preset = (change: Partial<AccessForm>) => JSON.parse(files(change).preset.text);

describe('the preset for our side', () => {
  it('holds label, role, external ID and regions', () => {
    expect(
      preset({ label: 'Harbour "shop"', customerAccount: '444455556666', regions: 'eu-west-1' }),
    ).toEqual({
      label: 'Harbour "shop"',
      roleArn: 'arn:aws:iam::444455556666:role/RolewireReadOnly',
      externalId: 'rolewire-07enw3ahrz6dmv29gqy5ckt18fpx4bjs07enw3ah',
      regions: ['eu-west-1'],
    });
  });

  it('leaves out the regions when all are read, and shows that the account is not known yet', () => {
    const made = preset({});
    expect(made).not.toHaveProperty('regions');
    expect(made.roleArn).toBe('arn:aws:iam::CUSTOMER_ACCOUNT_ID:role/RolewireReadOnly');
  });
});

describe('quoting', () => {
  it('keeps a text whole in a POSIX shell, in PowerShell, in HCL and in YAML', () => {
    expect(posixQuote("it's $HOME")).toBe(String.raw`'it'\''s $HOME'`);
    expect(powerShellQuote("it's a \u2019 $x")).toBe("'it''s a \u2019\u2019 $x'");
    expect(hclString('"\u0024{a}" %{b} $c')).toBe('"\\"$\u0024{a}\\" %%{b} $c"');
    expect(toYaml({ 'a:b': ['x: y', { c: 1, d: ['#'] }] })).toBe(
      '"a:b":\n  - "x: y"\n  - c: 1\n    d:\n      - "#"\n',
    );
  });
});
