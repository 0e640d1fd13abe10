import { expect, it } from 'vitest';
import { permissionsOf } from '../access/minimal-policy.ts';
import { ACCOUNT_CALLS, ASKED_CALLS, REGIONAL_CALLS } from '../collect/live-calls.ts';
import { policyToGrant } from './minimal-policy.ts';

it('the policy that people are asked for allows every call that reading makes by itself, and no other', async () => {
  const { Statement } = JSON.parse(await policyToGrant());
  const allowed = Statement.flatMap((statement: { Action: readonly string[] }) => statement.Action);
  const made = ['iam:ListAccountAliases', 'ec2:DescribeRegions', ...ACCOUNT_CALLS, ...REGIONAL_CALLS];
  const asked = ASKED_CALLS.filter((call) => !permissionsOf('all-policies').includes(call));
  expect(allowed.toSorted()).toEqual([...made, ...asked].toSorted());
});
