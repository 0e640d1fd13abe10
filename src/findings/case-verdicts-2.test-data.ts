import { healthy, one, type Verdict } from './case-expected.test-data.ts';

/** The verdicts of the cases from 47 on, by id. */
export const LAST_VERDICTS: Readonly<Record<number, Verdict>> = {
  47: {
    worst: 'unknown',
    findings: [
      {
        severity: 'info',
        node: 'instance',
        answer:
          /`i-00000000000000001` is stopped.*replaces an association only while the instance is running/,
        fix: /stopped: disassociate, then associate \(replace only works while running\).*begins with iip-assoc-/,
        command:
          /^aws ec2 disassociate-iam-instance-profile --association-id iip-assoc-00000000000000001\naws ec2 associate-iam-instance-profile/,
      },
    ],
  },
  48: {
    worst: 'info',
    findings: [
      {
        severity: 'info',
        edge: 'uses',
        answer: /`iip-assoc-00000000000000001` is associating/,
        fix: /still associating after 10 minutes, disassociate and associate again/,
      },
    ],
    answers: [/runs as role `app`.*changing/],
  },
  50: one({
    severity: 'warning',
    edge: 'holds',
    answer: /Caller identity differs from the configured role: .*`old-role`.*holds role `new-role`/,
    fix: /Cached credentials: wait up to an hour, or replace the profile association \(or stop and start/,
  }),
  52: one({
    severity: 'info',
    node: 'instance',
    answer: /hop limit is 1, so the chain works on the host but not in a bridge-network container/,
    fix: /If containers need this role/,
    command:
      /modify-instance-metadata-options --instance-id i-00000000000000001 --http-put-response-hop-limit 2/,
  }),
  54: healthy(/runs as role `ecsInstanceRole`/, /NO_PROXY=169\.254\.169\.254/),
  55: one({
    severity: 'info',
    node: 'instance',
    answer: /has no instance profile/,
    fix: /AmazonSSMManagedInstanceCore, or enable Default Host Management Configuration in this region/,
  }),
  56: one({
    severity: 'info',
    node: 'instance',
    answer:
      /Default host management is on \(role `AWSSystemsManagerDefaultEC2InstanceManagementRole`, path `\/service-role\/`\).*not at fault/,
    fix: /Add AmazonSSMManagedInstanceCore to role `app`, or check that IMDSv2 .*agent version/,
  }),
  57: one({
    severity: 'critical',
    edge: 'names',
    answer: /names profile `aws-elasticbeanstalk-ec2-role`, which does not exist/,
    fix: /EC2 role with AWSElasticBeanstalkWebTier and a profile named `aws-elasticbeanstalk-ec2-role`/,
  }),
  60: one({
    severity: 'critical',
    edge: 'passes',
    answer:
      /User `launcher` may not pass role `image-store-reader`.*instances that already run are not touched/,
    fix: /Grant iam:PassRole on `arn:aws:iam::111122223333:role\/image-store-reader` to user `launcher`/,
    command: /put-user-policy --user-name launcher .*iam:PassRole/,
  }),
  62: one({
    severity: 'critical',
    edge: 'passes',
    answer: /`databricks-crossaccount` cannot pass role `dbx-s3-role`.*chain of the instances itself is good/,
    fix: /Allow iam:PassRole on the role `dbx-s3-role`.*cross-account role.*requires tags, register .*skip validation/,
  }),
  64: one({
    severity: 'warning',
    node: 'role',
    answer: /`dbx` has no permissions/,
    fix: /Attach a policy .*S3.*`dbx`.*other accounts.*bucket policy/,
  }),
  65: healthy(/runs as role `ci-controller`/, /runs as role `ci-agent`/, /plugin runs on the controller/),
  66: one({
    severity: 'info',
    node: 'role',
    answer: /service-linked role of EC2 Spot, which is missing/,
    fix: /creates the service-linked role/,
    command: /aws iam create-service-linked-role --aws-service-name spot\.amazonaws\.com/,
  }),
  67: one({
    severity: 'info',
    node: 'role',
    answer: /`app` has a permissions boundary: its rights are limited to what policy `Boundary` also allows/,
    fix: /boundary/,
  }),
  69: {
    worst: 'unknown',
    findings: [
      {
        severity: 'unknown',
        node: 'profile',
        answer: /Cannot tell .*profile `app`.*iam:ListInstanceProfiles .*was denied/,
        fix: /Grant the viewer iam:ListInstanceProfiles and iam:ListRoles, or ask for the output/,
      },
    ],
    answers: [/Cannot tell what `i-0.*iam:ListInstanceProfiles/],
  },
  70: {
    worst: 'unknown',
    findings: [
      {
        severity: 'unknown',
        node: 'profile',
        answer: /Cannot tell .*profile `zz-app`.*incomplete list/,
        fix: /list is incomplete .*again without --max-items, --no-paginate/,
      },
      {
        severity: 'unknown',
        node: 'account',
        answer: /absent from iam:ListInstanceProfiles/,
        fix: /list is incomplete/,
      },
    ],
    answers: [/Cannot tell what `i-0.*iam:ListInstanceProfiles/],
  },
  71: one({
    severity: 'unknown',
    node: 'role',
    answer: /Cannot tell what role `b` may do.*throttled/,
    fix: /AWS throttled the read; press retry/,
  }),
  72: one({
    severity: 'info',
    node: 'region',
    answer: /Region `eu-south-1` is not enabled for this account.*skipped.*credentials are fine/,
    fix: /holds no instances/,
  }),
  74: { worst: 'none', findings: [], answers: [/is terminated/] },
  77: one({
    severity: 'critical',
    edge: 'names',
    answer: /`web-lt`.*profiles cannot be used across accounts/,
    fix: /Create the profile in account `111122223333` and reference that one/,
  }),
  78: healthy(),
  80: healthy(),
  81: healthy(),
  82: {
    worst: 'critical',
    findings: [
      {
        severity: 'critical',
        node: 'role',
        answer: /Anyone in any AWS account may assume role `app`/,
        fix: /Replace the wildcard with Service ec2\.amazonaws\.com/,
      },
      {
        severity: 'warning',
        node: 'role',
        edge: 'holds',
        answer: /cannot be assumed by EC2/,
        fix: /ec2\.amazonaws\.com/,
      },
    ],
  },
  83: healthy(/runs as role `r\+=,\.@-_/),
  // The reader of dropped files names the remedy; nothing of this input reaches the graph.
  85: healthy(),
};
