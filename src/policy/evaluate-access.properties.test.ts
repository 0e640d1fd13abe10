import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccessCase, accessCases, questionOf } from './access-cases.test-data.ts';
import type { AccessAnswer, AccessRequest, PolicyStack } from './access-verdict.ts';
import { evaluateAccess } from './evaluate-access.ts';

/** What of a question is hidden from the evaluator. */
interface Hiding {
  readonly keys: readonly number[];
  readonly identity: readonly boolean[];
  readonly boundary: boolean;
  readonly resource: boolean;
  readonly owner: boolean;
}

const hidings: fc.Arbitrary<Hiding> = fc.record({
  keys: fc.array(fc.nat({ max: 11 }), { maxLength: 6 }),
  identity: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  boundary: fc.boolean(),
  resource: fc.boolean(),
  owner: fc.boolean(),
});

function hidden(it: AccessCase, hiding: Hiding): { request: AccessRequest; policies: PolicyStack } {
  const { request, policies } = questionOf(it);
  const keys = [...request.context].filter((_, at) => !hiding.keys.includes(at));
  const unread = policies.identity.filter((_, at) => hiding.identity[at]);
  return {
    request: {
      ...request,
      context: new Map(keys),
      resourceAccount: hiding.owner ? undefined : request.resourceAccount,
    },
    policies: {
      identity: policies.identity.filter((_, at) => !hiding.identity[at]),
      identityUnread: unread.map((each) => each.name),
      boundary: hiding.boundary ? 'unread' : policies.boundary,
      resource: hiding.resource ? 'unread' : policies.resource,
    },
  };
}

const isAllowed = (answer: AccessAnswer) => (answer === 'cannot-tell' ? undefined : answer === 'allowed');

describe('what is not known', () => {
  test('is never guessed: learning a key, a policy or an owner turns no answer, except from "cannot tell"', () => {
    let told = 0;
    fc.assert(
      fc.property(accessCases, hidings, (it, hiding) => {
        const some = hidden(it, hiding);
        const whole = questionOf(it);
        const before = evaluateAccess(some.request, some.policies).answer;
        const after = evaluateAccess(whole.request, whole.policies).answer;
        if (before === 'cannot-tell') return;
        told += 1;
        // "cannot tell" with all known is what AWS leaves open, which is no worse than a refusal that needs no more.
        expect(isAllowed(before)).toBe(isAllowed(after));
        if (before === 'explicitly-denied') expect(after).toBe('explicitly-denied');
      }),
      { numRuns: 1500, seed: 11 },
    );
    expect(told).toBeGreaterThan(450);
  }, 60_000);

  test('is named: an answer that cannot be told says which key or document would tell', () => {
    fc.assert(
      fc.property(accessCases, hidings, (it, hiding) => {
        const whole = questionOf(it);
        if (evaluateAccess(whole.request, whole.policies).answer === 'cannot-tell') return;
        const { request, policies } = hidden(it, { ...hiding, owner: false });
        const verdict = evaluateAccess(request, policies);
        if (verdict.answer !== 'cannot-tell') return;
        const unread = verdict.notSeen.filter((each) => !/organization|endpoint/.test(each));
        expect(verdict.missingContext.length + unread.length).toBeGreaterThan(0);
        for (const key of verdict.missingContext) expect(request.context.has(key.toLowerCase())).toBe(false);
      }),
      { numRuns: 600, seed: 12 },
    );
  });
});

function turn(document: AccessCase['boundary']) {
  return document && { ...document, Statement: document.Statement.toReversed() };
}

test('the order of policies and statements does not matter', () => {
  fc.assert(
    fc.property(accessCases, (it) => {
      const turned: AccessCase = {
        ...it,
        identity: it.identity.toReversed().flatMap((each) => turn(each) ?? []),
        boundary: turn(it.boundary),
        resourcePolicy: turn(it.resourcePolicy),
      };
      const [a, b] = [questionOf(it), questionOf(turned)];
      expect(evaluateAccess(b.request, b.policies).answer).toBe(evaluateAccess(a.request, a.policies).answer);
    }),
    { numRuns: 300, seed: 13 },
  );
});
