import type { JsonValue } from '../base/json.ts';
import type { CallName } from './calls.ts';
import type {
  AccountId,
  Arn,
  AssociationId,
  InstanceId,
  InstanceProfileId,
  IsoTime,
  Region,
  RoleId,
} from './ids.ts';

/**
 * Records as AWS said them: field names are AWS's own, values are verbatim. An absent field means "not supplied" and is
 * never read as "empty". Beside AWS's fields each record says where it came from.
 */
export interface RecordOrigin {
  readonly call: CallName;
  /** Words for the reader: `live` or a file name. */
  readonly label: string;
  readonly readAt?: IsoTime | undefined;
}

/** A record of the account as a whole (IAM is global). */
export interface AccountWide {
  readonly origin: RecordOrigin;
  /** From `OwnerId`, an ARN, or the session that read it. Absent when a file does not tell. */
  readonly accountId?: AccountId | undefined;
}

/** A record of one region. */
export interface Regional extends AccountWide {
  readonly region?: Region | undefined;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** How EC2 refers to a profile: instances and associations give `Arn` and `Id`, templates `Arn` or `Name`. */
export interface ProfileReference {
  readonly Arn?: Arn | undefined;
  readonly Id?: InstanceProfileId | undefined;
  readonly Name?: string | undefined;
}

/** EC2 API `Instance`: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
export interface InstanceRecord extends Regional {
  readonly InstanceId: InstanceId;
  readonly State?: string | undefined;
  readonly InstanceType?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly PublicIpAddress?: string | undefined;
  readonly Ipv6Addresses: readonly string[];
  readonly PrivateDnsName?: string | undefined;
  readonly PublicDnsName?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetId?: string | undefined;
  readonly PlatformDetails?: string | undefined;
  readonly LaunchTime?: IsoTime | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  /** Absent, null and `{}` all mean that the instance has no profile. */
  readonly IamInstanceProfile?: ProfileReference | undefined;
  readonly MetadataOptions?: MetadataOptions | undefined;
}

/** EC2 API `InstanceMetadataOptionsResponse`. */
export interface MetadataOptions {
  readonly State?: string | undefined;
  readonly HttpTokens?: string | undefined;
  readonly HttpEndpoint?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
}

/** EC2 API `IamInstanceProfileAssociation`. */
export interface AssociationRecord extends Regional {
  readonly AssociationId: AssociationId;
  readonly InstanceId: InstanceId;
  readonly IamInstanceProfile?: ProfileReference | undefined;
  readonly State?: string | undefined;
  readonly Timestamp?: IsoTime | undefined;
}

/** IAM API `InstanceProfile`. */
export interface InstanceProfileRecord extends AccountWide {
  readonly InstanceProfileName: string;
  readonly InstanceProfileId?: InstanceProfileId | undefined;
  readonly Arn?: Arn | undefined;
  readonly Path?: string | undefined;
  readonly CreateDate?: IsoTime | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  /** `[]` is an empty profile; absent means that the source did not say. */
  readonly Roles?: readonly RoleRecord[] | undefined;
}

/**
 * IAM API `Role`, and `RoleDetail` of GetAccountAuthorizationDetails. ListRoles and the copy inside a profile leave out
 * `PermissionsBoundary`, `Tags` and `RoleLastUsed`: their absence means "none" only when `details` is `full`.
 */
export interface RoleRecord extends AccountWide {
  readonly RoleName: string;
  readonly RoleId?: RoleId | undefined;
  readonly Arn?: Arn | undefined;
  readonly Path?: string | undefined;
  readonly CreateDate?: IsoTime | undefined;
  /** An object, or JSON text, possibly percent-encoded: `policy/` decodes it. */
  readonly AssumeRolePolicyDocument?: JsonValue | undefined;
  readonly Description?: string | undefined;
  readonly MaxSessionDuration?: number | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: Arn | undefined } | undefined;
  readonly RoleLastUsed?:
    | { readonly LastUsedDate?: IsoTime | undefined; readonly Region?: string | undefined }
    | undefined;
  /** Whether boundary, tags and last use would be here if the role had them. */
  readonly details: 'listed' | 'full';
}

/** The policies of one role; a list that is absent was not supplied. */
export interface RolePoliciesRecord extends AccountWide {
  readonly RoleName: string;
  readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined;
  readonly InlinePolicyNames?: readonly string[] | undefined;
  readonly InlinePolicies?: readonly InlinePolicy[] | undefined;
}

export interface AttachedPolicy {
  readonly PolicyName: string;
  readonly PolicyArn: Arn;
}

export interface InlinePolicy {
  readonly PolicyName: string;
  readonly PolicyDocument: JsonValue;
}

