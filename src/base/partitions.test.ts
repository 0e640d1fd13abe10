import { describe, expect, it } from 'vitest';
import { KNOWN_REGIONS, PARTITIONS, partitionById, partitionOfRegion } from './partitions.ts';

describe('the partition of a region', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['ap-southeast-6', 'aws'],
    ['eu-polar-9', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-east-1', 'aws-iso-f'],
  ])('of %s is %s, also for regions that are newer than this build', (region, id) => {
    expect(partitionOfRegion(region)?.id).toBe(id);
  });

  it('is not known for names that are no region', () => {
    for (const text of ['', 'Ireland', 'us-east', 'us-east-1.evil.example', 'us-gov', 'xx-north-1']) {
      expect(partitionOfRegion(text)).toBeUndefined();
    }
  });

  it('is one alone for every region, and each partition is found by its id', () => {
    for (const region of KNOWN_REGIONS) {
      const fits = PARTITIONS.filter((one) => one.regionPattern.test(region));
      expect([region, fits.map(({ id }) => id)]).toEqual([region, [partitionOfRegion(region)?.id]]);
    }
    for (const one of PARTITIONS) expect(partitionById(one.id)).toBe(one);
    expect(partitionById('aws-moon')).toBeUndefined();
    expect(partitionById(undefined)).toBeUndefined();
  });

  it('signs IAM in a region of its own', () => {
    for (const { regions, iamRegion } of PARTITIONS) expect(regions).toContain(iamRegion);
  });
});
