import { expect, test } from 'vitest';
import type { AskedField } from '../../ask/asked-field.ts';
import { fieldsWords } from './fields-words.ts';

const FIELDS: readonly AskedField[] = [
  { kind: 'actions', label: 'Action', placeholder: '' },
  { kind: 'resource', label: 'Resource', placeholder: '' },
];
const EMPTY = { actions: 'Name an action.', resource: 'Name a resource.' };

test('an answer that waits for fields says which are empty', () => {
  expect(fieldsWords(FIELDS, {}, EMPTY)).toBe('Fill in “Action” and “Resource”.');
  expect(fieldsWords(FIELDS, { actions: 's3:GetObject' }, { resource: EMPTY.resource })).toBe(
    'Fill in “Resource”.',
  );
});

test('what is wrong in a field is told before what is empty', () => {
  const problems = { ...EMPTY, resource: 'This is no ARN.' };
  expect(fieldsWords(FIELDS, { resource: 'x' }, problems)).toBe('Resource: This is no ARN.');
});
