/**
 * The condition keys of all services that hold several values ("Value type – Multivalued"), and of those of single services
 * (whose type is `ArrayOf…`) the ones that policies of roles use most:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
  'cloudformation:resourcetypes',
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  'kms:resourcealiases',
  'lambda:layer',
  'lambda:securitygroupids',
  'lambda:subnetids',
  's3:requestobjecttagkeys',
  'sts:transitivetagkeys',
]);

/** Whether a key holds several values, even when a request carries one. Takes the name in lower case. */
export function isMultivalued(key: string): boolean {
  return KEYS.has(key);
}
