import { parseArn } from '../base/arn.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** A bucket, or an access point to one. */
export interface BucketPlace {
  /** Of the bucket or access point. */
  readonly arn: string;
  /** What stands before the key in the ARN of an object. */
  readonly objects: string;
  /** The key or prefix that was given along, without a leading slash. */
  readonly key: string;
  /** The bare bucket name; of an access point its name. */
  readonly name: string;
  /** Only the ARN of an access point says whose it is. */
  readonly account?: string | undefined;
}

/**
 * A bucket in whatever form people have it at hand: its name, `s3://bucket/prefix`, an ARN of bucket, object or access point,
 * or an address of S3 or of its console. The error is a sentence.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function readBucket(text: string, partition: string): Result<BucketPlace, string> {
  const typed = text.trim();
  if (typed === '') return fail('Name a bucket.');
  if (/[{}$]/.test(typed)) return fail('Put a real name in place of the variable.');
  if (typed.startsWith('arn:')) return readS3Arn(typed);
  if (/^https?:/i.test(typed)) return readAddress(typed, partition);
  const [name = '', ...rest] = typed.replace(/^s3[an]?:\/\//i, '').split('/');
  return named(name, rest.join('/'), partition);
}

function readS3Arn(text: string): Result<BucketPlace, string> {
  const arn = parseArn(text);
  if (arn === undefined)
    return fail('This is no whole ARN. One of a bucket looks like arn:aws:s3:::my-bucket.');
  if (arn.service !== 's3') return fail(`This is an ARN of ${arn.service}, not of S3.`);
  if (arn.resource.startsWith('accesspoint')) return readAccessPoint(text);
  const [name = '', ...rest] = arn.resource.split('/');
  return named(name, rest.join('/'), arn.partition);
}

/** `arn:aws:s3:region:account:accesspoint/name/object/key` */
function readAccessPoint(text: string): Result<BucketPlace, string> {
  const match = /^(arn:[^:]+:s3:[^:]*:(\d{12}):accesspoint[/:]([^/:]+))(?:\/object\/(.*))?$/.exec(text);
  if (!match) return fail('An access point looks like arn:aws:s3:eu-west-1:111122223333:accesspoint/name.');
  const [, arn = '', account, name = '', key = ''] = match;
  return ok({ arn, objects: `${arn}/object/`, key, name, account });
}

const PATH_STYLE = /^s3[.-](?:[\w.-]*\.)?amazonaws\.com(?:\.cn)?$/;
const HOST_STYLE = /^(.+?)\.s3[.-](?:[\w.-]*\.)?amazonaws\.com(?:\.cn)?$/;

function readAddress(text: string, partition: string): Result<BucketPlace, string> {
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    return fail('This address cannot be read.');
  }
  const path = decode(address.pathname).replace(/^\//, '');
  const console = /^s3\/(?:buckets|object)\/([^/?]+)/.exec(path);
  if (console?.[1] !== undefined && /console\./.test(address.host)) {
    return named(console[1], address.searchParams.get('prefix') ?? '', partition);
  }
  const hosted = HOST_STYLE.exec(address.host)?.[1];
  if (hosted !== undefined) return named(hosted, path, partition);
  if (!PATH_STYLE.test(address.host)) return fail(`${address.host} is no host of S3.`);
  const [name = '', ...rest] = path.split('/');
  return named(name, rest.join('/'), partition);
}

function named(name: string, key: string, partition: string): Result<BucketPlace, string> {
  if (name.endsWith('-s3alias')) {
    return fail(
      'This is the alias of an access point. Policies name it by its ARN: aws s3control get-access-point tells it.',
    );
  }
  if (/[A-Z_]/.test(name)) return fail('Names of buckets have no capitals and no underscores.');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    return fail('A bucket has 3 to 63 lower-case letters, digits, dots and hyphens.');
  }
  const arn = `arn:${partition}:s3:::${name}`;
  return ok({ arn, objects: `${arn}/`, key, name });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A KMS key, by the only name that the resources of policies know it by. */
