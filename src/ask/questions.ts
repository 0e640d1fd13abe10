import type { AskedField, PairTemplate } from './asked-field.ts';

/** A question that people ask often, as data: what to fill in, and which actions on which resources it means. */
export interface Question {
  readonly id: string;
  /** Behind "Can it …": "read objects of a bucket". */
  readonly label: string;
  /** The page of AWS's that says which actions it takes. */
  readonly source: string;
  readonly fields: readonly AskedField[];
  readonly pairs: readonly PairTemplate[];
}

export const BUCKET: AskedField = {
  kind: 'bucket',
  label: 'Bucket',
  placeholder: 'my-bucket, s3://my-bucket/path/, ARN or address',
};
const OBJECT: AskedField = {
  kind: 'object',
  label: 'Object or prefix',
  placeholder: 'path/to/file.csv or path/',
  description: 'Empty: all objects.',
  optional: true,
};
export const OWNER: AskedField = {
  kind: 'account',
  label: 'Account of the bucket',
  placeholder: '111122223333',
  description: 'The ARN of a bucket does not say it. Empty: not known.',
  optional: true,
};
export const KMS_KEY: AskedField = {
  kind: 'kms-key',
  label: 'KMS key of the bucket',
  placeholder: 'arn:aws:kms:eu-west-1:111122223333:key/…',
  description: 'If its objects are encrypted with SSE-KMS.',
  optional: true,
};
const KEY_ALONE: AskedField = {
  kind: 'kms-key',
  label: 'KMS key',
  placeholder: 'arn:aws:kms:eu-west-1:111122223333:key/…',
};
const REGION: AskedField = { kind: 'region', label: 'Region', placeholder: 'eu-west-1', optional: true };

/** What S3 asks for each operation: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const S3_ACTIONS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html';

/** Every question with a preset, in the order of the list; the free one comes last. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 's3-read',
    label: 'read objects of a bucket',
    source: S3_ACTIONS,
    fields: [BUCKET, OBJECT, OWNER, KMS_KEY],
    pairs: [
      { action: 's3:GetObject', on: '{object}' },
      { action: 'kms:Decrypt', on: '{kmsKey}' },
    ],
  },
  {
    id: 's3-write',
    label: 'write objects to a bucket',
    source: S3_ACTIONS,
    fields: [BUCKET, OBJECT, OWNER, KMS_KEY],
    // Multipart uploads decrypt what they put together: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
    pairs: [
      { action: 's3:PutObject', on: '{object}' },
      { action: 'kms:GenerateDataKey', on: '{kmsKey}' },
      { action: 'kms:Decrypt', on: '{kmsKey}' },
    ],
  },
  {
    id: 's3-list',
    label: 'list a bucket',
    source: S3_ACTIONS,
    fields: [
      BUCKET,
      { ...OBJECT, label: 'Prefix', placeholder: 'path/', description: 'Empty: the whole bucket.' },
      OWNER,
    ],
    pairs: [{ action: 's3:ListBucket', on: '{bucket}' }],
  },
  {
    id: 'kms-decrypt',
    label: 'decrypt with a KMS key',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html',
    fields: [KEY_ALONE],
    pairs: [{ action: 'kms:Decrypt', on: '{kmsKey}' }],
  },
  {
    id: 'ssm-register',
    label: 'register with Systems Manager',
    source:
      'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html',
    fields: [REGION],
    pairs: [
      { action: 'ssm:UpdateInstanceInformation', on: '*' },
      { action: 'ssmmessages:CreateControlChannel', on: '*' },
      { action: 'ssmmessages:CreateDataChannel', on: '*' },
      { action: 'ssmmessages:OpenControlChannel', on: '*' },
      { action: 'ssmmessages:OpenDataChannel', on: '*' },
    ],
  },
  {
    id: 'ecr-pull',
    label: 'pull images from ECR',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html',
    fields: [
      {
        kind: 'repository',
        label: 'Repository',
        placeholder: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app',
      },
    ],
    pairs: [
      { action: 'ecr:GetAuthorizationToken', on: '*' },
      { action: 'ecr:BatchCheckLayerAvailability', on: '{repository}' },
      { action: 'ecr:GetDownloadUrlForLayer', on: '{repository}' },
      { action: 'ecr:BatchGetImage', on: '{repository}' },
    ],
  },
  {
    id: 'logs-write',
    label: 'write logs to CloudWatch',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html',
    fields: [{ kind: 'log-group', label: 'Log group', placeholder: '/my-app/web or ARN' }, REGION],
    pairs: [
      { action: 'logs:CreateLogStream', on: '{logGroup}:*' },
      { action: 'logs:PutLogEvents', on: '{logGroup}:*' },
      { action: 'logs:DescribeLogStreams', on: '{logGroup}:*' },
    ],
  },
  {
    id: 'free',
    label: 'do something else',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
    fields: [
      {
        kind: 'actions',
        label: 'Actions',
        placeholder: 's3:GetObject sqs:SendMessage',
        description: 'One or several, by their whole names.',
      },
      { kind: 'resource', label: 'Resource', placeholder: 'ARN, or *' },
      { ...OWNER, label: 'Account of the resource', description: 'If its ARN does not say it.' },
    ],
    pairs: [{ action: '{actions}', on: '{resource}' }],
  },
];
