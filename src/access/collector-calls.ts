import { CALL_NAMES, type CallName, type CallTier, callFacts } from '../inventory/calls.ts';

/** One AWS CLI command of a collecting script. */
export interface CollectorCall {
  /** `service command` with the options that choose what is listed, but no region: what the entry in the file is named. */
  readonly command: string;
  /**
   * JMESPath that keeps what Rolewire reads, in AWS's own shape. It is always an object, so that a command that succeeds
   * always prints one.
   */
  readonly query: string;
  /** Options that change nothing about what is listed. */
  readonly paging?: string | undefined;
}

export interface CollectorCalls {
  readonly account: readonly CollectorCall[];
  /** Made once in each region. */
  readonly region: readonly CollectorCall[];
}

/** The commands that collect every chain and what launches instances; `policies` adds every permissions policy. */
export function collectorCalls(policies: boolean): CollectorCalls {
  const tiers: readonly CallTier[] = [
    'graph',
    'users-of-profiles',
    ...(policies ? ['all-policies' as const] : []),
  ];
  const calls = CALL_NAMES.filter((name) => tiers.includes(callFacts(name).tier));
  const ofScope = (scope: 'account' | 'region') =>
    calls.filter((name) => callFacts(name).scope === scope).map(collectorCall);
  return { account: ofScope('account'), region: ofScope('region') };
}

function collectorCall(name: CallName): CollectorCall {
  const what = WHAT[name];
  if (what === undefined) throw new Error(`No script knows what to keep of ${name}.`);
  return {
    command: [callFacts(name).cli, what.options].filter(Boolean).join(' '),
    query: what.query,
    paging: what.paging,
  };
}

interface What {
  readonly options?: string;
  readonly query: string;
  readonly paging?: string;
}

/** Without it EC2 may take too long over a large account: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-pagination.html */
const IN_PAGES = '--page-size 1000';

/**
 * What is kept of each command. Of launch templates and configurations the user data stays out, where some keep secrets;
 * of an instance everything that no chain and no detail needs.
 */
const WHAT: Readonly<Partial<Record<CallName, What>>> = {
  'sts:GetCallerIdentity': { query: object('UserId', 'Account', 'Arn') },
  'iam:ListAccountAliases': { query: object('AccountAliases') },
  'ec2:DescribeRegions': { query: list('Regions', 'RegionName', 'OptInStatus') },
  'ec2:DescribeInstances': {
    paging: IN_PAGES,
    query: list(
      'Reservations',
      'OwnerId',
      inner(
        'Instances',
        'InstanceId',
        'State',
        'InstanceType',
        'Placement',
        'PrivateIpAddress',
        'PublicIpAddress',
        'Ipv6Address',
        'PrivateDnsName',
        'PublicDnsName',
        'ImageId',
        'VpcId',
        'SubnetId',
        'PlatformDetails',
        'LaunchTime',
        'Tags',
        'IamInstanceProfile',
        'MetadataOptions',
        inner('NetworkInterfaces', 'OwnerId', 'Ipv6Addresses'),
      ),
    ),
  },
  'ec2:DescribeIamInstanceProfileAssociations': { query: object('IamInstanceProfileAssociations') },
  'iam:ListInstanceProfiles': { query: object('InstanceProfiles') },
  'iam:ListRoles': { query: object('Roles') },
  'ec2:DescribeLaunchTemplates': { query: object('LaunchTemplates') },
  'ec2:DescribeLaunchTemplateVersions': {
    options: '--versions $Default $Latest',
    query: list(
      'LaunchTemplateVersions',
      'LaunchTemplateId',
      'LaunchTemplateName',
      'VersionNumber',
      'DefaultVersion',
      'CreateTime',
      'LaunchTemplateData: {IamInstanceProfile: LaunchTemplateData.IamInstanceProfile}',
    ),
  },
  'autoscaling:DescribeAutoScalingGroups': {
    query: list(
      'AutoScalingGroups',
      'AutoScalingGroupName',
      'AutoScalingGroupARN',
      'LaunchConfigurationName',
      'LaunchTemplate',
      'MixedInstancesPolicy',
      'AvailabilityZones',
      inner('Instances', 'InstanceId'),
    ),
  },
  'autoscaling:DescribeLaunchConfigurations': {
    query: list(
      'LaunchConfigurations',
      'LaunchConfigurationName',
      'LaunchConfigurationARN',
      'IamInstanceProfile',
    ),
  },
  'iam:GetAccountAuthorizationDetails': {
    query: object(
      'RoleDetailList',
      'UserDetailList',
      'GroupDetailList',
      inner(
        'Policies',
        'PolicyName',
        'Arn',
        'DefaultVersionId',
        'PolicyVersionList: PolicyVersionList[?IsDefaultVersion]',
      ),
    ),
  },
};

/** `{A: A, B: B}`; a field that says already what it is made of stays as it is. */
function object(...fields: readonly string[]): string {
  return `{${fields.map((field) => (field.includes(':') ? field : `${field}: ${field}`)).join(', ')}}`;
}

/** `A: A[].{B: B}` */
function inner(name: string, ...fields: readonly string[]): string {
  return `${name}: ${name}[].${object(...fields)}`;
}

/** `{A: A[].{B: B}}` */
function list(name: string, ...fields: readonly string[]): string {
  return `{${inner(name, ...fields)}}`;
}
