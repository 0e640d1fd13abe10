import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import { toAccountId } from '../inventory/ids.ts';
import { type AskedRun, simulateOnce } from './simulate-once.ts';

const QUESTION: SimulationRequest = {
  roleArn: 'arn:aws:iam::111122223333:role/app',
  pairs: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::secret-plans/*' }],
  context: [],
};
const ANSWER: SimulationOutcome = { ok: true, results: [], requests: 1 };
const REFUSED: SimulationOutcome = {
  ok: false,
  failure: { status: 'failed', reason: { kind: 'throttled' } },
};

/** A run whose questions AWS answers like this, one after the other. */
function asking(...answers: SimulationOutcome[]) {
  const client = new QueryClient();
  let asked = 0;
  const run = (more: Partial<AskedRun> = {}): AskedRun => ({
    runNumber: 1,
    accountId: toAccountId('111122223333'),
    stops: 0,
    clients: {
      simulate: async () => {
        asked += 1;
        return answers.shift() ?? ANSWER;
      },
    },
    ...more,
  });
  const ask = (question = QUESTION, of = run()) =>
    simulateOnce(client, of, question, new AbortController().signal);
  return { ask, run, client, asked: () => asked };
}

it('asks AWS once for the same question', async () => {
  const { ask, asked } = asking();
  await ask();
  expect(await ask({ ...QUESTION, pairs: [...QUESTION.pairs] })).toEqual(ANSWER);
  expect(asked()).toBe(1);
  await ask({ ...QUESTION, roleArn: 'arn:aws:iam::111122223333:role/other' });
  expect(asked()).toBe(2);
});

it('asks anew after a refresh of the account, and under another sign-in', async () => {
  const { ask, run, asked } = asking();
  await ask();
  await ask(QUESTION, run({ stops: 1 }));
  await ask(QUESTION, run({ runNumber: 2 }));
  expect(asked()).toBe(3);
});

it('does not keep a refusal', async () => {
  const { ask, asked } = asking(REFUSED);
  expect(await ask()).toEqual(REFUSED);
  expect(await ask()).toEqual(ANSWER);
  expect(asked()).toBe(2);
});

it('puts nothing of a question into a key of the cache', async () => {
  const { ask, client } = asking();
  await ask({ ...QUESTION, context: [{ key: 'aws:SourceIp', type: 'ip', values: ['203.0.113.7'] }] });
  const keys = JSON.stringify(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey),
  );
  expect(keys).not.toMatch(/secret-plans|role|203/);
});
