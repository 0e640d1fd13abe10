/**
 * AWS CLI commands that a person may paste into a POSIX shell: right partition, region, quoting and bare names.
 * Placeholders such as `<role-name>` come out quoted, so that a shell never takes them for a redirection.
 */

/** A command's flags in order; `true` is a flag without a value, `undefined` leaves the flag out. */
export type Flags = Readonly<Record<string, string | true | undefined>>;

/** IAM is one per partition, but outside `aws` the CLI finds its endpoint only by a region of that partition. */
const IAM_REGION: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
};

const SAFE_WORD = /^(?:Name=)?[\w./:][\w./:-]*$/;

/** One shell word: as it is when that is surely safe, else in single quotes. */
export function quoteWord(text: string): string {
  return SAFE_WORD.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `aws iam …` for an account of the partition; `undefined` means the commercial one. */
export function iamCommand(partition: string | undefined, command: string, flags: Flags): string {
  const region = partition === undefined ? undefined : IAM_REGION[partition];
  return formatCommand(`iam ${command}`, flags, region);
}

/** A command of a regional service: `ec2 describe-instances`. Without a region the caller's own default holds. */
export function regionalCommand(region: string | undefined, command: string, flags: Flags): string {
  return formatCommand(command, flags, region);
}

/** An ARN of IAM, always in the partition it belongs to. The path is `/` or `/a/b/`. */
export function iamArn(
  partition: string | undefined,
  accountId: string | undefined,
  type: 'role' | 'instance-profile' | 'policy',
  name: string,
  path = '/',
): string {
  return `arn:${partition ?? 'aws'}:iam::${accountId ?? '<account-id>'}:${type}${path}${name}`;
}

function formatCommand(command: string, flags: Flags, region: string | undefined): string {
  let line = `aws ${command}`;
  for (const flag of Object.keys(flags)) line += flagWord(flag, flags[flag]);
  return line + flagWord('region', region);
}

function flagWord(flag: string, value: string | true | undefined): string {
  if (value === undefined) return '';
  if (value === true) return ` --${flag}`;
  // A name may begin with a hyphen; the CLI would take it for another flag.
  return value.startsWith('-') ? ` --${flag}=${quoteWord(value)}` : ` --${flag} ${quoteWord(value)}`;
}
