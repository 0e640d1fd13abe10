import { expect, test } from 'vitest';
import { judgeTrust } from './judge-trust.ts';
import { trustJudge } from './trust-judge.ts';

const EC2 = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const CHINA = { Statement: { ...EC2.Statement[0], Principal: { Service: 'ec2.amazonaws.com.cn' } } };

test('judges like judgeTrust, however often and in whatever form and partition a document comes', () => {
  const judge = trustJudge(undefined);
  const documents = [EC2, JSON.stringify(EC2), CHINA, encodeURIComponent(JSON.stringify(CHINA)), {}, '{}'];
  for (const document of [...documents, undefined, 'undefined', null, 'null', ...documents]) {
    for (const partition of ['aws', 'aws-cn']) {
      expect(judge(document, partition)).toEqual(judgeTrust(document, { partition }));
    }
  }
});

function until(date: string) {
  const Condition = { DateLessThan: { 'aws:CurrentTime': date } };
  return { Statement: [{ ...EC2.Statement[0], Condition }] };
}

test('weighs dates against the time that it was made for', () => {
  const judge = trustJudge('2026-06-01T00:00:00Z');
  expect(judge(until('2026-01-01T00:00:00Z'), 'aws').answer).toBe('no');
  expect(judge(until('2027-01-01T00:00:00Z'), 'aws').answer).not.toBe('no');
});
