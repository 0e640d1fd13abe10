import { expect, it } from 'vitest';
import { mergeReadings } from './merge-readings.ts';
import { readCliDocument } from './read-cli-document.ts';

const INSTANCE = { InstanceId: 'i-1', Placement: { AvailabilityZone: 'eu-west-1a' } };
const full = readCliDocument(
  { 'ec2 describe-instances --region eu-west-1': { Reservations: [{ Instances: [INSTANCE] }] } },
  { label: 'full.json' },
);
const denied = readCliDocument(
  {
    'ec2 describe-instances --region eu-west-1': {
      error: 'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: no',
    },
    'something else': {},
  },
  { label: 'denied.json' },
);

it('of two files the one that read a list to its end counts, in either order', () => {
  for (const readings of [
    [full, denied],
    [denied, full],
  ]) {
    expect(mergeReadings(readings).inventory.coverage).toMatchObject([{ status: 'complete', records: 1 }]);
  }
});

it('overlapping exports give one instance', () => {
  expect(mergeReadings([full, full, denied]).inventory.instances).toHaveLength(1);
});

it('notes and unused parts of all files are kept, and one file stays as it is', () => {
  expect(mergeReadings([full, denied]).notUsed).toEqual(denied.notUsed);
  expect(mergeReadings([denied])).toBe(denied);
});
