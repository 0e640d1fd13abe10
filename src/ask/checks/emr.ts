import type { Check } from '../check.ts';
import { BUCKET, KMS_KEY, OWNER } from '../questions.ts';
import { CHAIN_STEPS, KEY_STEP, LIMIT_STEPS, OBJECTS_STEP, passStep } from './shared-steps.ts';

/**
 * By "Service role for cluster EC2 instances (EC2 instance profile)", section on least privilege, which also says of names that
 * differ: "Amazon EMR does not support this configuration, and it results in an "invalid instance profile" error":
 * https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html
 */
export const emr: Check = {
  id: 'emr',
  name: 'EMR: cluster node',
  about: 'The nodes of an EMR cluster run as the role of the EC2 instance profile.',
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html',
  fields: [
    { ...BUCKET, label: 'Bucket of data or logs' },
    OWNER,
    KMS_KEY,
    {
      kind: 'role-arn',
      label: 'EMR service role',
      placeholder: 'arn:aws:iam::111122223333:role/EMR_DefaultRole',
      description: 'The role that EMR itself takes to launch instances. Empty: not checked.',
      optional: true,
    },
  ],
  steps: [
    ...CHAIN_STEPS,
    { title: 'Profile and role have the same name', probe: { kind: 'same-names' } },
    {
      title: 'The role may list the bucket',
      probe: { kind: 'may', pairs: [{ action: 's3:ListBucket', on: '{bucket}' }] },
    },
    OBJECTS_STEP,
    {
      title: 'The role may finish and abort multipart uploads',
      probe: {
        kind: 'may',
        pairs: [
          { action: 's3:AbortMultipartUpload', on: '{objects}*' },
          { action: 's3:ListMultipartUploadParts', on: '{objects}*' },
        ],
      },
      advised: true,
    },
    KEY_STEP,
    passStep('EMR service role', 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html'),
    ...LIMIT_STEPS,
  ],
};
