import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AccessCase,
  accessCases,
  OWN,
  questionOf,
  SESSION_ARN,
  type Statement,
} from './access-cases.test-data.ts';
import type { AccessAnswer } from './access-verdict.ts';
import { evaluateAccess } from './evaluate-access.ts';

/**
 * The evaluator against `@cloud-copilot/iam-simulate`, which others have tried against AWS. Where the two differ, one of the
 * readings below is at work: each is by a page of AWS, or is a case that AWS leaves open and that must come out as "cannot tell".
 */

test('agrees with iam-simulate on thousands of policies, and differs only where AWS says otherwise or nothing', () => {
  const seen = { allowed: 0, 'explicitly-denied': 0, 'implicitly-denied': 0, 'cannot-tell': 0, otherwise: 0 };
  fc.assert(
    fc.property(accessCases, (it) => {
      const { request, policies } = questionOf(it);
      const { answer } = evaluateAccess(request, policies);
      const theirs = theirsOf(it);
      seen[answer] += 1;
      if (answer === theirs) return;
      if (answer !== 'cannot-tell') seen.otherwise += 1;
      const reasons = answer === 'cannot-tell' ? leftOpen(it) : readOtherwise(it);
      if (reasons.length === 0) expect(answer).toBe(theirs);
    }),
    { numRuns: RUNS, seed: 20_261_125 },
  );
  // Else the agreement would mean little.
  expect(seen.allowed).toBeGreaterThan(RUNS * 0.08);
  expect(seen['explicitly-denied']).toBeGreaterThan(RUNS * 0.15);
  expect(seen['cannot-tell'] + seen.otherwise).toBeLessThan(RUNS * 0.03);
}, 60_000);

/** Takes some seconds. */
const RUNS = 3000;

const ANSWERS: Readonly<Record<string, AccessAnswer>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitly-denied',
  ImplicitlyDenied: 'implicitly-denied',
};

function theirsOf(it: AccessCase): AccessAnswer | undefined {
  const answer = runUnsafeSimulation(
    {
      request: {
        principal: SESSION_ARN,
        action: it.action,
        resource: { resource: it.resource, accountId: it.resourceAccount },
        contextVariables: it.context as Record<string, string | string[]>,
      },
      identityPolicies: it.identity.map((policy, at) => ({ name: `identity ${at}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      permissionBoundaryPolicies:
        it.boundary === undefined ? undefined : [{ name: 'boundary', policy: it.boundary }],
      resourcePolicy: withName(it.resourcePolicy),
    },
    {},
  );
  return ANSWERS[answer];
}

/** The library wants a name on it, and takes one in this form alone. */
function withName(policyDocument: AccessCase['resourcePolicy']): unknown {
  return policyDocument && { __validated: true, policyDocument, metadata: { name: 'resource' }, errors: [] };
}

/** Readings in which AWS's pages and the library part. */
function readOtherwise(it: AccessCase): readonly string[] {
  const readings: string[] = [];
  const { denies } = onResource(it);
  // "deny access to all principals except the principal specified": an account listed alone spares none of its roles. The
  // example with user Bob, "all principals except the user named Bob", lists his account beside him, and is in the guide of 2023:
  // https://github.com/awsdocs/iam-user-guide/blob/main/doc_source/reference_policies_elements_notprincipal.md
  if (denies.some((each) => naming(each.NotPrincipal).account)) readings.push('NotPrincipal of an account');
  // "These predefined policy variables can be used in any string where you can use regular policy variables", and the string
  // operators are such a place; outside of those with wildcards the library leaves ${*} as it is written.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
  if (statements(it).some((each) => /string(not)?equals.*\$\{\*\}/.test(conditionsText(each))))
    readings.push('escape in StringEquals');
  // "Inverted condition operators like StringNotEquals or StringNotLike do match against a null value": a variable without value.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
  if (statements(it).some((each) => /not(equals|like).*\$\{/.test(conditionsText(each))))
    readings.push('not like null');
  // Every IPv4 address is in 0.0.0.0/0 (RFC 4632); the library finds none in it.
  if (statements(it).some((each) => conditionsText(each).includes('0.0.0.0/0')))
    readings.push('prefix of length 0');
  // ForAllValues "also returns true if there are no context keys in the request or if the context key value resolves to a null
  // dataset, such as an empty string". That other operators take a list without values so too is not written anywhere.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (it.context['aws:TagKeys']?.length === 0) readings.push('key without values');
  return readings;
}

/** What AWS leaves open. */
function leftOpen(it: AccessCase): readonly string[] {
  const reasons: string[] = [];
  const { denies, allows } = onResource(it);
  // "AWS might validate the account first, then the role, and then the assumed-role user", "depending on the service": so to
  // list a part of them may spare, or not.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
  if (denies.some((each) => naming(each.NotPrincipal).role)) reasons.push('NotPrincipal of a part');
  // "Using it with "Effect":"Allow" is not supported", says the same page now.
  if (allows.some((each) => naming(each.NotPrincipal).account)) reasons.push('Allow to all but the account');
  const conditions = statements(it).map(conditionsText);
  // On a missing key, IfExists is to "evaluate the condition element as true", and ForAnyValue to return false.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
  if (conditions.some((each) => /foranyvalue:\w+ifexists/.test(each)))
    reasons.push('ForAnyValue with IfExists');
  // "Multivalued context keys require a condition set operator", and what happens without one is not said.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (conditions.some((each) => /"(string)[^:]*":\{"aws:tagkeys/.test(each)))
    reasons.push('several values, no set operator');
  // "The resource that includes a policy variable with no value will not match any resource", in NotResource too: to the letter
  // such a statement covers all resources; the library takes it for none.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
  if (statements(it).some((each) => JSON.stringify(each.NotResource ?? '').includes('${')))
    reasons.push('NotResource of nothing');
  return reasons;
}

function statements(it: AccessCase): readonly Statement[] {
  return [...it.identity, it.boundary, it.resourcePolicy].flatMap((each) => each?.Statement ?? []);
}

function onResource(it: AccessCase) {
  const list = it.resourcePolicy?.Statement ?? [];
  return {
    denies: list.filter((each) => each.Effect === 'Deny'),
    allows: list.filter((each) => each.Effect === 'Allow'),
  };
}

function naming(principal: unknown) {
  const text = JSON.stringify(principal ?? '');
  return {
    anyone: text.includes('*'),
    account: text.includes(`"${OWN}"`) || text.includes(`${OWN}:root`),
    role: text.includes('role/app'),
  };
}

function conditionsText(statement: Statement): string {
  return JSON.stringify(statement.Condition ?? '').toLowerCase();
}
