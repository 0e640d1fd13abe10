import { type PolicyStatement, policyDocument } from '../../access/minimal-policy.ts';

/** AWS takes no longer inline session policy, in characters without white space. */
export const LONGEST_SESSION_POLICY = 2048;

/**
 * What a session is held to: the reads and simulations that Rolewire makes, and nothing else. A session policy grants nothing; the session may
 * do what both it and the policies of the role allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function readOnlySessionPolicy(partition: string): string {
  const { Statement } = policyDocument(
    ['graph', 'users-of-profiles', 'role-details', 'role-policies', 'all-policies', 'simulation'],
    partition,
  );
  return compact(Statement);
}

/** For the first of two hops: it may assume further roles, and nothing else. */
export function assumeOnlySessionPolicy(): string {
  return compact([{ Sid: 'RolewireNextRole', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: '*' }]);
}

/** Without the `Sid`s, which only people read. */
function compact(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ Effect, Action, Resource }) => ({ Effect, Action, Resource })),
  });
}