export interface KeyPlace {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/**
 * A KMS key by its ARN. An alias tells nobody which key it stands for, today or tomorrow, so the answer would be a guess.
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function readKmsKey(text: string): Result<KeyPlace, string> {
  const typed = text.trim();
  const alias = /(?:^|:)(alias\/[\w/-]+)$/.exec(typed)?.[1];
  if (alias !== undefined) {
    return fail(
      `Policies name the key behind an alias, so an alias alone cannot tell. Get the ARN: aws kms describe-key --key-id ${alias} --query KeyMetadata.Arn`,
    );
  }
  const match = /^arn:[^:]+:kms:([a-z0-9-]+):(\d{12}):key\/[\w-]+$/.exec(typed);
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return ok({ arn: typed, region: match[1], account: match[2] });
  }
  if (/^(?:mrk-)?[0-9a-f-]{32,}$/i.test(typed)) {
    return fail('A bare key ID leaves account and region open. Give the whole ARN of the key.');
  }
  return fail('A KMS key looks like arn:aws:kms:eu-west-1:111122223333:key/1234abcd-….');
}

/** An ECR repository: its ARN, or where an image is pulled from. */
export interface RepositoryPlace {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** `111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2`, or `arn:aws:ecr:…:repository/team/app`. */
export function readRepository(text: string, partition: string): Result<RepositoryPlace, string> {
  const typed = text.trim().replace(/^(?:https?|docker):\/\//, '');
  const arn = /^arn:[^:]+:ecr:([a-z0-9-]+):(\d{12}):repository\/[\w./-]+$/.exec(typed);
  if (arn?.[1] !== undefined && arn[2] !== undefined)
    return ok({ arn: typed, region: arn[1], account: arn[2] });
  const image = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.[\w.]+\/([a-z0-9._/-]+?)(?:[:@].*)?$/.exec(
    typed,
  );
  if (image?.[1] !== undefined && image[2] !== undefined && image[3] !== undefined) {
    const [, account, region, name] = image;
    return ok({ arn: `arn:${partition}:ecr:${region}:${account}:repository/${name}`, region, account });
  }
  return fail('A repository looks like 111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app.');
}

/** A log group by ARN, or by name in an account and region. Its streams are `…:log-stream:…` beneath it. */
export function readLogGroup(
  text: string,
  home: { readonly partition: string; readonly account: string; readonly region: string },
): Result<{ readonly arn: string }, string> {
  const typed = text.trim();
  const arn = /^(arn:[^:]+:logs:[a-z0-9-]+:\d{12}:log-group:[\w./#-]+)(?::\*)?$/.exec(typed)?.[1];
  if (arn !== undefined) return ok({ arn });
  if (/^[\w./#-]{1,512}$/.test(typed)) {
    return ok({ arn: `arn:${home.partition}:logs:${home.region}:${home.account}:log-group:${typed}` });
  }
  return fail('A log group looks like /my-app/web, or is an ARN of one.');
}

/** Actions such as `s3:GetObject`, separated by space, comma or line end. Wildcards are no question that can be answered. */
export function readActions(text: string): Result<readonly string[], string> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return fail('Name an action, such as s3:GetObject.');
  const wild = words.find((word) => /[*?]/.test(word));
  if (wild !== undefined) return fail(`${wild} stands for many actions. Ask about one by its whole name.`);
  const odd = words.find((word) => !/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(word));
  if (odd !== undefined) return fail(`${odd} is no action. One looks like s3:GetObject.`);
  return ok([...new Set(words)]);
}

/** The ARN of anything, or `*` for an action that takes no resource. */
export function readResource(text: string): Result<string, string> {
  const typed = text.trim();
  if (typed === '*') return ok('*');
  if (/\$\{|<|>/.test(typed)) return fail('Put real values in place of the variables.');
  if (parseArn(typed) === undefined) return fail('Give an ARN, or * for an action that takes no resource.');
  return ok(typed);
}

/** The ARN of a role, as IAM lists it. */
export function readRoleArn(text: string): Result<string, string> {
  const typed = text.trim();
  if (/^arn:[^:]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(typed)) return ok(typed);
  const session = /^(arn:[^:]+):sts::(\d{12}):assumed-role\//.exec(typed);
  if (session)
    return fail('This is a session of a role. Give the ARN of the role: arn:aws:iam::…:role/name.');
  return fail('A role looks like arn:aws:iam::111122223333:role/name.');
}
