import { healthy, one, type Verdict } from './case-expected.test-data.ts';

/** The verdicts of the cases up to 46, by id. */
export const FIRST_VERDICTS: Readonly<Record<number, Verdict>> = {
  1: {
    worst: 'info',
    findings: [
      {
        severity: 'info',
        edge: 'holds',
        answer: /`s3access-profile` holds role `s3access`: the names differ, which is valid/,
        fix: /profile name for EC2 and the role name `s3access` for IAM/,
      },
    ],
    answers: [/`i-00000000000000001` runs as role `s3access` through profile `s3access-profile`/],
  },
  3: one({
    severity: 'warning',
    node: 'role',
    answer: /`GithubActionRunner` trusts EC2 but is in no instance profile/,
    fix: /Create an instance profile, add role `GithubActionRunner` to it, then launch with the profile/,
    command: /create-instance-profile[\s\S]*add-role-to-instance-profile .*--role-name GithubActionRunner/,
  }),
  5: one({
    severity: 'critical',
    edge: 'names',
    answer:
      /`web-lt`.*role\/test-elasticbeanstalk-ec2-role`, which is a role ARN and not an instance-profile ARN/,
    fix: /name or its ARN .*instance-profile.*a role ARN is never accepted/,
  }),
  6: {
    worst: 'warning',
    findings: [
      {
        severity: 'warning',
        node: 'profile',
        answer: /other than a bare role name.*`ng-profile` is empty/,
        fix: /Give the bare role name \(no ARN, no path\) to add-role-to-instance-profile/,
        command: /--instance-profile-name ng-profile/,
      },
      {
        severity: 'warning',
        node: 'profile',
        answer: /`ng-profile` contains no role/,
        fix: /bare role name/,
      },
    ],
  },
  7: one({
    severity: 'info',
    edge: 'holds',
    answer: /that is a profile, which holds role `kops-nodes_role`.*chain is valid/,
    fix: /AWS is consistent; configure the tool with the real role name `kops-nodes_role`/,
  }),
  8: {
    worst: 'critical',
    findings: [
      {
        severity: 'critical',
        node: 'profile',
        edge: 'holds',
        answer: /`demo-ecs-profile` contains no role, so the metadata service serves no credentials to `i-0/,
        fix: /Add the role/,
        command: /aws iam add-role-to-instance-profile --instance-profile-name demo-ecs-profile --role-name/,
      },
    ],
    answers: [/has no credentials: its profile `demo-ecs-profile` contains no role/],
  },
  10: one({
    severity: 'critical',
    node: 'profile',
    answer: /`vault-auth-marker` contains no role/,
    fix: /Dismiss this unless .*identity marker/,
  }),
  11: one({
    severity: 'unknown',
    node: 'profile',
    answer: /Cannot tell which role profile `trimmed` holds.*not the same as an empty profile/,
    fix: /does not say which role this profile holds; ask for the full output/,
    command: /aws iam list-instance-profiles/,
  }),
  12: {
    worst: 'critical',
    findings: [
      {
        severity: 'critical',
        edge: 'uses',
        answer: /still points at a deleted profile: `app-profile` has the same ARN.*another unique id/,
        fix: /Detach and re-attach: disassociate .*iip-assoc-.*associate `app-profile`/,
        command:
          /disassociate-iam-instance-profile --association-id[\s\S]*associate-iam-instance-profile .*Name=app-profile/,
      },
    ],
    answers: [/no credentials.*`app-profile` is gone.*made again/],
  },
  14: one({
    severity: 'critical',
    node: 'profile',
    edge: 'uses',
    answer: /uses profile `gone-profile`, which does not exist/,
    fix: /`gone-profile` no longer exists; create it again.*or choose another.*replace the association/,
  }),
  15: one({
    severity: 'critical',
    edge: 'names',
    answer: /`web-lt` \(version 3\) names profile `Stack-ASGInstanceProfile-OLD1`, which does not exist/,
    fix: /Only a hint: `Stack-ASGInstanceProfile-NEW2`.*Publish a launch template version that names an existing profile and make it default/,
    command: /create-launch-template-version[\s\S]*modify-launch-template .*--default-version/,
  }),
  16: one({
    severity: 'warning',
    node: 'role',
    answer: /role `target` names the deleted principal `AROAEXAMPLE0000000099`/,
    fix: /Replace `AROAEXAMPLE0000000099` with the ARN of the current role.*never re-used, so it grants nothing/,
  }),
  18: {
    worst: 'critical',
    findings: [
      {
        severity: 'critical',
        edge: 'holds',
        answer: /`ecs_worker` .*cannot be assumed by EC2: it trusts ecs\.amazonaws\.com/,
        fix: /Edit the trust policy of role `ecs_worker`: allow sts:AssumeRole for Service ec2\.amazonaws\.com/,
        command: /update-assume-role-policy --role-name ecs_worker .*"Service":"ec2\.amazonaws\.com"/,
      },
    ],
    answers: [/no credentials: EC2 may not assume role `ecs_worker`/],
  },
  20: one({
    severity: 'warning',
    edge: 'holds',
    answer: /`agent-install-role` .*cannot be assumed by EC2.*assumed-role\/Tests\/session1/,
    fix: /trust policy of role `agent-install-role`.*Service ec2\.amazonaws\.com/,
    command: /assumed-role\/Tests\/session1.*ec2\.amazonaws\.com/,
  }),
  22: one({
    severity: 'warning',
    edge: 'holds',
    answer: /`elasticbeanstalk` .*cannot be assumed by EC2/,
    fix: /an Elastic Beanstalk service role, not an EC2 role: make a separate EC2 role \(trust for ec2\.amazonaws\.com, with AWSElasticBeanstalkWebTier\)/,
    command: /create-role .*ec2[\s\S]*AWSElasticBeanstalkWebTier/,
  }),
  23: one({
    severity: 'critical',
    edge: 'holds',
    answer: /`app-role` .*EC2 does not send sts:ExternalId.*aws:CurrentTime/,
    fix: /Remove the condition from the EC2 statement .*sts:ExternalId.*aws:CurrentTime/,
  }),
  25: one({
    severity: 'warning',
    edge: 'holds',
    answer:
      /may be kept from assuming role `r`.*Deny.*aws:PrincipalOrgID also matches when the key is missing/,
    fix: /Exempt the EC2 service from the Deny statement .*aws:PrincipalIsAWSService.*trust policy of `r`/,
  }),
  27: {
    worst: 'warning',
    findings: [
      {
        severity: 'warning',
        edge: 'holds',
        answer: /`ng-role` .*`ec2\.amazonaws\.com\.cn` is absent/,
        fix: /In China regions .*add ec2\.amazonaws\.com\.cn; EKS managed node groups require/,
        command: /update-assume-role-policy .*"ec2\.amazonaws\.com\.cn".*--region cn-north-1/,
      },
    ],
    answers: [/runs as role `ng-role`/],
  },
  29: one({
    severity: 'warning',
    edge: 'passes',
    answer:
      /`karpenter-controller` may pass role `karp-node` by some calls only.*not ec2\.amazonaws\.com\.cn/,
    fix: /List both ec2\.amazonaws\.com and ec2\.amazonaws\.com\.cn under iam:PassedToService/,
    command: /arn:aws-cn:iam::111122223333:role\/karp-node.*--region cn-north-1/,
  }),
  30: healthy(/runs as role `eb` through profile `eb`/),
  31: one({
    severity: 'info',
    edge: 'holds',
    answer: /`iso` names EC2 by the legacy principal `ec2\.c2s\.ic\.gov`/,
    fix: /Legacy EC2 principal; prefer ec2\.amazonaws\.com/,
  }),
  32: healthy(/runs as role `worker` through profile `worker`/),
  34: one({
    severity: 'info',
    node: 'role',
    answer: /`ng-role` .*path `\/development\/team\/`/,
    fix: /IAM itself is fine.*without its path in the aws-auth ConfigMap: `arn:aws:iam::111122223333:role\/ng-role`/,
  }),
  36: one({
    severity: 'info',
    node: 'profile',
    answer: /`shared-v1` already holds role `shared-v1`.*one role per profile is fixed/,
    fix: /A profile holds one role and AWS will not raise this; remove the old role first or use another profile/,
    command: /remove-role-from-instance-profile --instance-profile-name shared-v1 --role-name shared-v1/,
  }),
  38: one({
    severity: 'info',
    node: 'profile',
    answer:
      /^2 profiles of role `KarpenterNodeRole` \(`clusterA_1000000000000000002` and `clusterA_1000000000000000003`\) are used by no listed instance/,
    fix: /Check other regions and launch templates before deleting/,
  }),
  39: one({
    severity: 'warning',
    node: 'account',
    answer: /998 of 1000 instance profiles.*nearly used/,
    fix: /Delete unused instance profiles or ask for a higher InstanceProfiles quota/,
  }),
  40: one({
    severity: 'info',
    node: 'profile',
    answer: /`demo-nat-profile` is an orphan/,
    fix: /Delete `demo-nat-profile`.*the console lists profiles only through roles/,
    command: /aws iam delete-instance-profile --instance-profile-name demo-nat-profile/,
  }),
  41: one({
    severity: 'info',
    node: 'role',
    answer: /`old` cannot be deleted because it is in profile `old`.*not unattached/,
    fix: /Remove it from the profile first/,
    command: /^aws iam remove-role-from-instance-profile --instance-profile-name old --role-name old/,
  }),
  42: one({
    severity: 'info',
    node: 'profile',
    answer: /`bootstrap-profile` exists and was made 6 seconds before the call/,
    fix: /Wait a minute and retry the launch/,
  }),
  // No instance was supplied, so there is no edge to speak of: the profile stands for it.
  43: one({
    severity: 'info',
    node: 'profile',
    answer: /does not know profile `fresh-profile` yet.*propagation delay/,
    fix: /Retry in a minute; nothing is wrong with the profile/,
  }),
  44: one({
    severity: 'critical',
    edge: 'names',
    answer: /names profile `KarpenterNodeInstanceProfile-demo`, which does not exist/,
    fix: /Create profile `KarpenterNodeInstanceProfile-demo` with the role.*or name an existing one/,
  }),
  // Beside the explanation: which role the profile holds was not supplied, and that is said too.
  46: {
    worst: 'unknown',
    findings: [
      {
        severity: 'info',
        edge: 'uses',
        answer:
          /already has an association, `iip-assoc-00000000000000001` with profile `AWSCloud9SSMInstanceProfile`/,
        fix: /replace-iam-instance-profile-association with association id `iip-assoc-00000000000000001`, or disassociate first/,
      },
    ],
  },
};
