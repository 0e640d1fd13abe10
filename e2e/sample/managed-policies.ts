import type { JsonValue } from '../../src/base/json.ts';
import { type AccountId, toArn } from '../../src/inventory/ids.ts';
import type { ManagedPolicyRecord } from '../../src/inventory/records.ts';
import { originOf } from './origin.ts';

/** Documents of some managed policies, as the account details bring them: a boundary of the account's own, two of AWS's. */
export function managedPolicies(accountId: AccountId): readonly ManagedPolicyRecord[] {
  return [
    record(accountId, `arn:aws:iam::${accountId}:policy/DeveloperBoundary`, 'v3', DEVELOPER_BOUNDARY),
    record(accountId, 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore', 'v2', SSM_CORE),
    record(accountId, 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', 'v3', S3_READ_ONLY),
  ];
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

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html */
const SSM_CORE: JsonValue = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'ssm:DescribeAssociation',
        'ssm:GetDeployablePatchSnapshotForInstance',
        'ssm:GetDocument',
        'ssm:DescribeDocument',
        'ssm:GetManifest',
        'ssm:GetParameter',
        'ssm:GetParameters',
        'ssm:ListAssociations',
        'ssm:ListInstanceAssociations',
        'ssm:PutInventory',
        'ssm:PutComplianceItems',
        'ssm:PutConfigurePackageResult',
        'ssm:UpdateAssociationStatus',
        'ssm:UpdateInstanceAssociationStatus',
        'ssm:UpdateInstanceInformation',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: [
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: [
        'ec2messages:AcknowledgeMessage',
        'ec2messages:DeleteMessage',
        'ec2messages:FailMessage',
        'ec2messages:GetEndpoint',
        'ec2messages:GetMessages',
        'ec2messages:SendReply',
      ],
      Resource: '*',
    },
  ],
};

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3ReadOnlyAccess.html */
const S3_READ_ONLY: JsonValue = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
      Resource: '*',
    },
  ],
};
