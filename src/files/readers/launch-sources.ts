import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import {
  type AccountId,
  type Arn,
  type Region,
  toAccountId,
  toInstanceId,
  toRegion,
} from '../../inventory/ids.ts';
import type {
  AutoScalingGroupRecord,
  EnvironmentRecord,
  LaunchConfigurationRecord,
  LaunchTemplateRecord,
  LaunchTemplateReference,
  LaunchTemplateVersionRecord,
} from '../../inventory/records.ts';
import { arn, maybe, name, number, profileReference, readFields, text, time } from '../fields.ts';
import { isJsonList, isJsonObject, ownField, ownText } from '../json-object.ts';
import { type Reader, readList, type Source } from '../reader.ts';
import { regionOfZone } from './instances.ts';

const TEMPLATE = v.object({
  LaunchTemplateId: name,
  LaunchTemplateName: maybe(text),
  DefaultVersionNumber: maybe(number),
  LatestVersionNumber: maybe(number),
});

/** EC2 API `DescribeLaunchTemplates`. */
export const readLaunchTemplates: Reader = (output, source) => {
  const shape = { wrappers: ['LaunchTemplates', 'LaunchTemplate'], id: 'LaunchTemplateId' };
  const list = readList(output, source, shape, ({ raw }): LaunchTemplateRecord | undefined => {
    const what = `Launch template ${ownText(raw, 'LaunchTemplateId') ?? ''}`;
    const fields = readFields(TEMPLATE, raw, what, source.note);
    return fields && { ...placeOf(source), ...fields };
  });
  return { ...list, part: { launchTemplates: list.items }, records: list.items.length };
};

const TEMPLATE_VERSION = v.object({
  LaunchTemplateId: maybe(text),
  LaunchTemplateName: maybe(text),
  VersionNumber: number,
  DefaultVersion: maybe(v.boolean()),
  CreateTime: maybe(time),
  LaunchTemplateData: maybe(v.object({ IamInstanceProfile: maybe(profileReference) })),
});

/** EC2 API `DescribeLaunchTemplateVersions`. */
export const readLaunchTemplateVersions: Reader = (output, source) => {
  const list = readList(
    output,
    source,
    { wrappers: ['LaunchTemplateVersions', 'LaunchTemplateVersion'], id: 'VersionNumber' },
    ({ raw }): LaunchTemplateVersionRecord | undefined => {
      const what = `Launch template ${ownText(raw, 'LaunchTemplateName') ?? ''}`;
      const fields = readFields(TEMPLATE_VERSION, raw, what, source.note);
      if (fields === undefined) return undefined;
      const { LaunchTemplateData, ...rest } = fields;
      return { ...placeOf(source), ...rest, IamInstanceProfile: LaunchTemplateData?.IamInstanceProfile };
    },
  );
  return { ...list, part: { launchTemplateVersions: list.items }, records: list.items.length };
};

const CONFIGURATION = v.object({
  LaunchConfigurationName: name,
  LaunchConfigurationARN: maybe(arn),
  IamInstanceProfile: maybe(text),
});

/** Auto Scaling API `DescribeLaunchConfigurations`. */
export const readLaunchConfigurations: Reader = (output, source) => {
  const shape = { wrappers: ['LaunchConfigurations'], id: 'LaunchConfigurationName' };
  const list = readList(output, source, shape, ({ raw }): LaunchConfigurationRecord | undefined => {
    const what = `Launch configuration ${ownText(raw, 'LaunchConfigurationName') ?? ''}`;
    const fields = readFields(CONFIGURATION, raw, what, source.note);
    return (
      fields && {
        ...placeOf(source, fields.LaunchConfigurationARN),
        ...fields,
        IamInstanceProfile: fields.IamInstanceProfile || undefined,
      }
    );
  });
  return { ...list, part: { launchConfigurations: list.items }, records: list.items.length };
};

