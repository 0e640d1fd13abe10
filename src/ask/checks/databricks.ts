import type { Check } from '../check.ts';
import { BUCKET, KMS_KEY, OWNER } from '../questions.ts';
import { CHAIN_STEPS, LIMIT_STEPS } from './shared-steps.ts';

/**
 * By "Configure S3 access with instance profiles", whose policies name exactly these actions:
 * https://docs.databricks.com/aws/en/connect/storage/tutorial-s3-instance-profile. `s3:GetBucketLocation` stands in the bucket
 * policy of the cross-account example there. That the role ARN is wanted when the names differ: the field `iam_role_arn` of
 * https://docs.databricks.com/api/workspace/instanceprofiles/add
 */
export const databricks: Check = {
  id: 'databricks',
  name: 'Databricks: S3 by instance profile',
  about: 'A Databricks cluster reads and writes a bucket as the role of its instance profile.',
  source: 'https://docs.databricks.com/aws/en/connect/storage/tutorial-s3-instance-profile',
  fields: [
    BUCKET,
    OWNER,
    KMS_KEY,
    {
      kind: 'role-arn',
      label: 'Databricks cross-account role',
      placeholder: 'arn:aws:iam::111122223333:role/databricks-cross-account',
      description: 'The role that created the workspace: in its Credentials box. Empty: not checked.',
      optional: true,
    },
    {
      kind: 'workspace',
      label: 'Workspace ID',
      placeholder: '6280049833385130',
      description: 'For serverless SQL: the number behind o= in its address.',
      optional: true,
    },
  ],
  steps: [
    ...CHAIN_STEPS,
    {
      title: 'The role may list the bucket and find its region',
      probe: {
        kind: 'may',
        pairs: [
          { action: 's3:ListBucket', on: '{bucket}' },
          { action: 's3:GetBucketLocation', on: '{bucket}' },
        ],
      },
    },
    {
      title: 'The role may read, write and delete objects',
      probe: {
        kind: 'may',
        pairs: [
          { action: 's3:GetObject', on: '{objects}*' },
          { action: 's3:PutObject', on: '{objects}*' },
          { action: 's3:DeleteObject', on: '{objects}*' },
        ],
      },
    },
    {
      title: 'The role may set ACLs of objects',
      probe: { kind: 'may', pairs: [{ action: 's3:PutObjectAcl', on: '{objects}*' }] },
      // Buckets with ACLs disabled, which is the default, have no use for it:
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
      advised: true,
    },
    {
      title: 'The role may use the KMS key of the bucket',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'kms:Decrypt', on: '{kmsKey}' },
          { action: 'kms:GenerateDataKey', on: '{kmsKey}' },
        ],
      },
      when: 'kmsKey',
      source: 'https://docs.databricks.com/aws/en/security/keys/kms-s3',
    },
    {
      title: 'The Databricks cross-account role may pass the role',
      probe: { kind: 'may', who: 'other-role', pairs: [{ action: 'iam:PassRole', on: '{roleArn}' }] },
    },
    { title: 'Register this instance profile in Databricks', probe: { kind: 'profile-arn' } },
    {
      title: 'For serverless SQL: give the role ARN too when the names differ',
      probe: { kind: 'role-arn-if-names-differ' },
      source: 'https://docs.databricks.com/api/workspace/instanceprofiles/add',
      advised: true,
    },
    {
      title: 'For serverless SQL: the trust policy lets Databricks in',
      probe: {
        kind: 'trust-principal',
        principal: 'arn:aws:iam::790110701330:role/serverless-customer-resource-role',
        externalId: 'databricks-serverless-{workspace}',
      },
      when: 'workspace',
      advised: true,
    },
    ...LIMIT_STEPS,
  ],
};
