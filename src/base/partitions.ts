/**
 * AWS's partitions: groups of regions with hosts, credentials and consoles of their own. Ids, regions, suffixes and the region
 * that signs for IAM are those of the AWS SDK's endpoint rules (a test holds them to it); the console hosts are from
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and the partitions' own guides.
 */
export interface Partition {
  /** As ARNs write it. */
  readonly id: string;
  readonly name: string;
  readonly regions: readonly string[];
  /** Whether a region that is too new for the list belongs here, by its name. */
  readonly regionPattern: RegExp;
  /** IAM is global in its partition, and signed for this region. */
  readonly iamRegion: string;
  readonly iamHost: string;
  /** `ec2.<region>.<dnsSuffix>` */
  readonly dnsSuffix: string;
  /** `ec2.<region>.<dualStackSuffix>`, for IPv4 and IPv6. */
  readonly dualStackSuffix: string;
  /** Absent where no console is public. */
  readonly consoleHost?: string;
}

export const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    name: 'AWS',
    regions: regionList(
      'us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ' +
        'ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ' +
        'ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 ' +
        'eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 ' +
        'me-west-1 mx-central-1 sa-east-1 sa-west-1',
    ),
    regionPattern: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/,
    iamRegion: 'us-east-1',
    iamHost: 'iam.amazonaws.com',
    dnsSuffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    consoleHost: 'console.aws.amazon.com',
  },
  {
    id: 'aws-cn',
    name: 'China',
    regions: regionList('cn-north-1 cn-northwest-1'),
    regionPattern: /^cn-[a-z]+-\d+$/,
    iamRegion: 'cn-north-1',
    iamHost: 'iam.cn-north-1.amazonaws.com.cn',
    dnsSuffix: 'amazonaws.com.cn',
    dualStackSuffix: 'api.amazonwebservices.com.cn',
    consoleHost: 'console.amazonaws.cn',
  },
  {
    id: 'aws-us-gov',
    name: 'GovCloud (US)',
    regions: regionList('us-gov-west-1 us-gov-east-1'),
    regionPattern: /^us-gov-[a-z]+-\d+$/,
    iamRegion: 'us-gov-west-1',
    iamHost: 'iam.us-gov.amazonaws.com',
    dnsSuffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    consoleHost: 'console.amazonaws-us-gov.com',
  },
  {
    id: 'aws-eusc',
    name: 'European Sovereign Cloud',
    regions: regionList('eusc-de-east-1'),
    regionPattern: /^eusc-[a-z]+-[a-z]+-\d+$/,
    iamRegion: 'eusc-de-east-1',
    iamHost: 'iam.eusc-de-east-1.amazonaws.eu',
    dnsSuffix: 'amazonaws.eu',
    dualStackSuffix: 'api.amazonwebservices.eu',
    consoleHost: 'console.amazonaws-eusc.eu',
  },
  {
    id: 'aws-iso',
    name: 'ISO (US)',
    regions: regionList('us-iso-east-1 us-iso-west-1'),
    regionPattern: /^us-iso-[a-z]+-\d+$/,
    iamRegion: 'us-iso-east-1',
    iamHost: 'iam.us-iso-east-1.c2s.ic.gov',
    dnsSuffix: 'c2s.ic.gov',
    dualStackSuffix: 'api.aws.ic.gov',
  },
  {
    id: 'aws-iso-b',
    name: 'ISOB (US)',
    regions: regionList('us-isob-east-1 us-isob-west-1'),
    regionPattern: /^us-isob-[a-z]+-\d+$/,
    iamRegion: 'us-isob-east-1',
    iamHost: 'iam.us-isob-east-1.sc2s.sgov.gov',
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackSuffix: 'api.aws.scloud',
  },
  {
    id: 'aws-iso-e',
    name: 'ISOE (Europe)',
    regions: regionList('eu-isoe-west-1'),
    regionPattern: /^eu-isoe-[a-z]+-\d+$/,
    iamRegion: 'eu-isoe-west-1',
    iamHost: 'iam.eu-isoe-west-1.cloud.adc-e.uk',
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackSuffix: 'api.cloud-aws.adc-e.uk',
  },
  {
    id: 'aws-iso-f',
    name: 'ISOF',
    regions: regionList('us-isof-south-1 us-isof-east-1'),
    regionPattern: /^us-isof-[a-z]+-\d+$/,
    iamRegion: 'us-isof-south-1',
    iamHost: 'iam.us-isof-south-1.csp.hci.ic.gov',
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackSuffix: 'api.aws.hci.ic.gov',
  },
];

/** Every region that is known by name, those of the largest partition first. A suggestion, not a limit. */
export const KNOWN_REGIONS: readonly string[] = PARTITIONS.flatMap(({ regions }) => regions);

/** The partition of this id, such as `aws-cn`. */
export function partitionById(id: string | undefined): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}

/** The partition that a region lies in, by its name; `undefined` for a name that fits none. */
export function partitionOfRegion(region: string): Partition | undefined {
  return PARTITIONS.find(
    ({ regions, regionPattern }) => regions.includes(region) || regionPattern.test(region),
  );
}

function regionList(names: string): readonly string[] {
  return names.split(' ');
}
