import { expect, test } from 'vitest';
import { failureTexts } from './failure-texts.ts';

const REFUSED =
  'Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name';

test('finds why launches failed in scaling activities, stack events and node groups, each text once', () => {
  expect(failureTexts({ Activities: [{ StatusMessage: REFUSED }, { StatusMessage: REFUSED }, {}] })).toEqual([
    REFUSED,
  ]);
  expect(failureTexts({ StackEvents: [{ ResourceStatusReason: REFUSED }] })).toEqual([REFUSED]);
  expect(failureTexts({ nodegroup: { health: { issues: [{ message: REFUSED }] } } })).toEqual([REFUSED]);
});

test('leaves other texts and other fields alone', () => {
  expect(
    failureTexts({ Activities: [{ StatusMessage: 'Instance is stopping', Description: REFUSED }] }),
  ).toEqual([]);
  expect(failureTexts(REFUSED)).toEqual([]);
  expect(failureTexts(null)).toEqual([]);
});
