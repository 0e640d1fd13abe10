import { type AccountId, toIsoTime, toRegion } from '../../src/inventory/ids.ts';
import type { AssociationRecord, InstanceRecord, ProfileReference } from '../../src/inventory/records.ts';
import { associationIdOf, imageIdOf, instanceIdOf, subnetIdOf, vpcIdOf } from './make-ids.ts';
import { originOf, READ_AT, tagsOf } from './origin.ts';

export interface InstancePlan {
  /** Absent for an instance without a Name tag; then `word` makes its id. */
  readonly name?: string;
  /** Tells instances of one name apart. */
  readonly word?: string;
  readonly profile?: ProfileReference | undefined;
  readonly state?: string;
  readonly type?: string;
  /** The letter of the zone. */
  readonly zone?: string;
  readonly launched?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly publicIp?: string;
  readonly ipv6?: readonly string[];
  readonly metadata?: Partial<NonNullable<InstanceRecord['MetadataOptions']>>;
  /** How its association rows look; one in state `associated` if not given. */
  readonly associations?: readonly {
    readonly profile: ProfileReference;
    readonly state: string;
    readonly at: string;
  }[];
}

/** An instance as DescribeInstances gives it; `at` is its place in the account, for its address. */
export function makeInstance(
  accountId: AccountId,
  region: string,
  at: number,
  plan: InstancePlan,
): InstanceRecord {
  const zone = `${region}${plan.zone ?? 'a'}`;
  const address = `10.${region === 'us-east-1' ? 20 : 10}.${1 + (at >> 6)}.${10 + (at % 64)}`;
  const network = {
    PrivateIpAddress: address,
    PrivateDnsName: privateName(address, region),
    VpcId: vpcIdOf(`${accountId} ${region}`),
    SubnetId: subnetIdOf(`${accountId} ${zone}`),
  };
  const state = plan.state ?? 'running';
  return {
    origin: originOf('ec2:DescribeInstances'),
    accountId,
    region: toRegion(region),
    InstanceId: instanceIdOf(`${accountId} ${region} ${plan.word ?? plan.name ?? ''}`),
    State: state,
    InstanceType: plan.type ?? 'm7g.large',
    AvailabilityZone: zone,
    ...(!isOver(state) && network),
    ...(plan.publicIp && { PublicIpAddress: plan.publicIp }),
    Ipv6Addresses: plan.ipv6 ?? [],
    ImageId: imageIdOf(region),
    PlatformDetails: 'Linux/UNIX',
    LaunchTime: toIsoTime(plan.launched ?? '2026-10-02T06:30:00.000Z'),
    Tags: tagsOf({ ...(plan.name !== undefined && { Name: plan.name }), ...plan.tags }),
    ...(plan.profile && { IamInstanceProfile: plan.profile }),
    MetadataOptions: {
      State: 'applied',
      HttpTokens: 'required',
      HttpEndpoint: 'enabled',
      HttpPutResponseHopLimit: 2,
      ...plan.metadata,
    },
  };
}

/** The association rows that EC2 keeps for the instance: none once it is over. */
export function makeAssociations(instance: InstanceRecord, plan: InstancePlan): readonly AssociationRecord[] {
  const usual =
    plan.profile && !isOver(instance.State)
      ? [{ profile: plan.profile, state: 'associated', at: instance.LaunchTime ?? READ_AT }]
      : [];
  return (plan.associations ?? usual).map((row, at) => ({
    origin: originOf('ec2:DescribeIamInstanceProfileAssociations'),
    accountId: instance.accountId,
    region: instance.region,
    AssociationId: associationIdOf(`${instance.InstanceId} ${at}`),
    InstanceId: instance.InstanceId,
    IamInstanceProfile: row.profile,
    State: row.state,
    Timestamp: toIsoTime(row.at),
  }));
}

function isOver(state: string | undefined): boolean {
  return state === 'terminated' || state === 'shutting-down';
}

function privateName(address: string, region: string): string {
  const host = `ip-${address.replaceAll('.', '-')}`;
  return region === 'us-east-1' ? `${host}.ec2.internal` : `${host}.${region}.compute.internal`;
}
