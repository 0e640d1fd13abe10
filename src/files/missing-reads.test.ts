import { describe, expect, test } from 'vitest';
import type { JsonObject } from './json-object.ts';
import { missingReads } from './missing-reads.ts';
import { readCliDocument } from './read-cli-document.ts';

function missing(document: JsonObject) {
  return missingReads(readCliDocument(document, { label: 'a.json' }).inventory);
}

function commands(document: JsonObject, need: 'chains' | 'depth'): readonly string[] {
  return missing(document)
    .filter((read) => read.need === need)
    .map((read) => read.command);
}

const IDENTITY = { UserId: 'A', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/mira' };

describe('what is still missing', () => {
  test('comes with its command; what chains are made of comes first', () => {
    const reads = missing({ 'sts get-caller-identity': IDENTITY });
    expect(reads.slice(0, 3).map((read) => [read.need, read.command])).toEqual([
      ['chains', 'aws ec2 describe-regions --output json > describe-regions.json'],
      ['chains', 'aws ec2 describe-instances --output json > describe-instances.json'],
      ['chains', 'aws iam list-instance-profiles --output json > list-instance-profiles.json'],
    ]);
    expect(reads.map((read) => read.call)).not.toContain('sts:GetCallerIdentity');
  });

  test('is asked for in each enabled region that was not read', () => {
    const document: JsonObject = {
      'ec2 describe-regions': {
        Regions: [
          { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
          { RegionName: 'us-east-1' },
          { RegionName: 'ap-east-1', OptInStatus: 'not-opted-in' },
        ],
      },
      'iam list-instance-profiles': { InstanceProfiles: [] },
      'ec2 describe-instances --region eu-west-1': { Reservations: [] },
    };
    expect(commands(document, 'chains')).toEqual([
      'aws ec2 describe-instances --region us-east-1 --output json > describe-instances-us-east-1.json',
    ]);
    expect(commands(document, 'depth')).toContain(
      `aws ec2 describe-launch-template-versions --versions '$Default' '$Latest' --region eu-west-1 --output json > describe-launch-template-versions-eu-west-1.json\n` +
        `aws ec2 describe-launch-template-versions --versions '$Default' '$Latest' --region us-east-1 --output json > describe-launch-template-versions-us-east-1.json`,
    );
  });

  test('says what came of it so far', () => {
    const error = 'An error occurred (AccessDenied) when calling the ListInstanceProfiles operation: no';
    const reads = missing({
      'iam list-instance-profiles': { error },
      'iam list-roles': { Roles: [], IsTruncated: true },
    });
    expect(reads.find((read) => read.call === 'iam:ListInstanceProfiles')?.status).toBe('denied');
    expect(reads.find((read) => read.call === 'iam:ListRoles')?.status).toBe('partial');
  });

  test('is not list-roles where all roles came with their policies', () => {
    const reads = missing({ 'iam get-account-authorization-details': { RoleDetailList: [] } });
    expect(reads.map((read) => read.call)).not.toContain('iam:ListRoles');
  });
});
