import * as fc from 'fast-check';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toArn, toInstanceProfileId, toIsoTime, toRegion, toRoleId } from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import {
  ACCOUNT,
  association,
  FULLY_READ,
  instance,
  LAMBDA_TRUST,
  OTHER_ACCOUNT,
  originOf,
  profile,
  profileArn,
  REGION,
  reference,
  role,
  roleArn,
} from './records.test-data.ts';

/** Few names and ids, so that references hit, miss, clash and repeat. */
const NAMES = ['a', 'b', 'A'] as const;
const name = fc.constantFrom(...NAMES);
const id = fc.constantFrom('AIPA-a', 'AIPA-b', 'AIPA-old', 'iip-assoc-1');
const account = fc.constantFrom(ACCOUNT, OTHER_ACCOUNT);
const readAt = fc.constantFrom(
  undefined,
  toIsoTime('2026-01-01T00:00:00Z'),
  toIsoTime('2026-01-02T00:00:00Z'),
);

const anyReference = fc
  .tuple(name, id, account, fc.constantFrom('arn', 'both', 'id'))
  .map(([profileName, profileId, owner, kind]) => {
    const both = reference(profileName, profileId, owner);
    if (kind === 'arn') return { Arn: both.Arn };
    return kind === 'id' ? { Id: both.Id } : both;
  });

const anyInstance = fc
  .record({
    instanceId: fc.constantFrom('i-1', 'i-2', 'i-3'),
    uses: fc.option(anyReference, { nil: undefined }),
    accountId: fc.option(account, { nil: undefined }),
    region: fc.constantFrom(REGION, toRegion('us-east-1')),
    State: fc.constantFrom('running', 'terminated', undefined),
    readAt,
  })
  .map(({ instanceId, uses, readAt: at, ...more }) =>
    instance(instanceId, uses, { ...more, origin: { ...originOf('ec2:DescribeInstances'), readAt: at } }),
  );

const anyAssociation = fc
  .tuple(
    fc.constantFrom('i-1', 'i-2', 'i-9'),
    anyReference,
    fc.constantFrom('associated', 'associating', 'disassociating', 'disassociated'),
    fc.constantFrom('iip-assoc-1', 'iip-assoc-2'),
  )
  .map((fields) => association(...fields));

const anyRole = fc
  .record({
    roleName: name,
    RoleId: fc.constantFrom('AROA-1', 'AROA-2', undefined),
    owner: account,
    call: fc.constantFrom('iam:ListRoles' as const, 'iam:GetRole' as const),
    trusts: fc.boolean(),
    bare: fc.boolean(),
    readAt,
  })
  .map(({ roleName, RoleId, owner, call, trusts, bare, ...at }) =>
    role(
      roleName,
      {
        ...(RoleId && { RoleId: toRoleId(RoleId) }),
        origin: { ...originOf(call), ...at },
        details: call === 'iam:GetRole' ? 'full' : 'listed',
        ...(trusts ? {} : { AssumeRolePolicyDocument: LAMBDA_TRUST }),
        ...(bare ? { Arn: undefined } : {}),
      },
      owner,
    ),
  );

const anyProfile = fc
  .record({
    profileName: name,
    profileId: fc.option(id, { nil: undefined }),
    owner: account,
    roles: fc.option(fc.array(anyRole, { maxLength: 1 }), { nil: undefined }),
    readAt,
  })
  .map(({ profileName, profileId, owner, roles, ...at }) =>
    profile(profileName, roles, {
      origin: { ...originOf('iam:ListInstanceProfiles'), ...at },
      accountId: owner,
      Arn: profileArn(profileName, owner),
      InstanceProfileId: profileId === undefined ? undefined : toInstanceProfileId(profileId),
    }),
  );

const anyVersion = fc
  .record({
    number: fc.constantFrom(1, 2, 3),
    isDefault: fc.boolean(),
    uses: fc.oneof(
      name.map((Name) => ({ Name })),
      anyReference,
      name.map((roleName) => ({ Arn: roleArn(roleName) })),
    ),
  })
  .map(({ number, isDefault, uses }) => ({
    origin: originOf('ec2:DescribeLaunchTemplateVersions'),
    accountId: ACCOUNT,
    region: REGION,
    LaunchTemplateId: 'lt-1',
    VersionNumber: number,
    DefaultVersion: isDefault,
    IamInstanceProfile: uses,
  }));

const anyStatement = fc.tuple(name, fc.boolean()).map(([roleName, allowed]) => ({
  kind: 'decoded-authorization' as const,
  label: 'decoded',
  allowed,
  explicitDeny: false,
  principalArn: toArn(`arn:aws:iam::${ACCOUNT}:user/u`),
  action: 'iam:PassRole',
  resource: roleArn(roleName),
  message: {},
}));

const anyEntry: fc.Arbitrary<CoverageEntry> = fc
  .record({
    entry: fc.constantFrom(...FULLY_READ),
    status: fc.constantFrom('complete', 'complete', 'partial', 'denied', 'failed', 'not-asked'),
    accountId: fc.constantFrom(ACCOUNT, OTHER_ACCOUNT, undefined),
  })
  .map(({ entry, status, accountId }) => ({ ...entry, status, accountId }));

/** Small accounts in which records agree, contradict each other, and are missing, read to any extent. */
export const anyInventory: fc.Arbitrary<Inventory> = fc
  .record({
    instances: fc.array(anyInstance, { maxLength: 4 }),
    associations: fc.array(anyAssociation, { maxLength: 3 }),
    instanceProfiles: fc.array(anyProfile, { maxLength: 4 }),
    roles: fc.array(anyRole, { maxLength: 4 }),
    launchTemplateVersions: fc.array(anyVersion, { maxLength: 3 }),
    statements: fc.array(anyStatement, { maxLength: 2 }),
    coverage: fc.oneof(fc.constant(FULLY_READ), fc.array(anyEntry, { maxLength: 8 })),
  })
  .map((part) => ({ ...emptyInventory('files'), ...part }));
