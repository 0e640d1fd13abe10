import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, error, FILE, findWith, instances } from '../cli-input.test-data.ts';
import { regionNotEnabled } from './region-not-enabled.ts';

const find = (input: CliInput) => findWith(regionNotEnabled, readCliDocument(input, FILE).inventory);

const refused = error(
  'AuthFailure',
  'DescribeInstances',
  'AWS was not able to validate the provided access credentials',
);

describe('a region that is not enabled', () => {
  it('is a note about the region, whether the regions were listed or another one answered', () => {
    const listed = {
      'ec2 describe-regions --all-regions': {
        Regions: [{ RegionName: 'eu-south-1', OptInStatus: 'not-opted-in' }],
      },
    };
    expect(find({ ...listed, 'ec2 describe-instances --region eu-south-1': refused })[0]).toMatchObject({
      severity: 'info',
      nodeKinds: ['region'],
    });
    expect(find({ ...instances(), 'ec2 describe-instances --region eu-south-1': refused })).toHaveLength(1);
  });

  it('is not concluded when no region answered: then the keys may be wrong', () => {
    expect(find({ 'ec2 describe-instances --region eu-south-1': refused })).toEqual([]);
  });
});
