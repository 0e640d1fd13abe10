import { describe, expect, it } from 'vitest';
import { PARTITIONS } from '../../base/partitions.ts';
import { CALL_NAMES, callFacts } from '../../inventory/calls.ts';
import { assumeOnlySessionPolicy, LONGEST_SESSION_POLICY, readOnlySessionPolicy } from './session-policy.ts';

function actionsIn(policy: string): readonly string[] {
  const document: { Statement: readonly { Effect: string; Action: readonly string[] }[] } =
    JSON.parse(policy);
  return document.Statement.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []));
}

describe('the session policy', () => {
  it.each(PARTITIONS.map(({ id }) => id))('fits into what AWS takes, in %s', (partition) => {
    expect(readOnlySessionPolicy(partition).length).toBeLessThanOrEqual(LONGEST_SESSION_POLICY);
  });

  it('allows every call that Rolewire makes of AWS', () => {
    const made = CALL_NAMES.filter(
      (call) => callFacts(call).tier !== 'files-only' && call !== 'sts:GetCallerIdentity',
    );
    expect([...actionsIn(readOnlySessionPolicy('aws'))].sort()).toEqual([...made].sort());
  });

  it('allows nothing that could change a thing or become someone else', () => {
    for (const action of actionsIn(readOnlySessionPolicy('aws'))) {
      expect(action).toMatch(/^(ec2:Describe|autoscaling:Describe|iam:List|iam:Get|iam:Simulate)[A-Za-z]+$/);
    }
  });

  it('lets the first of two hops assume roles, and nothing else', () => {
    expect(actionsIn(assumeOnlySessionPolicy())).toEqual(['sts:AssumeRole']);
  });
});
