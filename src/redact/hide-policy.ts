import type { JsonValue } from '../base/json.ts';
import { decodeDocument, isPolicyObject, type PolicyObject } from '../policy/decode-document.ts';
import { isAwsValue, isServiceHost, ownTagPrefix } from './aws-own.ts';
import { arnOf, userIdOf, valueOf } from './hide-arn.ts';
import { accountOf, addressOf, type Hiding, idOf, nameOf } from './hiding.ts';

/**
 * A policy document, in whatever wrapping it came, as an object under pseudonyms. One that nobody can read becomes another that
 * can't be read for the same reason.
 */
export function policyOf(hiding: Hiding, document: JsonValue): JsonValue {
  if (hiding.kinds.size === 0) return document;
  const policy = decodeDocument(document);
  return policy.ok ? objectOf(hiding, policy.value, '') : unreadable(document, policy.error);
}

function unreadable(document: JsonValue, why: string): JsonValue {
  if (typeof document !== 'string') {
    if (Array.isArray(document)) return [];
    return typeof document === 'number' ? 0 : document;
  }
  if (document.trim() === '') return document;
  if (why.includes('percent')) return why.includes('not correctly') ? '%7B%22hidden%22%' : 'hidden';
  const json = tryParse(document);
  return json === undefined ? 'hidden' : JSON.stringify(unreadable(json, why));
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** What is said under a key, which tells what it can be. `within` is the key of the object around it, in lower case. */
function fieldOf(hiding: Hiding, key: string, value: JsonValue, within: string): JsonValue {
  const name = key.toLowerCase();
  switch (name) {
    case 'version':
    case 'effect':
    case 'action':
    case 'notaction':
    case 'service':
      return value;
    case 'statement':
      return mapTexts(
        value,
        (text) => nameOf(hiding, text),
        (object) => objectOf(hiding, object, ''),
      );
    case 'principal':
    case 'notprincipal':
      return mapTexts(
        value,
        (text) => principalOf(hiding, text),
        (object) => objectOf(hiding, object, name),
      );
    case 'resource':
    case 'notresource':
      return mapTexts(
        value,
        (text) => valueOf(hiding, text),
        (object) => objectOf(hiding, object, name),
      );
    case 'condition':
      return isPolicyObject(value)
        ? mapFields(value, (operator, tests) => [operator, conditionOf(hiding, operator, tests)])
        : mapTexts(
            value,
            (text) => nameOf(hiding, text),
            (object) => objectOf(hiding, object, name),
          );
    default:
      if (within === 'principal' || within === 'notprincipal') {
        return mapTexts(
          value,
          (text) => principalOf(hiding, text),
          (object) => objectOf(hiding, object, ''),
        );
      }
      return mapTexts(
        value,
        (text) => valueOf(hiding, text),
        (object) => objectOf(hiding, object, ''),
      );
  }
}

const KEYS =
  /^(?:version|id|sid|statement|effect|(?:not)?(?:action|principal|resource)|condition|aws|service|federated|canonicaluser)$/i;

function objectOf(hiding: Hiding, object: PolicyObject, within: string): PolicyObject {
  return mapFields(object, (key, value) => [
    KEYS.test(key) ? key : nameOf(hiding, key),
    fieldOf(hiding, key, value, within),
  ]);
}

function principalOf(hiding: Hiding, principal: string): string {
  if (/^\s*\d{12}\s*$/.test(principal)) return accountOf(hiding, principal.trim());
  return valueOf(hiding, principal.trim());
}

function conditionOf(hiding: Hiding, operator: string, tests: JsonValue): JsonValue {
  if (!isPolicyObject(tests))
    return mapTexts(
      tests,
      (text) => nameOf(hiding, text),
      (object) => object,
    );
  return mapFields(tests, (key, values) => [
    conditionKeyOf(hiding, key),
    mapTexts(
      values,
      (text) => conditionValueOf(hiding, operator, key, text),
      (object) => objectOf(hiding, object, ''),
    ),
  ]);
}

/** `aws:PrincipalTag/team`, `oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub`: a key may end in somebody's word. */
function conditionKeyOf(hiding: Hiding, key: string): string {
  const tag = /^([a-z0-9-]+:\w*tag\/)(.+)$/i.exec(key);
  if (tag) return (tag[1] ?? '') + tagKeyOf(hiding, tag[2] ?? '');
  const issuer = /^([^:/]*\.[^:/]*)(?:\/([^:]*))?(:\w+)$/.exec(key);
  if (!issuer) return /^[a-z0-9-]+:[\w/]+$/i.test(key) ? key : nameOf(hiding, key);
  const [, host = '', path, claim = ''] = issuer;
  const hidden = isServiceHost(host) || host.startsWith('oidc.eks.') ? host : nameOf(hiding, host);
  return hidden + (path === undefined ? '' : `/${issuerPath(hiding, path)}`) + claim;
}

function issuerPath(hiding: Hiding, path: string): string {
  return path.startsWith('id/') ? `id/${idOf(hiding, path.slice(3))}` : nameOf(hiding, path);
}

function conditionValueOf(hiding: Hiding, operator: string, key: string, value: string): string {
  const name = key.toLowerCase();
  if (/^(?:numeric|date|bool|null)|:(?:numeric|date|bool|null)/i.test(operator)) return value;
  if (name.endsWith('account'))
    return /^\d{12}$/.test(value) ? accountOf(hiding, value) : nameOf(hiding, value);
  if (/ipaddress/i.test(operator) || name.endsWith('sourceip')) return addressOf(hiding, value);
  if (name.endsWith('tagkeys')) return tagKeyOf(hiding, value);
  if (/tag\//.test(name)) return valueOf(hiding, value, 'tags');
  if (name === 'aws:userid') return userIdOf(hiding, value);
  if (value.startsWith('arn:')) return arnOf(hiding, value);
  if (/^(?:ec2|aws|iam|sts):/.test(name) && isAwsValue(value)) return value;
  return valueOf(hiding, value);
}

/** Keys of AWS and Kubernetes stay, as rules tell by them what an instance belongs to. */
export function tagKeyOf(hiding: Hiding, key: string): string {
  const own = ownTagPrefix(key);
  return own + (own === key ? '' : nameOf(hiding, key.slice(own.length), 'tags'));
}

function mapTexts(
  value: JsonValue,
  text: (text: string) => string,
  object: (object: PolicyObject) => JsonValue,
): JsonValue {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && value >= 1e11) return text(String(value));
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((item) => mapTexts(item, text, object));
  return isPolicyObject(value) ? object(value) : value;
}

function mapFields(
  object: PolicyObject,
  map: (key: string, value: JsonValue) => readonly [string, JsonValue],
): PolicyObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => map(key, value)));
}

/** Any JSON that AWS gave besides policies, such as a decoded refusal: keys stay, texts are taken by what they look like. */
export function jsonOf(hiding: Hiding, value: JsonValue): JsonValue {
  if (isAwsValue(String(value))) return value;
  return mapTexts(
    value,
    (text) => (isAwsValue(text) ? text : valueOf(hiding, text)),
    (object) => mapFields(object, (key, inner) => [key, key === 'action' ? inner : jsonOf(hiding, inner)]),
  );
}
