import type {
  IamInstanceProfile,
  IamInstanceProfileAssociation,
  Instance,
  LaunchTemplate,
  LaunchTemplateVersion,
  Tag as SdkTag,
} from '@aws-sdk/client-ec2';
import {
  toAccountId,
  toArn,
  toAssociationId,
  toInstanceId,
  toInstanceProfileId,
} from '../../inventory/ids.ts';
import type {
  AssociationRecord,
  InstanceRecord,
  LaunchTemplateRecord,
  LaunchTemplateVersionRecord,
  ProfileReference,
  Tag,
} from '../../inventory/records.ts';
import { isPresent, type RecordSource, toIso } from '../page.ts';

/** `OwnerId` of the reservation is the account that the instance belongs to. */
export function toInstance(
  instance: Instance,
  ownerId: string | undefined,
  source: RecordSource,
): InstanceRecord | undefined {
  if (instance.InstanceId === undefined) return undefined;
  return {
    ...source,
    ...(ownerId ? { accountId: toAccountId(ownerId) } : {}),
    InstanceId: toInstanceId(instance.InstanceId),
    State: instance.State?.Name,
    InstanceType: instance.InstanceType,
    AvailabilityZone: instance.Placement?.AvailabilityZone,
    PrivateIpAddress: instance.PrivateIpAddress,
    PublicIpAddress: instance.PublicIpAddress,
    Ipv6Addresses: ipv6Addresses(instance),
    PrivateDnsName: instance.PrivateDnsName,
    PublicDnsName: instance.PublicDnsName,
    ImageId: instance.ImageId,
    VpcId: instance.VpcId,
    SubnetId: instance.SubnetId,
    PlatformDetails: instance.PlatformDetails,
    LaunchTime: toIso(instance.LaunchTime),
    Tags: toTags(instance.Tags),
    IamInstanceProfile: toProfileReference(instance.IamInstanceProfile),
    MetadataOptions: instance.MetadataOptions && {
      State: instance.MetadataOptions.State,
      HttpTokens: instance.MetadataOptions.HttpTokens,
      HttpEndpoint: instance.MetadataOptions.HttpEndpoint,
      HttpPutResponseHopLimit: instance.MetadataOptions.HttpPutResponseHopLimit,
    },
  };
}

export function toAssociation(
  association: IamInstanceProfileAssociation,
  source: RecordSource,
): AssociationRecord | undefined {
  const { AssociationId, InstanceId } = association;
  if (AssociationId === undefined || InstanceId === undefined) return undefined;
  return {
    ...source,
    AssociationId: toAssociationId(AssociationId),
    InstanceId: toInstanceId(InstanceId),
    IamInstanceProfile: toProfileReference(association.IamInstanceProfile),
    State: association.State,
    Timestamp: toIso(association.Timestamp),
  };
}

export function toLaunchTemplate(
  template: LaunchTemplate,
  source: RecordSource,
): LaunchTemplateRecord | undefined {
  if (template.LaunchTemplateId === undefined) return undefined;
  return {
    ...source,
    LaunchTemplateId: template.LaunchTemplateId,
    LaunchTemplateName: template.LaunchTemplateName,
    DefaultVersionNumber: template.DefaultVersionNumber,
    LatestVersionNumber: template.LatestVersionNumber,
  };
}

export function toLaunchTemplateVersion(
  version: LaunchTemplateVersion,
  source: RecordSource,
): LaunchTemplateVersionRecord | undefined {
  if (version.VersionNumber === undefined) return undefined;
  const profile = version.LaunchTemplateData?.IamInstanceProfile;
  return {
    ...source,
    LaunchTemplateId: version.LaunchTemplateId,
    LaunchTemplateName: version.LaunchTemplateName,
    VersionNumber: version.VersionNumber,
    DefaultVersion: version.DefaultVersion,
    CreateTime: toIso(version.CreateTime),
    IamInstanceProfile:
      profile?.Arn || profile?.Name
        ? {
            ...(profile.Arn ? { Arn: toArn(profile.Arn) } : {}),
            ...(profile.Name ? { Name: profile.Name } : {}),
          }
        : undefined,
  };
}

/**
 * An absent or empty structure means that there is no profile. moto, and what is built on it, puts the association's id where
 * AWS puts the profile's: that is no profile id, and the ARN must do.
 */
function toProfileReference(profile: IamInstanceProfile | undefined): ProfileReference | undefined {
  const id = profile?.Id?.startsWith('iip-assoc-') ? undefined : profile?.Id;
  if (!profile?.Arn && !id) return undefined;
  return {
    ...(profile?.Arn ? { Arn: toArn(profile.Arn) } : {}),
    ...(id ? { Id: toInstanceProfileId(id) } : {}),
  };
}

function ipv6Addresses(instance: Instance): readonly string[] {
  const addresses = (instance.NetworkInterfaces ?? []).flatMap((network) =>
    (network.Ipv6Addresses ?? []).map((address) => address.Ipv6Address),
  );
  return [...new Set([instance.Ipv6Address, ...addresses].filter(isPresent))];
}

function toTags(tags: readonly SdkTag[] | undefined): readonly Tag[] {
  return (tags ?? []).flatMap(({ Key, Value }) => (Key === undefined ? [] : [{ Key, Value: Value ?? '' }]));
}
