import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { toArn } from '../inventory/ids.ts';
import { answerQuestion } from './answer.ts';
import { CHECKS } from './checks/registry.ts';
import { ELSEWHERE, HOME, type LakeAccount, lake, lakeGraph, ROLE_ARN } from './example.test-data.ts';
import type { PastedPolicies } from './policy-stack.ts';
import { readFields } from './read-fields.ts';
import { runCheck, type StepStatus } from './run-check.ts';

/** Answers must not turn when less is known: a yes may become "cannot tell", and never a no. */

const KEY = `arn:aws:kms:eu-west-1:${ELSEWHERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const BOUNDARY = `arn:aws:iam::${HOME}:policy/limit`;
const TEAM = `arn:aws:iam::${HOME}:policy/team`;

const action = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  's3:*',
  's3:ListBucket',
  'kms:*',
  'kms:Decrypt',
  'iam:PassRole',
  '*',
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::my-lake',
  'arn:aws:s3:::my-lake/*',
  'arn:aws:s3:::my-lake/a/*',
  KEY,
  ROLE_ARN,
);
const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
const condition = fc.constantFrom<JsonValue | undefined>(
  undefined,
  undefined,
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
);

const statement = fc.record({ effect, action, resource, condition });

function policy(
  statements: readonly {
    effect: string;
    action: string;
    resource: string;
    condition: JsonValue | undefined;
  }[],
  principal?: JsonValue,
): JsonValue {
  return {
    Version: '2012-10-17',
    Statement: statements.map((each) => ({
      Effect: each.effect,
      ...(principal !== undefined && { Principal: principal }),
      Action: each.action,
      Resource: each.resource,
      ...(each.condition !== undefined && { Condition: each.condition }),
    })),
  };
}

const documents = fc.record({
  inline: fc.array(statement, { maxLength: 3 }),
  team: fc.array(statement, { maxLength: 2 }),
  boundary: fc.option(fc.array(statement, { maxLength: 3 }), { nil: undefined }),
  bucket: fc.array(statement, { maxLength: 2 }),
  key: fc.array(statement, { maxLength: 2 }),
  launcher: fc.array(statement, { maxLength: 2 }),
});

/** One in five. */
const lost = fc.nat(4).map((number) => number === 0);

/** What is left out of a reading. */
const losses = fc.record({
  inline: lost,
  inlineList: lost,
  attachedList: lost,
  team: lost,
  boundary: lost,
  details: lost,
  bucket: lost,
  key: lost,
  owner: lost,
  vpce: lost,
});
type Losses = typeof losses extends fc.Arbitrary<infer Value> ? Value : never;
type Documents = typeof documents extends fc.Arbitrary<infer Value> ? Value : never;

const NO_LOSS: Losses = {
  inline: false,
  inlineList: false,
  attachedList: false,
  team: false,
  boundary: false,
  details: false,
  bucket: false,
  key: false,
  owner: false,
  vpce: false,
};

function accountOf(made: Documents, less: Losses): LakeAccount {
  const inline = { own: policy(made.inline) };
  return {
    inline,
    attached: [TEAM],
    documents: {
      ...(!less.team && { [TEAM]: policy(made.team) }),
      ...(made.boundary && !less.boundary && { [BOUNDARY]: policy(made.boundary) }),
    },
    role: {
      ...(made.boundary &&
        !less.details && { PermissionsBoundary: { PermissionsBoundaryArn: toArn(BOUNDARY) } }),
      ...(less.details && { details: 'listed' }),
    },
    policies: {
      ...(less.inline && { InlinePolicies: [] }),
      ...(less.inlineList && { InlinePolicies: undefined, InlinePolicyNames: undefined }),
      ...(less.attachedList && { AttachedPolicies: undefined }),
    },
    launcher: policy(made.launcher),
  };
}

function pastedOf(made: Documents, less: Losses): PastedPolicies {
  const document = (statements: Documents['bucket']) =>
    ({ kind: 'document', document: policy(statements, { AWS: ROLE_ARN }) }) as const;
  return {
    ...(!less.bucket && { bucket: document(made.bucket) }),
    ...(!less.key && { key: document(made.key) }),
  };
}

const PAIRS = [
  { action: 's3:GetObject', resource: 'arn:aws:s3:::my-lake/a/b.csv' },
  { action: 's3:ListBucket', resource: 'arn:aws:s3:::my-lake' },
  { action: 'kms:Decrypt', resource: KEY, account: ELSEWHERE },
  { action: 'iam:PassRole', resource: ROLE_ARN, account: HOME },
];

function answersOf(made: Documents, less: Losses, owner: string): readonly string[] {
  const graph = lakeGraph(accountOf(made, less));
  const pairs = PAIRS.map((pair) => (less.owner || pair.account ? pair : { ...pair, account: owner }));
  const answer = answerQuestion(graph, {
    subject: lake(graph),
    pairs,
    values: {},
    pasted: pastedOf(made, less),
    supplied: less.vpce ? new Map() : new Map([['aws:SourceVpce', ['vpce-1']]]),
  });
  return answer?.pairs.map(({ verdict }) => verdict.answer) ?? [];
}

function stepsOf(made: Documents, less: Losses, owner: string, check: (typeof CHECKS)[number]) {
  const graph = lakeGraph(accountOf(made, less));
  const values = readFields(
    check.fields,
    {
      bucket: 'my-lake',
      'kms-key': KEY,
      'role-arn': `arn:aws:iam::${HOME}:role/launcher`,
      ...(!less.owner && { account: owner }),
    },
    { partition: 'aws', account: HOME },
  );
  if (!values.ok) throw new Error(JSON.stringify(values.error));
  return runCheck(graph, check, {
    subject: lake(graph),
    values: values.value,
    pasted: pastedOf(made, less),
    supplied: less.vpce ? new Map() : new Map([['aws:SourceVpce', ['vpce-1']]]),
  });
}

const owners = fc.constantFrom(HOME, ELSEWHERE);

describe('when less is read', () => {
  it('an answer stays as it is, or becomes "cannot tell"', () => {
    fc.assert(
      fc.property(documents, losses, owners, (made, less, owner) => {
        const whole = answersOf(made, NO_LOSS, owner);
        const part = answersOf(made, less, owner);
        part.forEach((answer, index) => {
          if (answer !== 'cannot-tell') expect(refusal(answer)).toBe(refusal(whole[index] ?? ''));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a step of a checklist never turns from pass to fail, nor back', () => {
    const TURNS: Readonly<Partial<Record<StepStatus, StepStatus>>> = { pass: 'fail', fail: 'pass' };
    fc.assert(
      fc.property(documents, losses, owners, fc.constantFrom(...CHECKS), (made, less, owner, check) => {
        const whole = stepsOf(made, NO_LOSS, owner, check);
        const part = stepsOf(made, less, owner, check);
        part.forEach(({ status, title }, index) => {
          expect(whole[index]?.title).toBe(title);
          expect(TURNS[status]).not.toBe(whole[index]?.status ?? '');
        });
      }),
      { numRuns: 120 },
    );
  });

  it('says that it cannot tell at least sometimes, and decides at least sometimes', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(documents, losses, owners, (made, less, owner) => {
        for (const answer of answersOf(made, less, owner)) seen.add(answer);
      }),
      { numRuns: 200, seed: 7 },
    );
    expect([...seen].sort()).toEqual(['allowed', 'cannot-tell', 'explicitly-denied', 'implicitly-denied']);
  });
});

/** A refusal stays one; whether by a Deny that was not read is a finer point. */
function refusal(answer: string): string {
  return answer.endsWith('denied') ? 'no' : answer;
}