/** A user of `GetAccountAuthorizationDetails`, with what it may do. */
export interface UserRecord extends AccountWide {
  readonly UserName: string;
  /** `AIDA…`. */
  readonly UserId?: string | undefined;
  readonly Arn?: Arn | undefined;
  readonly Path?: string | undefined;
  /** Names of the groups that it is in. */
  readonly GroupList?: readonly string[] | undefined;
  readonly AttachedManagedPolicies?: readonly AttachedPolicy[] | undefined;
  readonly UserPolicyList?: readonly InlinePolicy[] | undefined;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: Arn | undefined } | undefined;
}

/** A group of `GetAccountAuthorizationDetails`: what it may do, its users may. */
export interface GroupRecord extends AccountWide {
  readonly GroupName: string;
  /** `AGPA…`. */
  readonly GroupId?: string | undefined;
  readonly Arn?: Arn | undefined;
  readonly Path?: string | undefined;
  readonly AttachedManagedPolicies?: readonly AttachedPolicy[] | undefined;
  readonly GroupPolicyList?: readonly InlinePolicy[] | undefined;
}

/** The default version of a managed policy. */
export interface ManagedPolicyRecord extends AccountWide {
  readonly PolicyArn?: Arn | undefined;
  readonly PolicyName?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly Document?: JsonValue | undefined;
}

/** EC2 API `LaunchTemplate`: tells which versions are default and latest. */
export interface LaunchTemplateRecord extends Regional {
  readonly LaunchTemplateId: string;
  readonly LaunchTemplateName?: string | undefined;
  readonly DefaultVersionNumber?: number | undefined;
  readonly LatestVersionNumber?: number | undefined;
}

/** EC2 API `LaunchTemplateVersion`, of which only what refers to a profile. */
export interface LaunchTemplateVersionRecord extends Regional {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  readonly VersionNumber: number;
  readonly DefaultVersion?: boolean | undefined;
  readonly CreateTime?: IsoTime | undefined;
  /** `undefined` when the template names no profile. */
  readonly IamInstanceProfile?: ProfileReference | undefined;
}

/** Auto Scaling API `LaunchConfiguration`; `IamInstanceProfile` is a name or an ARN. */
export interface LaunchConfigurationRecord extends Regional {
  readonly LaunchConfigurationName: string;
  readonly LaunchConfigurationARN?: Arn | undefined;
  readonly IamInstanceProfile?: string | undefined;
}

/** Auto Scaling API `AutoScalingGroup`: what it launches from. */
export interface AutoScalingGroupRecord extends Regional {
  readonly AutoScalingGroupName: string;
  readonly AutoScalingGroupARN?: Arn | undefined;
  readonly LaunchConfigurationName?: string | undefined;
  /** All templates that it may launch from: its own, or those of its mixed-instances policy. */
  readonly LaunchTemplates: readonly LaunchTemplateReference[];
  readonly InstanceIds: readonly InstanceId[];
}

export interface LaunchTemplateReference {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  /** A number as text, `$Default` or `$Latest`; absent means `$Default`. */
  readonly Version?: string | undefined;
}

/**
 * What a managed service launches instances for, and the profile that it gives them, as a name or an ARN: the Elastic
 * Beanstalk option `aws:autoscaling:launchconfiguration` / `IamInstanceProfile`, EMR's `Ec2InstanceAttributes`, AWS Batch's
 * `computeResources.instanceRole`.
 */
export interface EnvironmentRecord extends Regional {
  /** Elastic Beanstalk when absent. */
  readonly Service?: 'EMR' | 'Batch' | undefined;
  readonly ApplicationName?: string | undefined;
  readonly EnvironmentName?: string | undefined;
  readonly IamInstanceProfile: string;
}

/** EC2 API `Region`. */
export interface RegionRecord extends AccountWide {
  readonly RegionName: Region;
  readonly OptInStatus?: string | undefined;
}

/** SSM service setting `/ssm/managed-instance/default-ec2-instance-management-role`. */
export interface ServiceSettingRecord extends Regional {
  readonly SettingId: string;
  /** `$None`, or path and name of a role without a leading slash. */
  readonly SettingValue?: string | undefined;
}

/** IAM API `GetAccountSummary`, of which the counts and quotas by AWS's own key. */
export interface AccountSummaryRecord extends AccountWide {
  readonly SummaryMap: Readonly<Record<string, number>>;
}

/** Who an account is: its alias and the caller that read it. */
export interface AccountRecord extends AccountWide {
  readonly accountId: AccountId;
  readonly partition: string;
  readonly alias?: string | undefined;
  readonly callerArn?: Arn | undefined;
}
