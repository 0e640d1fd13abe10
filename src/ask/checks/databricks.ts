import type { Check } from '../check.ts';
import { BUCKET, KMS_KEY, OWNER } from '../questions.ts';
import { CHAIN_STEPS, KEY_STEP, LIMIT_STEPS, OBJECTS_STEP, passStep } from './shared-steps.ts';

/**
 * By "Tutorial: Configure S3 access with an instance profile", whose policies name exactly these actions, as its step 2 names
 * principal and external ID of serverless compute, and its step 5 the right to pass the role:
 * https://docs.databricks.com/aws/en/connect/storage/tutorial-s3-instance-profile. `s3:GetBucketLocation` stands in the bucket
 * policy of the cross-account example there. The role ARN is "required if your role name and instance profile name do not match
 * and you want to use the instance profile with Databricks SQL Serverless":
 * https://docs.databricks.com/api/instance-profiles/v2/instance-profile
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
    OBJECTS_STEP,
    {
      title: 'The role may set ACLs of objects',
      probe: { kind: 'may', pairs: [{ action: 's3:PutObjectAcl', on: '{objects}*' }] },
      // Buckets with ACLs disabled, which is the default, have no use for it:
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
      advised: true,
    },
    { ...KEY_STEP, source: 'https://docs.databricks.com/aws/en/security/keys/kms-s3' },
    passStep('Databricks cross-account role'),
    { title: 'Register this instance profile in Databricks', probe: { kind: 'profile-arn' } },
    {
      title: 'For serverless SQL: give the role ARN too when the names differ',
      probe: { kind: 'role-arn-if-names-differ' },
      source: 'https://docs.databricks.com/api/instance-profiles/v2/instance-profile',
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
