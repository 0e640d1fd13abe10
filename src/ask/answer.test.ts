import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer.ts';
import type { FieldTexts } from './asked-field.ts';
import { allow, ELSEWHERE, HOME, type LakeAccount, lake, lakeGraph, ROLE_ARN } from './example.test-data.ts';
import { expandPairs } from './expand-pairs.ts';
import type { PastedPolicies } from './policy-stack.ts';
import { QUESTIONS } from './questions.ts';
import { readFields } from './read-fields.ts';

const KEY = `arn:aws:kms:eu-west-1:${ELSEWHERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const NO_POLICY = { bucket: { kind: 'none' } } as const;

function ask(
  id: string,
  texts: FieldTexts,
  account: LakeAccount = {},
  pasted: PastedPolicies = {},
  supplied: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const question = QUESTIONS.find((each) => each.id === id);
  const graph = lakeGraph(account);
  const values = readFields(question?.fields ?? [], texts, {
    partition: 'aws',
    account: HOME,
    region: 'eu-west-1',
  });
  if (!values.ok) throw new Error(JSON.stringify(values.error));
  const pairs = expandPairs(question?.pairs ?? [], values.value);
  const answer = answerQuestion(graph, {
    subject: lake(graph),
    pairs,
    values: values.value,
    pasted,
    supplied,
  });
  if (answer === undefined) throw new Error('There was nothing to ask about.');
  return answer;
}

/** The endpoint that the request comes through. */
function known(vpce: string) {
  return new Map([['aws:SourceVpce', [vpce]]]);
}

function letsIn(action: string, resource: string) {
  const statement = { Effect: 'Allow', Principal: { AWS: ROLE_ARN }, Action: action, Resource: resource };
  return { kind: 'document', document: { Statement: [statement] } } as const;
}

const READS = { inline: { read: allow('s3:GetObject', 'arn:aws:s3:::my-lake/*') } };

describe('an answer from what was read', () => {
  it('says yes with the statement that decides', () => {
    const answer = ask('s3-read', { bucket: 'my-lake', account: HOME }, READS, NO_POLICY);
    expect(answer.overall).toBe('allowed');
    expect(answer.sentence).toBe('Yes, role lake may do s3:GetObject: statement 1 of policy read allows it.');
    expect(answer.commands).toEqual([]);
  });

  it('says no when nothing allows it and everything was read', () => {
    const answer = ask('s3-write', { bucket: 'my-lake', account: HOME }, READS, NO_POLICY);
    expect(answer.overall).toBe('implicitly-denied');
    expect(answer.sentence).toMatch(/^No, role lake may not do s3:PutObject: no statement/);
  });

  it('cannot tell while a policy is unread, and gives the commands that would supply it', () => {
    const attached = [`arn:aws:iam::${HOME}:policy/team`];
    const answer = ask('s3-write', { bucket: 'my-lake', account: HOME }, { ...READS, attached }, NO_POLICY);
    expect(answer.overall).toBe('cannot-tell');
    expect(answer.notSeen).toContain('policy team');
    expect(answer.commands.join('\n')).toContain(`aws iam get-policy --policy-arn ${attached[0]}`);
  });

  it('cannot tell from a list of policies that nobody supplied', () => {
    const answer = ask(
      's3-write',
      { bucket: 'my-lake', account: HOME },
      { policies: { AttachedPolicies: undefined } },
    );
    expect(answer.overall).toBe('cannot-tell');
    expect(answer.commands.join('\n')).toContain('aws iam list-attached-role-policies --role-name lake');
  });

  it('cannot tell with a boundary that the list of roles leaves out', () => {
    const answer = ask(
      's3-read',
      { bucket: 'my-lake', account: HOME },
      { ...READS, role: { details: 'listed' } },
      NO_POLICY,
    );
    expect(answer.overall).toBe('cannot-tell');
    expect(answer.notSeen).toContain("the role's permissions boundary");
  });

  it('names the bucket policy as missing until it is pasted, or said not to be there', () => {
    const answer = ask('s3-read', { bucket: 'my-lake', account: HOME }, READS);
    expect(answer.overall).toBe('cannot-tell');
    expect(answer.commands).toContain(
      'aws s3api get-bucket-policy --bucket my-lake --query Policy --output text',
    );
  });

  it('takes the key of an address for the object that is asked about', () => {
    const narrow = { inline: { read: allow('s3:GetObject', 'arn:aws:s3:::my-lake/raw/*') } };
    expect(ask('s3-read', { bucket: 's3://my-lake/raw/', account: HOME }, narrow, NO_POLICY).overall).toBe(
      'allowed',
    );
    expect(ask('s3-read', { bucket: 's3://my-lake', account: HOME }, narrow, NO_POLICY).overall).not.toBe(
      'allowed',
    );
  });

  it('knows what AWS documents of its own policies whose documents were not read', () => {
    const attached = ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'];
    const answer = ask('ssm-register', {}, { attached });
    expect(answer.overall).toBe('allowed');
    expect(answer.pairs[0]?.byAwsDocs).toBe('AmazonSSMManagedInstanceCore');
    expect(ask('s3-read', { bucket: 'my-lake', account: HOME }, { attached }, NO_POLICY).overall).toBe(
      'cannot-tell',
    );
  });

  it('asks for the condition keys that would decide, and takes them', () => {
    const inline = {
      list: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:ListBucket',
            Resource: 'arn:aws:s3:::my-lake',
            Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
          },
        ],
      },
    };
    const texts = { bucket: 'my-lake', account: HOME };
    expect(ask('s3-list', texts, { inline }, NO_POLICY)).toMatchObject({
      overall: 'cannot-tell',
      missingContext: ['aws:SourceVpce'],
    });
    expect(ask('s3-list', texts, { inline }, NO_POLICY, known('vpce-1')).overall).toBe('allowed');
    expect(ask('s3-list', texts, { inline }, NO_POLICY, known('vpce-2')).overall).toBe('implicitly-denied');
  });
});

describe('across accounts', () => {
  const texts = { bucket: 'my-lake', account: ELSEWHERE, 'kms-key': KEY };
  const inline = { inline: { read: allow(['s3:GetObject', 'kms:Decrypt'], '*') } };
  it('both sides must allow, and the answer names the one that lacks it', () => {
    const pasted = {
      bucket: letsIn('s3:GetObject', 'arn:aws:s3:::my-lake/*'),
      key: letsIn('kms:Encrypt', '*'),
    };
    const answer = ask('s3-read', texts, inline, pasted);
    expect(answer.pairs.map(({ verdict }) => [verdict.answer, verdict.lacking])).toEqual([
      ['allowed', []],
      ['implicitly-denied', ['resource']],
    ]);
  });

  it('is allowed when bucket and key both let the role in', () => {
    const pasted = {
      bucket: letsIn('s3:GetObject', 'arn:aws:s3:::my-lake/*'),
      key: letsIn('kms:Decrypt', '*'),
    };
    expect(ask('s3-read', texts, inline, pasted).overall).toBe('allowed');
  });
});
