import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import { toRegion } from '../../inventory/ids.ts';
import type { EnvironmentRecord } from '../../inventory/records.ts';
import { maybe, name, readFields, text } from '../fields.ts';
import { ownText } from '../json-object.ts';
import { type Reader, readList, type Source } from '../reader.ts';

const CLUSTER = v.object({
  Id: name,
  Name: maybe(text),
  Ec2InstanceAttributes: maybe(v.object({ IamInstanceProfile: maybe(text) })),
});

/** EMR API `DescribeCluster`: `Ec2InstanceAttributes.IamInstanceProfile` is a name or an ARN. */
export const readClusters: Reader = (output, source) => {
  const shape = { wrappers: ['Cluster'], id: 'Id' };
  const list = readList(output, source, shape, ({ raw }): EnvironmentRecord | 'no profile' | undefined => {
    const fields = readFields(CLUSTER, raw, `EMR cluster ${ownText(raw, 'Id') ?? ''}`, source.note);
    if (fields === undefined) return undefined;
    const profile = fields.Ec2InstanceAttributes?.IamInstanceProfile;
    if (!profile) return 'no profile';
    return {
      ...placeOf(source, ownText(raw, 'ClusterArn')),
      Service: 'EMR',
      ApplicationName: fields.Name,
      EnvironmentName: fields.Id,
      IamInstanceProfile: profile,
    };
  });
  return environmentsOf(list);
};

const COMPUTE_ENVIRONMENT = v.object({
  computeEnvironmentName: name,
  computeResources: maybe(v.object({ instanceRole: maybe(text) })),
});

/** AWS Batch API `DescribeComputeEnvironments`: `instanceRole` is the name or ARN of an instance profile, despite its name. */
export const readComputeEnvironments: Reader = (output, source) => {
  const shape = { wrappers: ['computeEnvironments'], id: 'computeEnvironmentName' };
  const list = readList(output, source, shape, ({ raw }): EnvironmentRecord | 'no profile' | undefined => {
    const what = `Compute environment ${ownText(raw, 'computeEnvironmentName') ?? ''}`;
    const fields = readFields(COMPUTE_ENVIRONMENT, raw, what, source.note);
    if (fields === undefined) return undefined;
    const profile = fields.computeResources?.instanceRole;
    if (!profile) return 'no profile';
    return {
      ...placeOf(source, ownText(raw, 'computeEnvironmentArn')),
      Service: 'Batch',
      EnvironmentName: fields.computeEnvironmentName,
      IamInstanceProfile: profile,
    };
  });
  return environmentsOf(list);
};

function environmentsOf<List extends { readonly items: readonly (EnvironmentRecord | 'no profile')[] }>(
  list: List,
) {
  const environments = list.items.filter((item) => item !== 'no profile');
  return { ...list, part: { environments }, records: environments.length };
}

function placeOf(
  source: Source,
  arn: string | undefined,
): Pick<EnvironmentRecord, 'origin' | 'accountId' | 'region'> {
  const region = parseArn(arn ?? '')?.region;
  return {
    origin: source.origin,
    accountId: source.accountId,
    region: source.region ?? (region ? toRegion(region) : undefined),
  };
}
