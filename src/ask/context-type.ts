/** IAM API `ContextKeyTypeEnum`, of which those that people type. */
export type ContextType = 'string' | 'stringList' | 'numeric' | 'boolean' | 'ip' | 'date';

/**
 * Types of the global condition keys that are not strings, and of a few of S3's:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const TYPES: ReadonlyMap<string, ContextType> = new Map<string, ContextType>([
  ['aws:sourceip', 'ip'],
  ['aws:vpcsourceip', 'ip'],
  ['aws:ec2instancesourceprivateipv4', 'ip'],
  ['aws:currenttime', 'date'],
  ['aws:epochtime', 'date'],
  ['aws:tokenissuetime', 'date'],
  ['aws:multifactorauthage', 'numeric'],
  ['s3:max-keys', 'numeric'],
  ['s3:signatureage', 'numeric'],
  ['aws:multifactorauthpresent', 'boolean'],
  ['aws:securetransport', 'boolean'],
  ['aws:viaawsservice', 'boolean'],
  ['aws:principalisawsservice', 'boolean'],
  ['aws:calledvia', 'stringList'],
  ['aws:principalorgpaths', 'stringList'],
  ['aws:resourceorgpaths', 'stringList'],
  ['aws:tagkeys', 'stringList'],
]);

/** The type that AWS's simulator is told for a condition key; several values are a list of strings. */
export function contextType(key: string, values: readonly string[]): ContextType {
  const known = TYPES.get(key.toLowerCase());
  if (known !== undefined) return known;
  if (values.length > 1) return 'stringList';
  return /^(?:true|false)$/.test(values[0] ?? '') ? 'boolean' : 'string';
}

/** The values that a person typed for a key: separated by commas or line ends. */
export function readContextValues(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
