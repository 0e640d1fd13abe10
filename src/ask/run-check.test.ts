import { describe, expect, it } from 'vitest';
import { checkMarkdown } from './ask-markdown.ts';
import type { FieldTexts } from './asked-field.ts';
import { CHECKS } from './checks/registry.ts';
import { allow, ELSEWHERE, HOME, type LakeAccount, lake, lakeGraph, ROLE_ARN } from './example.test-data.ts';
import type { PastedPolicies } from './policy-stack.ts';
import { readFields } from './read-fields.ts';
import { checkFixes, runCheck } from './run-check.ts';

function run(id: string, texts: FieldTexts, account: LakeAccount = {}, pasted: PastedPolicies = {}) {
  const check = CHECKS.find((each) => each.id === id);
  if (check === undefined) throw new Error('The checklist is gone.');
  const graph = lakeGraph(account);
  const values = readFields(check.fields, texts, { partition: 'aws', account: HOME });
  if (!values.ok) throw new Error(JSON.stringify(values.error));
  const input = { subject: lake(graph), values: values.value, pasted, supplied: new Map() };
  const steps = runCheck(graph, check, input);
  return {
    steps,
    fixes: checkFixes(graph, check, input),
    markdown: checkMarkdown(check, input.subject, steps),
    /** The step whose title holds these words. */
    step: (words: string) => {
      const found = steps.find(({ title }) => title.includes(words));
      if (found === undefined) throw new Error(`No step about ${words}.`);
      return found;
    },
  };
}

const BUCKET = 'arn:aws:s3:::acme-lake';
const DOCUMENTED = [
  { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetBucketLocation'], Resource: BUCKET },
  {
    Effect: 'Allow',
    Action: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:PutObjectAcl'],
    Resource: `${BUCKET}/*`,
  },
];
const LAUNCHER = `arn:aws:iam::${HOME}:role/launcher`;
const GOOD: LakeAccount = {
  inline: { s3: { Version: '2012-10-17', Statement: DOCUMENTED } },
  launcher: allow('iam:PassRole', ROLE_ARN),
};
const LETS_IN: PastedPolicies = {
  bucket: {
    kind: 'document',
    document: { Statement: DOCUMENTED.map((each) => ({ ...each, Principal: { AWS: ROLE_ARN } })) },
  },
};
const FORM: FieldTexts = { bucket: 'acme-lake', account: ELSEWHERE, 'role-arn': LAUNCHER };

describe('the Databricks checklist', () => {
  it('passes with the policies that Databricks documents, in another account', () => {
    const { steps } = run('databricks', FORM, GOOD, LETS_IN);
    expect(steps.map(({ title, status }) => [title, status])).toEqual([
      ['The instance profile holds the role', 'pass'],
      ['The trust policy lets EC2 assume the role', 'pass'],
      ['The role may list the bucket and find its region', 'pass'],
      ['The role may read, write and delete objects', 'pass'],
      ['The role may set ACLs of objects', 'pass'],
      ['The Databricks cross-account role may pass the role', 'pass'],
      ['Register this instance profile in Databricks', 'note'],
      ['For serverless SQL: give the role ARN too when the names differ', 'pass'],
      ['No permissions boundary stands in the way', 'pass'],
      ['No service control policy stands in the way', 'cannot-tell'],
    ]);
  });

  it('gives the profile ARN to register, and not that of the role', () => {
    const { step } = run('databricks', FORM, { ...GOOD, profileName: 'lake-profile' }, LETS_IN);
    expect(step('Register').copies).toEqual([
      { what: 'instance profile ARN', text: `arn:aws:iam::${HOME}:instance-profile/lake-profile` },
    ]);
  });

  it('gives the role ARN too for serverless when the names differ', () => {
    const { step } = run('databricks', FORM, { ...GOOD, profileName: 'lake-profile' }, LETS_IN);
    expect(step('names differ')).toMatchObject({
      status: 'note',
      copies: [{ what: 'role ARN', text: ROLE_ARN }],
    });
  });

  it('fails with the actions that are missing and the statement that gives them', () => {
    const { step, fixes } = run(
      'databricks',
      FORM,
      { inline: { s3: allow('s3:GetObject', `${BUCKET}/*`) } },
      LETS_IN,
    );
    expect(step('read, write')).toMatchObject({
      status: 'fail',
      why: expect.stringContaining('s3:PutObject, s3:DeleteObject'),
    });
    expect(step('read, write').copies[0]?.text).toContain('"s3:DeleteObject"');
    expect(fixes.map(({ side, actions }) => [side, actions])).toEqual([
      [
        'identity',
        ['s3:ListBucket', 's3:GetBucketLocation', 's3:PutObject', 's3:DeleteObject', 's3:PutObjectAcl'],
      ],
    ]);
  });

  it('fails when the cross-account role may not pass the role, and cannot tell without its ARN', () => {
    expect(run('databricks', FORM, { ...GOOD, launcher: allow('ec2:*', '*') }).step('may pass').status).toBe(
      'fail',
    );
    expect(run('databricks', { bucket: 'acme-lake' }, GOOD).step('may pass').status).toBe('cannot-tell');
    const stranger = { ...FORM, 'role-arn': `arn:aws:iam::${ELSEWHERE}:role/launcher` };
    expect(run('databricks', stranger, GOOD).step('may pass')).toMatchObject({
      status: 'cannot-tell',
      why: expect.stringContaining('not among what was read'),
    });
  });

  it('fails when EC2 is not trusted', () => {
    const role = {
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    };
    const step = run('databricks', FORM, { ...GOOD, role }).step('lets EC2');
    expect(step.status).toBe('fail');
    expect(step.copies[0]?.text).toContain('ec2.amazonaws.com');
  });

  it('asks for the trust of serverless compute only with a workspace, and checks its external ID', () => {
    const serverless = (externalId: string): LakeAccount => ({
      ...GOOD,
      role: {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::790110701330:role/serverless-customer-resource-role' },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': [externalId] } },
            },
          ],
        },
      },
    });
    const form = { ...FORM, workspace: '6280049833385130' };
    const words = 'lets Databricks in';
    expect(() => run('databricks', FORM, GOOD).step(words)).toThrow();
    expect(
      run('databricks', form, serverless('databricks-serverless-6280049833385130')).step(words).status,
    ).toBe('pass');
    expect(run('databricks', form, serverless('databricks-serverless-1')).step(words).status).toBe('fail');
    expect(run('databricks', form, GOOD).step(words).copies[0]?.text).toContain(
      'databricks-serverless-6280049833385130',
    );
  });

  it('is a list for a ticket, with what to copy', () => {
    const { markdown } = run('databricks', FORM, { ...GOOD, profileName: 'lake-profile' }, LETS_IN);
    expect(markdown).toContain('## Databricks: S3 by instance profile');
    expect(markdown).toContain('- **✅ pass** The trust policy lets EC2 assume the role');
    expect(markdown).toContain(
      `instance profile ARN: \`arn:aws:iam::${HOME}:instance-profile/lake-profile\``,
    );
  });
});

