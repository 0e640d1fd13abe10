/**
 * The condition keys of all services that hold several values ("Value type – Multivalued"), and those of single services that
 * policies of roles use most:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  'kms:resourcealiases',
  'sts:transitivetagkeys',
]);

/** Whether a key holds several values, even when a request carries one. Takes the name in lower case. */
export function isMultivalued(key: string): boolean {
  return KEYS.has(key);
}
