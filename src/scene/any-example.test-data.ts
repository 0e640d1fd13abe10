import * as fc from 'fast-check';
import type { Example, ExampleInstance } from './example.test-data.ts';

const names = fc.constantFrom('web', 'web-1', 'web-2', 'api-10', 'api-9', 'Etl', 'née', '漢字', '');
const profileNames = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6');
const roleNames = fc.constantFrom('', 'r1', 'r2', 'r3', 'p1', 'p2');

const instance: fc.Arbitrary<Omit<ExampleInstance, 'id'>> = fc.record(
  {
    name: names,
    profile: fc.oneof(profileNames, fc.constant('gone')),
    profileId: fc.constantFrom('p1', 'p2', 'old'),
    state: fc.constantFrom('running', 'stopped', 'pending', 'terminated'),
    region: fc.constantFrom('eu-west-1', 'us-east-1'),
  },
  { requiredKeys: ['name'] },
);

/** Accounts with every kind of link in them, whole and broken. */
export const anyExample: fc.Arbitrary<Example> = fc.record({
  instances: fc
    .array(instance, { maxLength: 40 })
    .map((list) => list.map((each, n) => ({ ...each, id: `i-${String(n).padStart(4, '0')}` }))),
  profiles: fc.dictionary(profileNames, roleNames),
  roles: fc.uniqueArray(fc.constantFrom('r1', 'r7', 'r8', 'r9'), { maxLength: 4 }),
  distrusting: fc.uniqueArray(fc.constantFrom('r1', 'r7'), { maxLength: 2 }),
  unread: fc.subarray(['iam:ListInstanceProfiles', 'ec2:DescribeInstances', 'iam:ListRoles'] as const, {
    maxLength: 1,
  }),
});
