import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { PARTITIONS } from '../base/partitions.ts';

/** What the AWS SDK itself makes of each region, without a network: the partition table must say the same. */

interface Variant {
  readonly fips?: boolean;
  readonly dualStack?: boolean;
}
const CLIENTS = { sts: STSClient, iam: IAMClient, ec2: EC2Client, autoscaling: AutoScalingClient } as const;

function resolve(service: keyof typeof CLIENTS, region: string, { fips, dualStack }: Variant = {}) {
  const client = new CLIENTS[service]({ region });
  const endpoint = client.config.endpointProvider({ Region: region, UseFIPS: fips, UseDualStack: dualStack });
  const [scheme] = (endpoint.properties?.['authSchemes'] ?? []) as readonly { signingRegion?: string }[];
  return { host: endpoint.url.host, signingRegion: scheme?.signingRegion ?? region };
}

const EVERY_REGION = PARTITIONS.flatMap((partition) =>
  partition.regions.map((region) => [partition.id, region, partition] as const),
);

describe('the hosts of a partition', () => {
  it.each(EVERY_REGION)('%s: %s has regional hosts under its suffixes', (_id, region, partition) => {
    for (const service of ['sts', 'ec2', 'autoscaling'] as const) {
      expect(resolve(service, region)).toEqual({
        host: `${service}.${region}.${partition.dnsSuffix}`,
        signingRegion: region,
      });
      expect(resolve(service, region, { dualStack: true }).host).toBe(
        `${service}.${region}.${partition.dualStackSuffix}`,
      );
      expect(resolve(service, region, { fips: true }).host).toMatch(
        new RegExp(`^${service}(-fips)?\\.${region}\\.${partition.dnsSuffix}$`),
      );
    }
  });

  it.each(EVERY_REGION)(
    '%s: asked in %s, IAM has one host and one signing region',
    (_id, region, partition) => {
      expect(resolve('iam', region)).toEqual({ host: partition.iamHost, signingRegion: partition.iamRegion });
      for (const variant of [{ fips: true }, { dualStack: true }, { fips: true, dualStack: true }]) {
        const { host, signingRegion } = resolve('iam', region, variant);
        expect(signingRegion).toBe(partition.iamRegion);
        expect(
          [partition.dnsSuffix, partition.dualStackSuffix].some((suffix) => host.endsWith(`.${suffix}`)),
        ).toBe(true);
      }
    },
  );
});
