/** What the request in which EC2 assumes a role carries under a condition key. */
export type KeyFact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: string }
  /** Either not sent, or sent with this value. */
  | { readonly kind: 'value-or-absent'; readonly value: string }
  | { readonly kind: 'unknown' };

const ABSENT: KeyFact = { kind: 'absent' };
const UNKNOWN: KeyFact = { kind: 'unknown' };

/**
 * EC2 calls sts:AssumeRole as a service: no person, no organization, no MFA, no external id, no tags stand behind the call.
 * By the "Availability" notes of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const FACTS: ReadonlyMap<string, KeyFact> = new Map<string, KeyFact>([
  ['sts:externalid', ABSENT],
  ['sts:sourceidentity', ABSENT],
  ['sts:transitivetagkeys', ABSENT],
  ['sts:requestcontext', ABSENT],
  ['aws:sourceidentity', ABSENT],
  ['aws:multifactorauthpresent', ABSENT],
  ['aws:multifactorauthage', ABSENT],
  ['aws:tagkeys', ABSENT],
  ['aws:username', ABSENT],
  ['aws:federatedprovider', ABSENT],
  ['aws:assumedroot', ABSENT],
  ['aws:calledvia', ABSENT],
  ['aws:calledviafirst', ABSENT],
  ['aws:calledvialast', ABSENT],
  ['aws:principalarn', ABSENT],
  ['aws:principalaccount', ABSENT],
  ['aws:principalorgid', ABSENT],
  ['aws:principalorgpaths', ABSENT],
  ['aws:principalisawsservice', { kind: 'value', value: 'true' }],
  ['aws:principalservicename', { kind: 'value', value: 'ec2.amazonaws.com' }],
  ['aws:viaawsservice', { kind: 'value-or-absent', value: 'false' }],
  ['aws:securetransport', { kind: 'value-or-absent', value: 'true' }],
]);

/** Prefixes of keys that come with a person or a federated login alone. */
const ABSENT_PREFIXES: readonly string[] = ['aws:principaltag/', 'aws:requesttag/', 'saml:'];

/** Keys that AWS itself defines; whatever has another prefix belongs to a web identity provider. */
const AWS_PREFIXES: readonly string[] = ['aws:', 'sts:', 'ec2:', 'iam:', 'ssm:', 'lambda:', 'identitystore:'];

/** What is known of EC2's request besides the keys that are always the same. */
export interface RequestFacts {
  /** The time of the question, ISO 8601. */
  readonly asOf?: string | undefined;
  /** The account of role and instance, which are always in one. */
  readonly accountId?: string | undefined;
}

/**
 * The fact about one condition key, in any letter case. Keys such as `aws:SourceArn` and `aws:SourceIp` are unknown: AWS
 * doesn't document what EC2 sends there. Nor does it say whether EC2 sends `aws:SourceAccount`; if so, it is the instance's.
 */
export function ec2KeyFact(key: string, { asOf, accountId }: RequestFacts): KeyFact {
  const name = key.toLowerCase();
  if (name === 'aws:sourceaccount') {
    return accountId !== undefined && /^\d{12}$/.test(accountId)
      ? { kind: 'value-or-absent', value: accountId }
      : UNKNOWN;
  }
  if (name === 'aws:currenttime') return asOf === undefined ? UNKNOWN : { kind: 'value', value: asOf };
  if (name === 'aws:epochtime') {
    const millis = asOf === undefined ? Number.NaN : Date.parse(asOf);
    return Number.isNaN(millis) ? UNKNOWN : { kind: 'value', value: String(Math.floor(millis / 1000)) };
  }
  const known = FACTS.get(name);
  if (known !== undefined) return known;
  if (ABSENT_PREFIXES.some((prefix) => name.startsWith(prefix))) return ABSENT;
  return AWS_PREFIXES.some((prefix) => name.startsWith(prefix)) ? UNKNOWN : ABSENT;
}
