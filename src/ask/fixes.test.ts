import { describe, expect, it, test } from 'vitest';
import { toArn } from '../inventory/ids.ts';
import { addStatements, policyText } from './add-statements.ts';
import { answerQuestion } from './answer.ts';
import { applyFix } from './apply-fix.ts';
import { type AskForm, emptyAskForm, readAskForm } from './ask-form.ts';
import { allow, ELSEWHERE, HOME, type LakeAccount, lake, lakeGraph, ROLE_ARN } from './example.test-data.ts';
import { fixesFor } from './fixes.ts';
import { QUESTIONS } from './questions.ts';

const KEY = `arn:aws:kms:eu-west-1:${ELSEWHERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const NOBODY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Own',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ELSEWHERE}:root` },
      Action: '*',
      Resource: '*',
    },
  ],
});

/** Asks whether the role may write to a bucket of another account, encrypted with that account's key. */
function acrossAccounts(account: LakeAccount = {}) {
  const graph = lakeGraph(account);
  const asked = QUESTIONS.find(({ id }) => id === 's3-write');
  if (asked === undefined) throw new Error('The question is gone.');
  const start: AskForm = {
    ...emptyAskForm(lake(graph).node.id),
    question: asked.id,
    texts: { bucket: 's3://partner-lake/in/', account: ELSEWHERE, 'kms-key': KEY },
    bucket: { how: 'paste', text: NOBODY },
    key: { how: 'paste', text: NOBODY },
  };
  return (form: AskForm = start) => {
    const read = readAskForm(graph, form, asked, (text) => text);
    if (!read.fields.ok || read.subject?.role === undefined) throw new Error('The form cannot be read.');
    const { subject, pairs, pasted, supplied, proposed } = read;
    const answer = answerQuestion(graph, {
      subject,
      pairs,
      values: read.fields.value,
      pasted,
      supplied,
      proposed,
    });
    if (answer === undefined || subject.role === undefined) throw new Error('There is no answer.');
    return { form, answer, fixes: fixesFor(answer.pairs, subject.role) };
  };
}

describe('what would fix a refusal across accounts', () => {
  it('names each side that lacks something, with just what it lacks', () => {
    const { answer, fixes } = acrossAccounts()();
    expect(answer.sentence).toBe(
      'No, role lake may not do s3:PutObject and 2 more: its own policies do not allow s3:PutObject, kms:GenerateDataKey, kms:Decrypt; ' +
        'the bucket policy does not allow s3:PutObject; the key policy does not allow kms:GenerateDataKey, kms:Decrypt.',
    );
    expect(fixes.map(({ side, need, statements }) => [side, need, statements])).toEqual([
      [
        'identity',
        'lacks',
        [
          {
            Sid: 'AllowDecryptAnd1More',
            Effect: 'Allow',
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: KEY,
          },
          {
            Sid: 'AllowPutObject',
            Effect: 'Allow',
            Action: ['s3:PutObject'],
            Resource: 'arn:aws:s3:::partner-lake/in/*',
          },
        ],
      ],
      [
        'bucket',
        'lacks',
        [
          {
            Sid: 'AllowLakePutObject',
            Effect: 'Allow',
            Principal: { AWS: ROLE_ARN },
            Action: ['s3:PutObject'],
            Resource: 'arn:aws:s3:::partner-lake/in/*',
          },
        ],
      ],
      [
        'key',
        'lacks',
        [
          {
            Sid: 'AllowLakeDecryptAnd1More',
            Effect: 'Allow',
            Principal: { AWS: ROLE_ARN },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: '*',
          },
        ],
      ],
    ]);
  });

  it('does fix it: with every statement added the answer is yes', () => {
    const ask = acrossAccounts();
    let { form, answer, fixes } = ask();
    for (const fix of fixes) form = { ...form, ...applyFix(form, fix) };
    ({ answer, fixes } = ask(form));
    expect(answer.overall).toBe('allowed');
    expect(fixes).toEqual([]);
  });

  it('leaves alone what is no side of the trouble', () => {
    const inline = { write: allow(['s3:PutObject', 'kms:*'], '*') };
    expect(acrossAccounts({ inline })().fixes.map(({ side }) => side)).toEqual(['bucket', 'key']);
  });

  it('asks for the boundary as well when that stands in the way', () => {
    const boundary = `arn:aws:iam::${HOME}:policy/limit`;
    const { fixes } = acrossAccounts({
      inline: { write: allow(['s3:PutObject', 'kms:*'], '*') },
      role: { PermissionsBoundary: { PermissionsBoundaryArn: toArn(boundary) } },
      documents: { [boundary]: allow('s3:*', '*') },
    })();
    expect(fixes.map(({ side, actions }) => [side, actions])).toContainEqual([
      'boundary',
      ['kms:GenerateDataKey', 'kms:Decrypt'],
    ]);
  });

  it('offers nothing against a Deny, which no Allow outweighs', () => {
    const inline = { no: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } };
    const { answer, fixes } = acrossAccounts({ inline })();
    expect(answer.overall).toBe('explicitly-denied');
    expect(fixes).toEqual([]);
  });

  it('says what an unseen policy would have to allow', () => {
    const ask = acrossAccounts({ inline: { write: allow(['s3:PutObject', 'kms:*'], '*') } });
    const { form } = ask();
    const unseen = { how: 'unknown', text: '' } as const;
    const { answer, fixes } = ask({ ...form, bucket: unseen, key: unseen });
    expect(answer.overall).toBe('cannot-tell');
    expect(fixes.map(({ side, need }) => [side, need])).toEqual([
      ['bucket', 'perhaps'],
      ['key', 'perhaps'],
    ]);
  });
});

describe('a pasted policy', () => {
  const statement = {
    Sid: 'AllowIt',
    Effect: 'Allow',
    Action: ['s3:GetObject'],
    Resource: 'arn:aws:s3:::a/*',
  } as const;

  it('keeps its own statements, and gets each new one once', () => {
    const once = addStatements(NOBODY, [statement]);
    const twice = once.ok ? addStatements(once.value, [statement]) : once;
    expect(twice).toEqual(once);
    expect(JSON.parse(once.ok ? once.value : '').Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      'Own',
      'AllowIt',
    ]);
  });

  it('never gets a Sid twice', () => {
    const other = { ...statement, Resource: 'arn:aws:s3:::b/*' };
    const merged = addStatements(policyText([statement]), [other]);
    expect(merged.ok && JSON.parse(merged.value).Statement[1].Sid).toBe('AllowIt2');
  });

  test('may be empty, with one statement, or no policy at all', () => {
    expect(addStatements(' ', [statement])).toEqual({ ok: true, value: policyText([statement]) });
    const single = addStatements('{"Statement": {"Effect": "Deny"}}', [statement]);
    expect(single.ok && JSON.parse(single.value).Statement).toHaveLength(2);
    expect(addStatements('hello', [statement]).ok).toBe(false);
    expect(addStatements('{}', [statement]).ok).toBe(false);
  });

  test('is found inside of the answer of the AWS CLI', () => {
    const graph = lakeGraph();
    const form: AskForm = {
      ...emptyAskForm(lake(graph).node.id),
      bucket: { how: 'paste', text: JSON.stringify({ Policy: NOBODY }) },
    };
    const { pasted } = readAskForm(graph, form, { fields: [], pairs: [] }, (text) => text);
    expect(pasted.bucket).toEqual({ kind: 'document', document: JSON.parse(NOBODY) });
  });
});
