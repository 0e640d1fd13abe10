/** An AWS partition: a set of regions with accounts, IAM and ARNs of its own. A role can't be assumed from another one. */
export interface PartitionFacts {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Where the AWS CLI finds IAM when no region is set; absent where it does so by itself. */
  readonly iamRegion?: string;
  /** How its regions begin; the commercial partition has all others. */
  readonly regionPrefix?: string;
}

/** From the AWS SDK's `partitions.json`; more: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export const PARTITIONS = [
  { id: 'aws', name: 'AWS' },
  { id: 'aws-cn', name: 'AWS China', iamRegion: 'cn-north-1', regionPrefix: 'cn-' },
  { id: 'aws-us-gov', name: 'AWS GovCloud (US)', iamRegion: 'us-gov-west-1', regionPrefix: 'us-gov-' },
  {
    id: 'aws-eusc',
    name: 'AWS European Sovereign Cloud',
    iamRegion: 'eusc-de-east-1',
    regionPrefix: 'eusc-',
  },
  { id: 'aws-iso', name: 'AWS ISO (US)', iamRegion: 'us-iso-east-1', regionPrefix: 'us-iso-' },
  { id: 'aws-iso-b', name: 'AWS ISOB (US)', iamRegion: 'us-isob-east-1', regionPrefix: 'us-isob-' },
  { id: 'aws-iso-e', name: 'AWS ISOE (Europe)', iamRegion: 'eu-isoe-west-1', regionPrefix: 'eu-isoe-' },
  { id: 'aws-iso-f', name: 'AWS ISOF', iamRegion: 'us-isof-south-1', regionPrefix: 'us-isof-' },
] as const satisfies readonly PartitionFacts[];

export type PartitionId = (typeof PARTITIONS)[number]['id'];

/** The facts of one partition. */
export function partitionFacts(id: PartitionId): PartitionFacts & { readonly id: PartitionId } {
  return PARTITIONS.find((partition) => partition.id === id) ?? PARTITIONS[0];
}

/** The partition with this id, if there is one. */
export function partitionNamed(text: string | undefined): PartitionId | undefined {
  return PARTITIONS.find((partition) => partition.id === text)?.id;
}

/** The partition that a region lies in, by how it begins. */
export function partitionOfRegion(region: string): PartitionId {
  const special = PARTITIONS.find(
    (partition) => 'regionPrefix' in partition && region.startsWith(partition.regionPrefix),
  );
  return special?.id ?? 'aws';
}
