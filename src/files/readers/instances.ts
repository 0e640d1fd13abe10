import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import { type AccountId, type Region, toAccountId, toRegion } from '../../inventory/ids.ts';
import type { AssociationRecord, InstanceRecord, ProfileReference } from '../../inventory/records.ts';
import {
  associationId,
  instanceId,
  maybe,
  number,
  profileReference,
  readFields,
  tags,
  text,
  time,
} from '../fields.ts';
import type { FoundRecord } from '../find-records.ts';
import { type JsonObject, ownField, ownText } from '../json-object.ts';
import { type Reader, readList, type Source } from '../reader.ts';

/** A state is `{Code, Name}`, or its name alone after a `--query`. */
const state = v.pipe(
  v.union([v.string(), v.object({ Name: v.string() })]),
  v.transform((value) => (typeof value === 'string' ? value : value.Name)),
);

const INSTANCE = v.object({
  InstanceId: instanceId,
  State: maybe(state),
  InstanceType: maybe(text),
  PrivateIpAddress: maybe(text),
  PublicIpAddress: maybe(text),
  Ipv6Address: maybe(text),
  PrivateDnsName: maybe(text),
  PublicDnsName: maybe(text),
  ImageId: maybe(text),
  VpcId: maybe(text),
  SubnetId: maybe(text),
  PlatformDetails: maybe(text),
  LaunchTime: maybe(time),
  Tags: maybe(tags),
  Placement: maybe(v.object({ AvailabilityZone: maybe(text) })),
  NetworkInterfaces: maybe(
    v.array(
      v.object({
        OwnerId: maybe(text),
        Ipv6Addresses: maybe(v.array(v.object({ Ipv6Address: maybe(text) }))),
      }),
    ),
  ),
  MetadataOptions: maybe(
    v.object({
      State: maybe(text),
      HttpTokens: maybe(text),
      HttpEndpoint: maybe(text),
      HttpPutResponseHopLimit: maybe(number),
    }),
  ),
});

const PROFILE_OF_INSTANCE = maybe(profileReference);

/** EC2 API `DescribeInstances`. */
export const readInstances: Reader = (output, source) => {
  const list = readList(
    output,
    source,
    { wrappers: ['Reservations', 'Instances'], id: 'InstanceId' },
    (found) => readInstance(found, source),
  );
  return {
    part: { instances: list.items },
    records: list.items.length,
    supplied: list.supplied,
    partial: list.partial,
  };
};

function readInstance({ raw, around }: FoundRecord, source: Source): InstanceRecord | undefined {
  const what = `Instance ${ownText(raw, 'InstanceId') ?? ''}`;
  // An unreadable reference must not pass for "no profile", so it costs the whole record.
  const profile = v.safeParse(PROFILE_OF_INSTANCE, ownField(raw, 'IamInstanceProfile'));
  if (!profile.success) {
    source.note(`${what} was left out: its IamInstanceProfile has an unexpected form.`);
    return undefined;
  }
  const fields = readFields(INSTANCE, raw, what, source.note);
  if (fields === undefined) return undefined;
  const { Placement, NetworkInterfaces, Ipv6Address, ...rest } = fields;
  const zone = Placement?.AvailabilityZone ?? ownText(raw, 'AvailabilityZone');
  const addresses = (NetworkInterfaces ?? []).flatMap((one) =>
    (one.Ipv6Addresses ?? []).map((entry) => entry.Ipv6Address),
  );
  return {
    origin: source.origin,
    accountId:
      ownerOf(raw, around, NetworkInterfaces?.[0]?.OwnerId) ?? source.accountId ?? accountOf(profile.output),
    region: (zone === undefined ? undefined : regionOfZone(zone)) ?? source.region,
    ...rest,
    AvailabilityZone: zone,
    Ipv6Addresses: [
      ...new Set([Ipv6Address, ...addresses].filter((one): one is string => one !== undefined && one !== '')),
    ],
    IamInstanceProfile: profile.output,
  };
}

const ASSOCIATION = v.object({
  AssociationId: associationId,
  InstanceId: instanceId,
  IamInstanceProfile: maybe(profileReference),
  State: maybe(text),
  Timestamp: maybe(time),
});

/** EC2 API `DescribeIamInstanceProfileAssociations`. An association lies in the account of its profile. */
export const readAssociations: Reader = (output, source) => {
  const list = readList(
    output,
    source,
    { wrappers: ['IamInstanceProfileAssociations', 'IamInstanceProfileAssociation'], id: 'AssociationId' },
    ({ raw }): AssociationRecord | undefined => {
      const what = `Association ${ownText(raw, 'AssociationId') ?? ''}`;
      const fields = readFields(ASSOCIATION, raw, what, source.note);
      return (
        fields && {
          origin: source.origin,
          accountId: source.accountId ?? accountOf(fields.IamInstanceProfile),
          region: source.region,
          ...fields,
        }
      );
    },
  );
  return {
    part: { associations: list.items },
    records: list.items.length,
    supplied: list.supplied,
    partial: list.partial,
  };
};

/** `us-west-2` of `us-west-2a`, of a Local Zone (`us-west-2-lax-1a`) and of a Wavelength Zone alike. */
export function regionOfZone(zone: string): Region | undefined {
  const match = /^[a-z]+(?:-[a-z]+)+-\d+/.exec(zone);
  return match ? toRegion(match[0]) : undefined;
}

function ownerOf(
  raw: JsonObject,
  around: readonly JsonObject[],
  interfaceOwner: string | undefined,
): AccountId | undefined {
  const owner =
    ownText(raw, 'OwnerId') ??
    around.map((outer) => ownText(outer, 'OwnerId')).findLast((id) => id !== undefined) ??
    interfaceOwner;
  return owner ? toAccountId(owner) : undefined;
}

/** An instance can only have a profile of its own account. */
function accountOf(reference: ProfileReference | undefined): AccountId | undefined {
  const account = reference?.Arn === undefined ? undefined : parseArn(reference.Arn)?.account;
  return account ? toAccountId(account) : undefined;
}

/** EC2 API `DescribeRegions`. Without `--all-regions` only enabled ones are listed. */
export const readRegions: Reader = (output, source) => {
  const list = readList(output, source, { wrappers: ['Regions'], id: 'RegionName' }, ({ raw }) => ({
    origin: source.origin,
    accountId: source.accountId,
    RegionName: toRegion(ownText(raw, 'RegionName') ?? ''),
    OptInStatus: ownText(raw, 'OptInStatus'),
  }));
  return {
    part: { regions: list.items },
    records: list.items.length,
    supplied: list.supplied,
    partial: list.partial,
  };
};
