import type { ProfileNode, SourceNode } from '../graph/graph.ts';
import type { LaunchTemplateVersionRecord } from '../inventory/records.ts';
import { evidenceOf } from './build-finding.ts';
import { iamCommand, regionalCommand } from './commands.ts';
import type { Evidence, Fix } from './finding.ts';
import { code } from './words.ts';

const KIND_WORDS: Readonly<Record<SourceNode['kind'], string>> = {
  'launch-template': 'Launch template',
  'launch-configuration': 'Launch configuration',
  'auto-scaling-group': 'Auto Scaling group',
  environment: 'Elastic Beanstalk environment',
};

/** "Launch template `web-lt` (version 3)", at the start of a sentence. */
export function sourceWords(source: SourceNode): string {
  const record = source.record;
  if (record !== undefined && 'VersionNumber' in record) {
    return `Launch template ${code(templateName(record))} (version ${record.VersionNumber})`;
  }
  const isNameless =
    record !== undefined &&
    'ApplicationName' in record &&
    !(record.EnvironmentName ?? record.ApplicationName);
  return source.kind === 'environment' && isNameless
    ? 'The Elastic Beanstalk environment'
    : `${KIND_WORDS[source.kind]} ${code(source.label)}`;
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

/** How the reference of a source is put right, in the way of its kind. */
export function profileReferenceFix(source: SourceNode, profile: ProfileNode, sentence: string): Fix {
  const data = JSON.stringify({ IamInstanceProfile: { Name: '<instance-profile-name>' } });
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
      return {
        sentence,
        command: [
          iamCommand(profile.partition, 'create-instance-profile', { 'instance-profile-name': profile.name }),
          iamCommand(profile.partition, 'add-role-to-instance-profile', {
            'instance-profile-name': profile.name,
            'role-name': '<role-name>',
          }),
        ].join('\n'),
      };
    case 'launch-configuration':
    case 'auto-scaling-group':
      return {
        sentence: `${sentence} A launch configuration cannot be changed: make a new one, or better a launch template, and let the group use it.`,
        command: regionalCommand(source.region, 'autoscaling update-auto-scaling-group', {
          'auto-scaling-group-name': '<group-name>',
          'launch-template': 'LaunchTemplateName=<template-name>,Version=$Latest',
        }),
        ...hints,
      };
  }
}
