import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

function failure(text: string) {
  const parsed = parseJson(text);
  return parsed.ok ? undefined : parsed.error;
}

describe('a text that is no JSON says what it is', () => {
  it.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['\uFEFF', 'empty'],
    ['-------------\n|  DescribeInstances  |\n', 'other-output'],
    ['|  DescribeInstances  |\n', 'other-output'],
    ['Reservations:\n- Groups: []\n', 'other-output'],
    ['- InstanceId: i-1\n', 'other-output'],
    ['RESERVATIONS\t111122223333\tr-1\n', 'other-output'],
    ['{"Reservations": [{"Instances": [{"Inst', 'cut-off'],
    ['{"Reservations": ["', 'cut-off'],
    ['{"a": 1,}', 'not-json'],
    ['hello', 'not-json'],
    ['An error occurred (AccessDenied) when calling the ListRoles operation: no', 'error-text'],
    ['Unable to locate credentials. You can configure credentials by running "aws configure".', 'error-text'],
  ])('%j', (text, kind) => {
    expect(failure(text)?.kind).toBe(kind);
  });

  it('and names the command that gives JSON', () => {
    expect(failure('|  DescribeInstances  |')?.remedy).toContain('--output json');
  });
});

it('a byte-order mark and Windows line ends do no harm', () => {
  expect(parseJson('\uFEFF{\r\n"a": 1\r\n}\r\n')).toEqual({ ok: true, value: { a: 1 } });
});

it('nesting is bounded before anything walks it, and brackets in text do not count', () => {
  expect(failure('['.repeat(100_000) + ']'.repeat(100_000))?.kind).toBe('too-deep');
  expect(failure('{"a":'.repeat(65) + '1' + '}'.repeat(65))?.kind).toBe('too-deep');
  expect(parseJson(JSON.stringify('[{"\\"'.repeat(1000))).ok).toBe(true);
});
