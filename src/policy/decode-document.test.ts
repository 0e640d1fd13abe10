import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { decodeDocument } from './decode-document.ts';

const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] };
const TEXT = JSON.stringify(POLICY);

describe('a policy document is read', () => {
  test.each([
    ['as an object', POLICY],
    ['as JSON text', TEXT],
    ['as pretty JSON text with a byte-order mark', `\uFEFF${JSON.stringify(POLICY, null, 2)}`],
    ['percent-encoded, as the IAM API gives it', encodeURIComponent(TEXT)],
    ['percent-encoded with the braces left alone', encodeURIComponent(TEXT).replaceAll('%7B', '{')],
    ['with quotes as &#34;', TEXT.replaceAll('"', '&#34;')],
    ['with quotes as &quot;', TEXT.replaceAll('"', '&quot;')],
    ['with quotes as &#x22;', TEXT.replaceAll('"', '&#x22;')],
  ])('%s', (_, document) => {
    expect(decodeDocument(document)).toEqual({ ok: true, value: POLICY });
  });

  test('exactly once, so that encoded text inside a policy stays as it is', () => {
    const policy = { Statement: [{ Sid: 'a%20b &amp;quot; %7B%22' }] };
    expect(decodeDocument(JSON.stringify(policy))).toEqual({ ok: true, value: policy });
    expect(decodeDocument(encodeURIComponent(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
    const escaped = JSON.stringify({ Sid: 'x & "y"' }).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    expect(decodeDocument(escaped)).toEqual({ ok: true, value: { Sid: 'x & "y"' } });
  });

  test.each([
    ['half a percent sign', '%7B%22Version%22%', /percent-encoded, but not correctly/],
    ['cut-off JSON', TEXT.slice(0, 30), /not JSON/],
    ['a list', '[1]', /is a list/],
    ['a number', 7, /is a number/],
    ['nothing', null, /no document/],
    ['empty text', ' ', /empty/],
  ])('or says why not: %s', (_, document, why) => {
    expect(decodeDocument(document)).toEqual({ ok: false, error: expect.stringMatching(why) });
  });

  test('never by throwing, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.string().map(encodeURI)), (value) => {
        expect(decodeDocument(value as JsonValue)).toHaveProperty('ok');
      }),
    );
  });
});
