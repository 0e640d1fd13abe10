/**
 * An Amazon Resource Name in its parts.
 * `arn:partition:service:region:account:resource`, see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services such as IAM. */
  readonly region: string;
  /** Empty for some services; `aws` for AWS-managed policies; may be masked in files from customers. */
  readonly account: string;
  /** All after the fifth colon, colons included: a path may hold some. */
  readonly resource: string;
  /** `instance-profile`, `role`, `assumed-role`…: the text before the first slash; empty when there is no slash. */
  readonly resourceType: string;
  /** `/` or `/a/b/`. */
  readonly path: string;
  /** The last segment: the bare name. */
  readonly name: string;
}

/** Takes an ARN apart; `undefined` for any text that isn't one. Unknown partitions are fine. */
export function parseArn(text: string): ArnParts | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.trim().split(':');
  const resource = rest.join(':');
  if (
    prefix !== 'arn' ||
    !partition ||
    !service ||
    region === undefined ||
    account === undefined ||
    resource === ''
  ) {
    return undefined;
  }
  const firstSlash = resource.indexOf('/');
  const lastSlash = resource.lastIndexOf('/');
  return {
    partition,
    service,
    region,
    account,
    resource,
    resourceType: firstSlash === -1 ? '' : resource.slice(0, firstSlash),
    path: firstSlash === -1 ? '/' : resource.slice(firstSlash, lastSlash + 1),
    name: resource.slice(lastSlash + 1),
  };
}

/** The partition of an ARN without taking the rest apart: for long lists. `undefined` for a text that can't be an ARN. */
export function arnPartition(text: string): string | undefined {
  if (text.startsWith('arn:aws:')) return 'aws';
  if (!text.startsWith('arn:')) return undefined;
  const end = text.indexOf(':', 4);
  return end > 4 ? text.slice(4, end) : undefined;
}

/** The text behind the last slash: the bare name at the end of an ARN or of a path. All of it where there is none. */
export function bareName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}
