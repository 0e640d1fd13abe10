import type {
  AutoScalingGroup,
  LaunchConfiguration,
  LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling';
import { toArn, toInstanceId } from '../../inventory/ids.ts';
import type {
  AutoScalingGroupRecord,
  LaunchConfigurationRecord,
  LaunchTemplateReference,
} from '../../inventory/records.ts';
import { isPresent, type RecordSource } from '../page.ts';

/** A group launches from its own template, or from those of its mixed-instances policy: one, and overrides by type. */
export function toAutoScalingGroup(
  group: AutoScalingGroup,
  source: RecordSource,
): AutoScalingGroupRecord | undefined {
  if (group.AutoScalingGroupName === undefined) return undefined;
  const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
  const templates = [
    group.LaunchTemplate,
    mixed?.LaunchTemplateSpecification,
    ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
  ];
  return {
    ...source,
    AutoScalingGroupName: group.AutoScalingGroupName,
    AutoScalingGroupARN: group.AutoScalingGroupARN ? toArn(group.AutoScalingGroupARN) : undefined,
    LaunchConfigurationName: group.LaunchConfigurationName || undefined,
    LaunchTemplates: templates.filter(isPresent).map(toTemplateReference),
    InstanceIds: (group.Instances ?? [])
      .map((instance) => instance.InstanceId)
      .filter(isPresent)
      .map(toInstanceId),
  };
}

export function toLaunchConfiguration(
  configuration: LaunchConfiguration,
  source: RecordSource,
): LaunchConfigurationRecord | undefined {
  if (configuration.LaunchConfigurationName === undefined) return undefined;
  return {
    ...source,
    LaunchConfigurationName: configuration.LaunchConfigurationName,
    LaunchConfigurationARN: configuration.LaunchConfigurationARN
      ? toArn(configuration.LaunchConfigurationARN)
      : undefined,
    IamInstanceProfile: configuration.IamInstanceProfile || undefined,
  };
}

function toTemplateReference(template: LaunchTemplateSpecification): LaunchTemplateReference {
  return {
    LaunchTemplateId: template.LaunchTemplateId || undefined,
    LaunchTemplateName: template.LaunchTemplateName || undefined,
    Version: template.Version || undefined,
  };
}