describe('the checklists of AWS services', () => {
  it.each([
    ['ssm', ['AmazonSSMManagedInstanceCore']],
    ['ecs', ['AmazonEC2ContainerServiceforEC2Role']],
    ['eks', ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly', 'AmazonEKS_CNI_Policy']],
  ])('%s passes with the managed policies that AWS names for it', (id, policies) => {
    const attached = policies.map((name) => `arn:aws:iam::aws:policy/${name}`);
    const { steps } = run(id, {}, { attached });
    expect(steps.filter(({ status }) => status === 'fail')).toEqual([]);
    const open = steps.filter(({ status }) => status === 'cannot-tell');
    expect(
      open.every(({ advised }) => advised),
      JSON.stringify(open),
    ).toBe(true);
  });

  it.each(['ssm', 'ecs', 'eks'])('%s fails for a role without any policy', (id) => {
    expect(run(id, {}).steps.some(({ status }) => status === 'fail')).toBe(true);
  });

  it('emr fails when its service role may not pass the role', () => {
    expect(run('emr', FORM, GOOD, LETS_IN).step('may pass').status).toBe('pass');
    expect(run('emr', FORM, { ...GOOD, launcher: allow('s3:*', '*') }).step('may pass').status).toBe('fail');
  });

  it('emr fails when profile and role have different names, which EMR refuses', () => {
    expect(run('emr', FORM, GOOD, LETS_IN).step('same name').status).toBe('pass');
    const renamed = run('emr', FORM, { ...GOOD, profileName: 'lake-profile' }, LETS_IN);
    expect(renamed.step('same name')).toMatchObject({
      status: 'fail',
      why: expect.stringContaining('make a profile called lake'),
    });
  });

  it('ssm passes without ec2messages, which AWS says to leave out', () => {
    const inline = { agent: allow(['ssm:*', 'ssmmessages:*'], '*') };
    expect(run('ssm', {}, { inline }).steps.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(
      run('ssm', {})
        .fixes.flatMap(({ actions }) => actions)
        .join(),
    ).not.toContain('ec2messages');
  });

  it('each step names the page that asks for it', () => {
    for (const { steps, source } of CHECKS) {
      expect(source).toMatch(/^https:\/\/docs\.(aws\.amazon|databricks)\.com\//);
      for (const step of steps) expect(step.source ?? source).toMatch(/^https:\/\/docs\./);
    }
  });
});
