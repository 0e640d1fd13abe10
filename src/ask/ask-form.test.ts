import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer.ts';
import { type AskForm, aboutAnother, emptyAskForm, readAskForm } from './ask-form.ts';
import { allow, ELSEWHERE, HOME, lake, lakeGraph, ROLE_ARN } from './example.test-data.ts';
import { listSubjects } from './list-subjects.ts';
import { QUESTIONS } from './questions.ts';
import { subjectOf, subjectWords } from './subject.ts';

const asked = QUESTIONS.find(({ id }) => id === 's3-read') ?? { fields: [], pairs: [] };
const same = (text: string): string => text;

/** Puts pseudonyms in place of real names, as a page does that hides them. */
function translate(text: string): string {
  return text.replaceAll('role/real-name', 'role/lake').replaceAll('real-bucket', 'hidden-bucket');
}

describe('a form', () => {
  const graph = lakeGraph({ inline: { read: allow('s3:GetObject', 'arn:aws:s3:::hidden-bucket/*') } });
  const about = lake(graph).node.id;

  it('asks about somebody else without what was proposed for the one before', () => {
    const form: AskForm = { ...emptyAskForm(), texts: { bucket: 'data' }, proposed: '{"Statement":[]}' };
    expect(readAskForm(graph, form, asked, same).proposed).toBeDefined();
    const next = { ...form, ...aboutAnother(about) };
    expect(next).toMatchObject({ about, texts: { bucket: 'data' } });
    expect(readAskForm(graph, next, asked, same).proposed).toBeUndefined();
  });

  it('speaks of things by the names that the page shows, also in what was pasted', () => {
    const form: AskForm = {
      ...emptyAskForm(about),
      texts: { bucket: 's3://real-bucket/a.csv', account: ELSEWHERE },
      bucket: {
        how: 'paste',
        text: JSON.stringify({
          Statement: {
            Effect: 'Allow',
            Principal: { AWS: ROLE_ARN.replace('role/lake', 'role/real-name') },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::real-bucket/*',
          },
        }),
      },
    };
    const read = readAskForm(graph, form, asked, translate);
    expect(read.pairs).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::hidden-bucket/a.csv', account: ELSEWHERE },
    ]);
    const answer =
      read.subject &&
      answerQuestion(graph, {
        subject: read.subject,
        pairs: read.pairs,
        values: read.fields.ok ? read.fields.value : {},
        pasted: read.pasted,
        supplied: read.supplied,
      });
    expect(answer?.overall).toBe('allowed');
  });

  it('leaves out what its optional fields leave open, and says what is wrong with the others', () => {
    const empty = readAskForm(graph, emptyAskForm(about), asked, same);
    expect(empty.fields).toEqual({ ok: false, error: { bucket: 'Name a bucket.' } });
    const filled = readAskForm(graph, { ...emptyAskForm(about), texts: { bucket: 'a-bucket' } }, asked, same);
    expect(filled.pairs).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::a-bucket/*', account: undefined },
    ]);
  });

  it('says which pasted text is no policy, and takes it for not known', () => {
    const form: AskForm = {
      ...emptyAskForm(about),
      bucket: { how: 'paste', text: 'hello' },
      key: { how: 'paste', text: '{"Id": "no statement"}' },
    };
    const { policyErrors, pasted } = readAskForm(graph, form, asked, same);
    expect(policyErrors).toMatchObject({
      bucket: expect.stringContaining('not JSON'),
      key: 'the document has no Statement',
    });
    expect(pasted).toEqual({ bucket: undefined, key: undefined });
  });

  it('takes values of condition keys apart at commas', () => {
    const form = {
      ...emptyAskForm(about),
      context: { 'aws:SourceVpce': 'vpce-1, vpce-2', 'aws:SourceIp': ' ' },
    };
    expect([...readAskForm(graph, form, asked, same).supplied]).toEqual([
      ['aws:SourceVpce', ['vpce-1', 'vpce-2']],
    ]);
  });
});

describe('whom to ask about', () => {
  const graph = lakeGraph({ profileName: 'lake-profile' });

  it('can be found by name or account, roles first', () => {
    expect(listSubjects(graph, 'LAKE').map(({ label, detail }) => [label, detail])).toEqual([
      ['lake', `role · ${HOME}`],
      ['lake-profile', `instance profile · ${HOME}`],
    ]);
    expect(listSubjects(graph, HOME)).toHaveLength(3);
    expect(listSubjects(graph, 'nobody')).toEqual([]);
  });

  it('is a role, also by way of its profile', () => {
    const profile = graph.byKind.profile[0];
    const subject = subjectOf(graph, profile?.id);
    expect(subject?.role?.name).toBe('lake');
    expect(subject && subjectWords(subject)).toBe('instance profile lake-profile (role lake)');
    expect(lake(graph).profile?.name).toBe('lake-profile');
  });
});