const TEMPLATE_REFERENCE = v.object({
  LaunchTemplateId: maybe(text),
  LaunchTemplateName: maybe(text),
  Version: maybe(text),
});
const MIXED_TEMPLATE = v.object({
  LaunchTemplateSpecification: maybe(TEMPLATE_REFERENCE),
  Overrides: maybe(v.array(v.object({ LaunchTemplateSpecification: maybe(TEMPLATE_REFERENCE) }))),
});
const GROUP = v.object({
  AutoScalingGroupName: name,
  AutoScalingGroupARN: maybe(arn),
  LaunchConfigurationName: maybe(text),
  LaunchTemplate: maybe(TEMPLATE_REFERENCE),
  MixedInstancesPolicy: maybe(v.object({ LaunchTemplate: maybe(MIXED_TEMPLATE) })),
  AvailabilityZones: maybe(v.array(text)),
  Instances: maybe(v.array(v.object({ InstanceId: text }))),
});

/** Auto Scaling API `DescribeAutoScalingGroups`. */
export const readAutoScalingGroups: Reader = (output, source) => {
  const shape = { wrappers: ['AutoScalingGroups'], id: 'AutoScalingGroupName' };
  const list = readList(output, source, shape, ({ raw }): AutoScalingGroupRecord | undefined => {
    const what = `Auto Scaling group ${ownText(raw, 'AutoScalingGroupName') ?? ''}`;
    const fields = readFields(GROUP, raw, what, source.note);
    if (fields === undefined) return undefined;
    const { LaunchTemplate, MixedInstancesPolicy, AvailabilityZones, Instances, ...rest } = fields;
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    const templates = [
      LaunchTemplate,
      mixed?.LaunchTemplateSpecification,
      ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
    ];
    const place = placeOf(source, fields.AutoScalingGroupARN);
    const zone = AvailabilityZones?.[0];
    return {
      ...place,
      region: place.region ?? (zone === undefined ? undefined : regionOfZone(zone)),
      ...rest,
      LaunchConfigurationName: rest.LaunchConfigurationName || undefined,
      LaunchTemplates: templates.filter((one): one is LaunchTemplateReference => one !== undefined),
      InstanceIds: (Instances ?? []).map((instance) => toInstanceId(instance.InstanceId)),
    };
  });
  return { ...list, part: { autoScalingGroups: list.items }, records: list.items.length };
};

const LAUNCH_NAMESPACE = 'aws:autoscaling:launchconfiguration';

/** Elastic Beanstalk API `DescribeConfigurationSettings`: the profile is one option among many. */
export const readEnvironments: Reader = (output, source) => {
  const list = readList(
    output,
    source,
    { wrappers: ['ConfigurationSettings', 'OptionSettings'], id: 'OptionName' },
    ({ raw, around }): EnvironmentRecord | 'other option' => {
      const value = ownText(raw, 'Value');
      const isProfile =
        ownText(raw, 'OptionName') === 'IamInstanceProfile' &&
        (ownText(raw, 'Namespace') ?? LAUNCH_NAMESPACE) === LAUNCH_NAMESPACE;
      if (!isProfile || value === undefined) return 'other option';
      const settings = around.findLast((outer) => isJsonList(ownField(outer, 'OptionSettings')));
      const setting = (key: string) => (isJsonObject(settings) ? ownText(settings, key) : undefined);
      const platform = parseArn(setting('PlatformArn') ?? '')?.region;
      return {
        ...placeOf(source),
        region: source.region ?? (platform ? toRegion(platform) : undefined),
        ApplicationName: setting('ApplicationName'),
        EnvironmentName: setting('EnvironmentName') ?? source.command.flags.get('--environment-name')?.[0],
        IamInstanceProfile: value,
      };
    },
  );
  const environments = list.items.filter((item) => item !== 'other option');
  return { ...list, part: { environments }, records: environments.length };
};

/** Whose and where: what the command says, else what the record's own ARN says. */
function placeOf(source: Source, own?: Arn): Pick<Source, 'origin' | 'accountId' | 'region'> {
  const parts = own === undefined ? undefined : parseArn(own);
  const account: AccountId | undefined = parts?.account ? toAccountId(parts.account) : source.accountId;
  const region: Region | undefined = parts?.region ? toRegion(parts.region) : source.region;
  return { origin: source.origin, accountId: account, region };
}
