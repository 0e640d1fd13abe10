import { fail, ok, type Result } from '../../base/result.ts';

/** A role that a SAML response allows, with the provider in IAM that vouches for it. */
export interface SamlRole {
  readonly roleArn: string;
  readonly principalArn: string;
}

export interface SamlResponse {
  /** The response in Base64, as STS takes it. A secret for as long as it is valid. */
  readonly response: string;
  readonly roles: readonly SamlRole[];
}

/** AWS takes up to 100,000 characters. */
const LONGEST = 100_000;
const BROKEN = 'This is not a whole SAML response: its XML breaks off or is damaged. Copy it again.';
const WHOLE = /<\/(?:[\w.-]+:)?Response>\s*$|^\s*<(?:[\w.-]+:)?Response[^<]*\/>\s*$/;
const ROLE_ATTRIBUTE = 'https://aws.amazon.com/SAML/Attributes/Role';
const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const ROLE = /^arn:[a-z0-9-]+:iam::\d{12}:role\/\S+$/;
const PROVIDER = /^arn:[a-z0-9-]+:iam::\d{12}:saml-provider\/\S+$/;

/**
 * Reads what a person copied of a sign-in at an identity provider: the value of the form field `SAMLResponse`, with its name in
 * front or not, in Base64, with URL escapes or not, or the XML itself. Gives why it can't be used as a sentence that repeats
 * nothing of it. The attribute of roles:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function readSamlResponse(
  text: string,
  parseXml: (xml: string) => Document = parseWithBrowser,
): Result<SamlResponse, string> {
  const response = base64Of(text);
  if (response === '') return fail('Paste the value of SAMLResponse here.');
  if (response.length > LONGEST) return fail('This is longer than AWS takes: 100,000 characters.');
  const xml = decode(response);
  if (!xml?.includes('<')) return fail('This is not a SAML response: it is not XML in Base64.');
  // Looked at before the parser sees it: its page of errors has inline styles, which the policy of our page reports.
  if (!WHOLE.test(xml)) return fail(BROKEN);
  const document = parseXml(xml);
  if (document.getElementsByTagName('parsererror').length > 0) {
    return fail(BROKEN);
  }
  const roles = rolesIn(document);
  if (roles.length > 0) return ok({ response, roles });
  return document.getElementsByTagNameNS(ASSERTION, 'EncryptedAssertion').length > 0
    ? fail('The assertion is encrypted, so Rolewire can’t read which roles it allows.')
    : fail(`The response names no role of AWS: it has no attribute ${ROLE_ATTRIBUTE}.`);
}

/** The two ARNs of an attribute value, which come in either order. */
export function samlRoleOf(value: string): SamlRole | undefined {
  const arns = value.split(',').map((part) => part.trim());
  const roleArn = arns.find((arn) => ROLE.test(arn));
  const principalArn = arns.find((arn) => PROVIDER.test(arn));
  return roleArn !== undefined && principalArn !== undefined ? { roleArn, principalArn } : undefined;
}

/** The Base64 of the response, whichever way it was copied. */
export function base64Of(text: string): string {
  const trimmed = text.trim();
  if (/^<(?!input)/i.test(trimmed)) return encode(trimmed);
  const value = NAMED.exec(trimmed)?.[1] ?? trimmed;
  const unescaped = /%[0-9a-f]{2}/i.test(value) ? value.replace(/%([0-9a-f]{2})/gi, fromHex) : value;
  return unescaped.replace(/\s+/g, '');
}

/** `SAMLResponse=…`, `SAMLResponse: …`, `name="SAMLResponse" value="…"`. */
const NAMED = /(?:^|[?&\s"'])SAMLResponse["']?\s*(?:[=:]|\svalue=)\s*["']?([^&"'\s]+)/;

function rolesIn(document: Document): readonly SamlRole[] {
  const attributes = [...document.getElementsByTagNameNS(ASSERTION, 'Attribute')];
  const values = attributes
    .filter((attribute) => attribute.getAttribute('Name') === ROLE_ATTRIBUTE)
    .flatMap((attribute) => [...attribute.getElementsByTagNameNS(ASSERTION, 'AttributeValue')]);
  return values.flatMap((value) => samlRoleOf(value.textContent ?? '') ?? []);
}

function parseWithBrowser(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'application/xml');
}

function decode(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function encode(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function fromHex(_escape: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
