import type { ProfileNode, SourceNode } from '../graph/graph.ts';
import type { EnvironmentRecord, LaunchTemplateVersionRecord } from '../inventory/records.ts';
import { evidenceOf } from './build-finding.ts';
import { iamCommand, regionalCommand } from './commands.ts';
import type { Evidence, Fix } from './finding.ts';
import { code } from './words.ts';

const KIND_WORDS = {
  'launch-template': 'Launch template',
  'launch-configuration': 'Launch configuration',
  'auto-scaling-group': 'Auto Scaling group',
} as const;

/** "Launch template `web-lt` (version 3)", at the start of a sentence. */
export function sourceWords(source: SourceNode): string {
  const record = source.record;
  if (record !== undefined && 'VersionNumber' in record) {
    return `Launch template ${code(templateName(record))} (version ${record.VersionNumber})`;
  }
  if (source.kind === 'environment') return environmentWords(source);
  return `${KIND_WORDS[source.kind]} ${code(source.label)}`;
}

/** The services that launch instances for people, with the policy that each one's guide names for its instances. */
const MANAGED = {
  Beanstalk: { words: 'Elastic Beanstalk environment', policy: 'AWSElasticBeanstalkWebTier' },
  EMR: { words: 'EMR cluster', policy: 'service-role/AmazonElasticMapReduceforEC2Role' },
  Batch: {
    words: 'AWS Batch compute environment',
    policy: 'service-role/AmazonEC2ContainerServiceforEC2Role',
  },
} as const;

/** Which service an environment is of, and its record. */
export function managedService(source: SourceNode) {
  const record = source.record;
  const environment = record !== undefined && isEnvironment(source, record) ? record : undefined;
  return {
    ...MANAGED[environment?.Service ?? 'Beanstalk'],
    service: environment?.Service ?? 'Beanstalk',
    environment,
  };
}

function isEnvironment(
  source: SourceNode,
  record: NonNullable<SourceNode['record']>,
): record is EnvironmentRecord {
  return source.kind === 'environment' && 'IamInstanceProfile' in record;
}

function environmentWords(source: SourceNode): string {
  const { words, environment } = managedService(source);
  const isNameless = !(environment?.EnvironmentName ?? environment?.ApplicationName);
  return isNameless ? `The ${words}` : `${words} ${code(source.label)}`;
}

function templateName(record: LaunchTemplateVersionRecord): string {
  return record.LaunchTemplateName ?? record.LaunchTemplateId ?? 'without a name';
}

/** What the source says of its profile. */
export function sourceEvidence(source: SourceNode): readonly (Evidence | undefined)[] {
  const record = source.record;
  if (record === undefined || !('IamInstanceProfile' in record)) return [];
  const reference = record.IamInstanceProfile;
  if (typeof reference === 'string') {
    return [evidenceOf(`IamInstanceProfile of ${source.label}`, reference, record)];
  }
  return [
    evidenceOf(`IamInstanceProfile.Arn of ${source.label}`, reference?.Arn, record),
    evidenceOf(`IamInstanceProfile.Name of ${source.label}`, reference?.Name, record),
  ];
}

/** What is known of the right reference: the profile that is surely meant, and the groups that launch from the source. */
interface ReferenceFix {
  readonly sentence: string;
  readonly wanted?: ProfileNode | undefined;
  readonly groups: readonly string[];
}

/** How the reference of a source is put right, in the way of its kind. */
export function profileReferenceFix(
  source: SourceNode,
  profile: ProfileNode,
  { sentence, wanted, groups }: ReferenceFix,
): Fix {
  const data = JSON.stringify({ IamInstanceProfile: { Name: wanted?.name ?? '<instance-profile-name>' } });
  const hints = {
    terraform: 'iam_instance_profile { name = aws_iam_instance_profile.this.name }',
    cloudFormation: ['IamInstanceProfile:', '  Arn: !GetAtt InstanceProfile.Arn'].join('\n'),
  };
  switch (source.kind) {
    case 'launch-template': {
      const record = source.record;
      const known = record !== undefined && 'VersionNumber' in record ? record : undefined;
      const version = String(known?.VersionNumber ?? '$Default');
      const template =
        known?.LaunchTemplateId === undefined
          ? { 'launch-template-name': known?.LaunchTemplateName ?? source.label }
          : { 'launch-template-id': known.LaunchTemplateId };
      return {
        sentence: `${sentence} Publish a launch template version that names an existing profile and make it default.`,
        command: [
          regionalCommand(source.region, 'ec2 create-launch-template-version', {
            ...template,
            'source-version': version,
            'launch-template-data': data,
          }),
          regionalCommand(source.region, 'ec2 modify-launch-template', {
            ...template,
            'default-version': '<new-version>',
          }),
        ].join('\n'),
        ...hints,
      };
    }
    case 'environment':
      return { sentence, command: environmentCommand(source, profile) };
    case 'launch-configuration':
    case 'auto-scaling-group':
      return {
        sentence: `${sentence} A launch configuration cannot be changed: make a new one, or better a launch template, and let the group use it.`,
        command: (groups.length === 0 ? ['<group-name>'] : groups)
          .map((group) =>
            regionalCommand(source.region, 'autoscaling update-auto-scaling-group', {
              'auto-scaling-group-name': group,
              'launch-template': 'LaunchTemplateName=<template-name>,Version=$Latest',
            }),
          )
          .join('\n'),
        ...hints,
      };
  }
}

/** Makes the missing profile with a role for the service; a reference of the wrong kind is replaced where the service allows it. */
function environmentCommand(source: SourceNode, profile: ProfileNode): string {
  const { service, policy, environment } = managedService(source);
  if (profile.arn !== undefined && !profile.arn.includes(':instance-profile/') && service === 'Beanstalk') {
    return regionalCommand(source.region, 'elasticbeanstalk update-environment', {
      'environment-name': environment?.EnvironmentName ?? '<environment-name>',
      'option-settings':
        'Namespace=aws:autoscaling:launchconfiguration,OptionName=IamInstanceProfile,Value=<instance-profile-name>',
    });
  }
  if (service === 'EMR' && profile.name === 'EMR_EC2_DefaultRole') {
    return regionalCommand(source.region, 'emr create-default-roles', {});
  }
  const { partition, name } = profile;
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  });
  return [
    iamCommand(partition, 'create-role', { 'role-name': name, 'assume-role-policy-document': trust }),
    iamCommand(partition, 'attach-role-policy', {
      'role-name': name,
      'policy-arn': `arn:${partition ?? 'aws'}:iam::aws:policy/${policy}`,
    }),
    iamCommand(partition, 'create-instance-profile', { 'instance-profile-name': name }),
    iamCommand(partition, 'add-role-to-instance-profile', {
      'instance-profile-name': name,
      'role-name': name,
    }),
  ].join('\n');
}
