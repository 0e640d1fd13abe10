import { knownPolicy } from '../../src/ask/aws-managed.ts';
import type { JsonValue } from '../../src/base/json.ts';
import { type AccountId, toArn } from '../../src/inventory/ids.ts';
import type { ManagedPolicyRecord } from '../../src/inventory/records.ts';
import { originOf } from './origin.ts';

/** Documents of some managed policies, as the account details bring them: a boundary of the account's own, two of AWS's. */
export function managedPolicies(accountId: AccountId): readonly ManagedPolicyRecord[] {
  return [
    record(accountId, `arn:aws:iam::${accountId}:policy/DeveloperBoundary`, 'v3', DEVELOPER_BOUNDARY),
    ofAws(accountId, 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore', 'v2'),
    ofAws(accountId, 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', 'v3'),
  ];
}

function ofAws(accountId: AccountId, arn: string, version: string): ManagedPolicyRecord {
  const known = knownPolicy(arn);
  if (known === undefined) throw new Error(`The text of ${arn} is not at hand.`);
  return record(accountId, arn, version, known.document);
}

function record(
  accountId: AccountId,
  arn: string,
  version: string,
  document: JsonValue,
): ManagedPolicyRecord {
  return {
    origin: originOf('iam:GetAccountAuthorizationDetails'),
    accountId,
    PolicyArn: toArn(arn),
    PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
    VersionId: version,
    IsDefaultVersion: true,
    Document: document,
  };
}

const DEVELOPER_BOUNDARY: JsonValue = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DevelopersWork',
      Effect: 'Allow',
      NotAction: ['iam:*', 'organizations:*', 'account:*'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
    },
    {
      Sid: 'PassOwnRoles',
      Effect: 'Allow',
      Action: ['iam:Get*', 'iam:List*', 'iam:PassRole'],
      Resource: 'arn:aws:iam::111122223333:role/service/*',
    },
    {
      Sid: 'KeepTheTrail',
      Effect: 'Deny',
      Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:DeleteTrails'],
      Resource: '*',
    },
  ],
};
