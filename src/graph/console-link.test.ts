import { describe, expect, it } from 'vitest';
import { toArn, toRegion } from '../inventory/ids.ts';
import { consoleLink } from './console-link.ts';
import type { InstanceNode, NodeId, ProfileNode, RoleNode } from './graph.ts';

const instance: InstanceNode = {
  id: 'instance' as NodeId,
  kind: 'instance',
  label: 'web-1',
  partition: 'aws',
  region: toRegion('eu-west-1'),
  instanceId: 'i-0abc',
  associations: [],
};
const role: RoleNode = {
  id: 'role' as NodeId,
  kind: 'role',
  label: 'r',
  name: 'r+=,.@-_',
  partition: 'aws',
  serviceLinked: false,
};
const profile: ProfileNode = {
  id: 'profile' as NodeId,
  kind: 'profile',
  label: 'p',
  name: 'p',
  partition: 'aws',
};

describe('Link to the AWS console', () => {
  it('opens the instance in its region', () => {
    expect(consoleLink(instance)).toBe(
      'https://console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0abc',
    );
  });

  it('goes to the console of the partition', () => {
    expect(consoleLink({ ...role, partition: 'aws-us-gov' })).toContain(
      'https://console.amazonaws-us-gov.com/iam/',
    );
    expect(consoleLink({ ...instance, partition: 'aws-cn', region: toRegion('cn-north-1') })).toContain(
      'https://console.amazonaws.cn/ec2/home?region=cn-north-1#',
    );
    expect(consoleLink({ ...role, partition: 'aws-eusc' })).toContain(
      'https://console.amazonaws-eusc.eu/iam/',
    );
  });

  it('takes the partition from the ARN when the node has none', () => {
    const arn = toArn('arn:aws-cn:iam::111122223333:role/r');
    expect(consoleLink({ ...role, partition: undefined, arn })).toContain('https://console.amazonaws.cn/');
  });

  it('gives none for partitions without a public console, unknown partition or region, ghosts and profiles', () => {
    expect(consoleLink({ ...role, partition: 'aws-iso-b' })).toBeUndefined();
    expect(consoleLink({ ...role, partition: undefined })).toBeUndefined();
    expect(consoleLink({ ...instance, region: undefined })).toBeUndefined();
    expect(consoleLink({ ...role, ghost: { kind: 'gone', why: 'deleted' } })).toBeUndefined();
    expect(consoleLink(profile)).toBeUndefined();
  });

  it('encodes names and regions, so none can lead elsewhere', () => {
    expect(consoleLink(role)).toBe('https://console.aws.amazon.com/iam/home#/roles/details/r%2B%3D%2C.%40-_');
    expect(consoleLink({ ...instance, region: toRegion('x#@evil/') })).toContain('region=x%23%40evil%2F#');
  });
});
