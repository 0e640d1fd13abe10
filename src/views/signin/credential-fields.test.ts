import { expect, test } from 'vitest';
import { toIsoTime } from '../../inventory/ids.ts';
import { credentialsIn, type FieldTexts, fieldProblems } from './credential-fields.ts';

const GOOD: FieldTexts = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'not-a-real-secret',
  sessionToken: 'not-a-real-token',
  region: 'eu-west-1',
};

test('a complete set has no problem, and neither has one without a region', () => {
  expect(fieldProblems(GOOD)).toEqual({});
  expect(fieldProblems({ ...GOOD, region: '' })).toEqual({});
});

test('each missing field is named', () => {
  const problems = fieldProblems({ accessKeyId: ' ', secretAccessKey: '', sessionToken: '', region: '' });
  expect(problems).toEqual({
    accessKeyId: 'The access key ID is missing.',
    secretAccessKey: 'The secret access key is missing.',
  });
});

test('temporary keys without their token are refused before any call', () => {
  expect(fieldProblems({ ...GOOD, sessionToken: '' }).sessionToken).toContain('session token');
  expect(fieldProblems({ ...GOOD, accessKeyId: 'AKIAEXAMPLE', sessionToken: '' })).toEqual({});
});

test('no problem repeats what was typed', () => {
  const typed = {
    accessKeyId: 'ASIA X',
    secretAccessKey: 'top secret',
    sessionToken: 'to ken',
    region: 'Mars!',
  };
  const said = Object.values(fieldProblems(typed)).join(' ');
  expect(Object.keys(fieldProblems(typed))).toHaveLength(4);
  for (const value of Object.values(typed)) expect(said).not.toContain(value);
});

test('spaces around a field are taken off', () => {
  expect(credentialsIn({ ...GOOD, accessKeyId: ' ASIAEXAMPLE\n' }, undefined).accessKeyId).toBe(
    'ASIAEXAMPLE',
  );
});

test('the expiry of a paste is kept only while its access key stands in the field', () => {
  const pasted = {
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'x',
    expiration: toIsoTime('2030-01-01T00:00:00Z'),
  };
  expect(credentialsIn(GOOD, pasted).expiration).toBe('2030-01-01T00:00:00Z');
  expect(credentialsIn({ ...GOOD, accessKeyId: 'ASIAOTHER' }, pasted).expiration).toBeUndefined();
});
