import { describe, expect, it } from 'vitest';
import { base64Of, readSamlResponse, samlRoleOf } from './saml-response.ts';

const BASE64 = btoa('<Response/>');

function never(): Document {
  throw new Error('not parsed');
}

describe('a SAML response as people copy it', () => {
  it.each([
    ['as it is', BASE64],
    ['over several lines', `${BASE64.slice(0, 6)}\n  ${BASE64.slice(6)}\n`],
    ['with its name in front', `SAMLResponse=${BASE64}`],
    ['out of a form body, escaped', `RelayState=&SAMLResponse=${encodeURIComponent(BASE64)}&x=1`],
    ['out of the developer tools', `SAMLResponse: ${BASE64}`],
    ['out of the source of a page', `<input type="hidden" name="SAMLResponse" value="${BASE64}"/>`],
    ['as XML', '<Response/>'],
  ])('is understood %s', (_name, text) => {
    expect(base64Of(text)).toBe(BASE64);
  });

  it.each([
    ['nothing', '', 'Paste the value'],
    ['words', 'my response', 'not a SAML response'],
    ['another Base64', btoa('hello'), 'not a SAML response'],
    ['half of one', btoa('<samlp:Response><Assertion>'), 'breaks off'],
    ['more than AWS takes', 'A'.repeat(100_001), 'longer than AWS takes'],
  ])('is not taken for %s', (_name, text, words) => {
    const read = readSamlResponse(text, never);
    expect(read.ok ? '' : read.error).toContain(words);
  });

  it('names role and provider in either order', () => {
    const role = 'arn:aws:iam::111122223333:role/audit';
    const provider = 'arn:aws:iam::111122223333:saml-provider/corp';
    const both = { roleArn: role, principalArn: provider };
    expect(samlRoleOf(`${role},${provider}`)).toEqual(both);
    expect(samlRoleOf(`${provider}, ${role}`)).toEqual(both);
    expect(samlRoleOf(role)).toBeUndefined();
  });
});
