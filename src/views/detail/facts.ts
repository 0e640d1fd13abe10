import type { InstanceNode, PolicyNode, ProfileNode, RoleNode, SourceNode } from '../../graph/graph.ts';
import type { RecordOrigin } from '../../inventory/records.ts';

/** One line of a node's fields. Fields that no source gave are left out: absent is not empty. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Ids, ARNs and addresses are set in mono and can be copied. */
  readonly isId?: boolean | undefined;
  readonly isTime?: boolean | undefined;
}

export interface FactGroup {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** All fields of an instance, by topic. */
export function instanceFacts(node: InstanceNode): readonly FactGroup[] {
  const record = node.record;
  const metadata = record?.MetadataOptions;
  return shown([
    group('Instance', [
      id('Instance id', node.instanceId),
      words('State', record?.State),
      words('Type', record?.InstanceType),
      words('Region', node.region),
      words('Zone', record?.AvailabilityZone),
      id('Account', node.accountId),
      words('Platform', record?.PlatformDetails),
      id('Image', record?.ImageId),
      time('Launched', record?.LaunchTime),
      origin(record),
    ]),
    group('Network', [
      id('Private IP', record?.PrivateIpAddress),
      id('Public IP', record?.PublicIpAddress),
      ...(record?.Ipv6Addresses ?? []).map((address) => id('IPv6', address)),
      id('Private DNS', record?.PrivateDnsName),
      id('Public DNS', record?.PublicDnsName),
      id('VPC', record?.VpcId),
      id('Subnet', record?.SubnetId),
    ]),
    group('Metadata service', [
      words('Endpoint', metadata?.HttpEndpoint),
      words('Version', metadata?.HttpTokens && tokenWords(metadata.HttpTokens)),
      words('Hop limit', metadata?.HttpPutResponseHopLimit?.toString()),
      words('Change', metadata?.State),
    ]),
  ]);
}

/** All fields of an instance profile. */
export function profileFacts(node: ProfileNode): readonly FactGroup[] {
  const record = node.record;
  return shown([
    group('Instance profile', [
      id('Name', node.name),
      id('Profile id', node.profileId),
      id('ARN', node.arn),
      words('Path', record?.Path),
      id('Account', node.accountId),
      time('Created', record?.CreateDate),
      origin(record),
    ]),
  ]);
}

/** All fields of a role. What a list leaves out is "not read" until the role itself was asked for. */
export function roleFacts(node: RoleNode): readonly FactGroup[] {
  const record = node.record;
  const full = record?.details === 'full';
  const notRead = record ? 'not read yet' : undefined;
  return shown([
    group('Role', [
      id('Name', node.ghost?.kind === 'empty' ? undefined : node.name),
      id('Role id', node.roleId),
      ...(node.otherRoleIds ?? []).map((other) => id('Also seen as', other)),
      id('ARN', node.arn),
      words('Path', record?.Path),
      id('Account', node.accountId),
      words('Description', record?.Description || undefined),
      words('Longest session', record?.MaxSessionDuration && durationWords(record.MaxSessionDuration)),
      time('Created', record?.CreateDate),
      words('Kind', node.serviceLinked ? 'service-linked role' : undefined),
      record?.PermissionsBoundary?.PermissionsBoundaryArn
        ? id('Boundary', record.PermissionsBoundary.PermissionsBoundaryArn)
        : words('Boundary', full ? 'none' : notRead),
      record?.RoleLastUsed?.LastUsedDate
        ? time('Last used', record.RoleLastUsed.LastUsedDate)
        : words('Last used', full ? 'not in the time that IAM tracks (400 days)' : notRead),
      words('Last used in', record?.RoleLastUsed?.Region),
      origin(record),
    ]),
  ]);
}

/** What is known of a policy. */
export function policyFacts(node: PolicyNode): readonly FactGroup[] {
  return shown([
    group('Policy', [
      id('Name', node.name),
      id('ARN', node.arn),
      words('Version', node.versionId && `${node.versionId}, which is in force`),
      id('Account', node.accountId),
      origin(node),
    ]),
  ]);
}

/** What is known of a launch template, launch configuration, Auto Scaling group or environment. */
export function sourceFacts(node: SourceNode): readonly FactGroup[] {
  const record = node.record;
  return shown([
    group(SOURCE_WORDS[node.kind], [
      id('Name', node.label),
      record && 'LaunchTemplateId' in record ? id('Id', record.LaunchTemplateId) : undefined,
      record && 'VersionNumber' in record ? words('Version', String(record.VersionNumber)) : undefined,
      record && 'ApplicationName' in record ? words('Application', record.ApplicationName) : undefined,
      id('ARN', node.arn),
      words('Region', node.region),
      id('Account', node.accountId),
      origin(record),
    ]),
  ]);
}

export const SOURCE_WORDS: Readonly<Record<SourceNode['kind'], string>> = {
  'launch-template': 'Launch template',
  'launch-configuration': 'Launch configuration',
  'auto-scaling-group': 'Auto Scaling group',
  environment: 'Elastic Beanstalk environment',
};

/** Seconds in words: `1 h`, `1 h 30 min`. */
export function durationWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.round((seconds % 3600) / 60);
  return [hours > 0 && `${hours} h`, (minutes > 0 || hours === 0) && `${minutes} min`]
    .filter(Boolean)
    .join(' ');
}

function tokenWords(httpTokens: string): string {
  if (httpTokens === 'required') return 'v2 only (tokens required)';
  if (httpTokens === 'optional') return 'v1 and v2 (tokens optional)';
  return httpTokens;
}

function group(heading: string, facts: readonly (Fact | undefined)[]): FactGroup {
  return { heading, facts: facts.filter((fact) => fact !== undefined) };
}

function shown(groups: readonly FactGroup[]): readonly FactGroup[] {
  return groups.filter(({ facts }) => facts.length > 0);
}

function words(label: string, value: string | undefined | 0): Fact | undefined {
  return value ? { label, value } : undefined;
}

function id(label: string, value: string | undefined): Fact | undefined {
  return value ? { label, value, isId: true } : undefined;
}

function time(label: string, value: string | undefined): Fact | undefined {
  return value ? { label, value, isTime: true } : undefined;
}

function origin(record: { readonly origin?: RecordOrigin | undefined } | undefined): Fact | undefined {
  return record?.origin && { label: 'Read from', value: `${record.origin.call}, ${record.origin.label}` };
}
