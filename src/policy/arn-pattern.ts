import type { ResolvedText } from './policy-variable.ts';
import type { Truth } from './truth.ts';
import { literalText, matchesPattern, patternsOverlap } from './wildcard.ts';

/** Whether each of the six parts of an ARN matches the pattern's part: no wildcard reaches over a colon before the fifth. */
export function matchesArnParts(pattern: string, arn: string): boolean {
  const parts = splitArn(arn);
  const patterns = splitArn(pattern);
  return (
    patterns.length === parts.length && patterns.every((each, at) => matchesPattern(each, parts[at] ?? ''))
  );
}

/**
 * Whether a value of `Resource` covers what a request asks for. A request for many things at once (`arn:aws:s3:::logs/*`) is
 * covered when each of them is, and undecided when some may be. A wildcard that would have to reach over a colon is undecided,
 * unless it ends the pattern: "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond
 * colon boundaries", and AWS does not say how the rest is then compared.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function coversArn(wanted: ResolvedText, resource: string): Truth {
  switch (wanted.kind) {
    case 'null':
      return 'no';
    case 'unknown':
      return mayCover(wanted.widest, resource);
    case 'text':
      return matchResource(wanted.pattern, resource);
  }
}

/**
 * The same for a value of `NotResource`. With a variable without value it "will not match any resource", says AWS of `Resource`
 * and `NotResource` alike: whether such a statement covers all resources, as the words are, or none, stays open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function exceptsArn(wanted: ResolvedText, resource: string): Truth {
  return wanted.kind === 'null' ? mayCover(wanted.widest, resource) : coversArn(wanted, resource);
}

function mayCover(widest: string, resource: string): Truth {
  return matchResource(widest, resource) === 'no' ? 'no' : 'unknown';
}

/** AWS takes policy variables in the last part of an ARN alone, and doesn't say what becomes of others. */
export function hasMisplacedVariable(pattern: string): boolean {
  return pattern.startsWith('arn:') && splitArn(pattern).slice(0, 5).join(':').includes('${');
}

function matchResource(pattern: string, resource: string): Truth {
  if (/^\*+$/.test(pattern)) return 'yes';
  // The action takes no resource: a statement on some resource doesn't speak of it.
  if (resource === '*') return 'no';
  const text = literalText(resource);
  if (!resource.includes('*')) return matchOne(pattern, text);
  if (!patternsOverlap(pattern, resource.replaceAll('?', literalText('?')))) return 'no';
  return !pattern.includes('?') && matchOne(pattern, text) === 'yes' ? 'yes' : 'unknown';
}

function matchOne(pattern: string, text: string): Truth {
  if (pattern.startsWith('arn:') && matchesArnParts(padded(pattern), text)) return 'yes';
  const isShort = splitArn(pattern).length < 6;
  return matchesPattern(pattern, text) || (isShort && matchesPattern(`${pattern}:*`, text))
    ? 'unknown'
    : 'no';
}

/** `arn:aws:s3:*` is `arn:aws:s3:*:*:*`. */
function padded(pattern: string): string {
  const missing = pattern.endsWith('*') ? 6 - splitArn(pattern).length : 0;
  return pattern + ':*'.repeat(missing);
}

function splitArn(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
