import { parseArn } from '../base/arn.ts';
import { assertNever } from '../base/assert-never.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { AskedField, FieldKind, FieldTexts, FieldValues } from './asked-field.ts';
import {
  readActions,
  readBucket,
  readKmsKey,
  readLogGroup,
  readRepository,
  readResource,
  readRoleArn,
} from './resource-input.ts';

/** Where the role is at home: what a bare name is completed by. */
export interface Home {
  readonly partition: string;
  /** Absent where no source says it. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

export type FieldProblems = Readonly<Partial<Record<FieldKind, string>>>;

/** What a form says under the names that templates use, or what is wrong with it by field. */
export function readFields(
  fields: readonly AskedField[],
  texts: FieldTexts,
  home: Home,
): Result<FieldValues, FieldProblems> {
  const problems: Partial<Record<FieldKind, string>> = {};
  const values: Record<string, string> = {
    partition: home.partition,
    ...(home.account !== undefined && { account: home.account }),
    ...(home.region !== undefined && { homeRegion: home.region }),
  };
  // A log group without an ARN lies in the region that another field names.
  const region = texts.region?.trim() || home.region;
  for (const field of fields) {
    const text = texts[field.kind]?.trim() ?? '';
    if (text === '' && field.optional) continue;
    const read = readOne(field.kind, text, { ...home, region });
    if (read.ok) Object.assign(values, read.value);
    else problems[field.kind] = read.error;
  }
  completeObject(values, texts);
  return Object.keys(problems).length > 0 ? fail(problems) : ok(values);
}

function readOne(kind: FieldKind, text: string, home: Home): Result<FieldValues, string> {
  switch (kind) {
    case 'bucket': {
      const bucket = readBucket(text, home.partition);
      if (!bucket.ok) return bucket;
      const { arn, objects, key, name, account } = bucket.value;
      return ok({
        bucket: arn,
        objects,
        bucketKey: key,
        bucketName: name,
        ...(account !== undefined && { bucketAccount: account }),
      });
    }
    case 'object':
      return ok({ objectKey: text.replace(/^\//, '') });
    case 'kms-key': {
      const key = readKmsKey(text);
      return key.ok ? ok({ kmsKey: key.value.arn, kmsAccount: key.value.account }) : key;
    }
    case 'region':
      return /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(text)
        ? ok({ region: text })
        : fail('A region looks like eu-west-1.');
    case 'repository': {
      const repository = readRepository(text, home.partition);
      return repository.ok
        ? ok({ repository: repository.value.arn, repositoryAccount: repository.value.account })
        : repository;
    }
    case 'log-group': {
      const { account, region } = home;
      if (!text.startsWith('arn:') && (account === undefined || region === undefined)) {
        return fail('Name the region, or give the ARN of the log group.');
      }
      const group = readLogGroup(text, {
        partition: home.partition,
        account: account ?? '',
        region: region ?? '',
      });
      return group.ok ? ok({ logGroup: group.value.arn }) : group;
    }
    case 'role-arn': {
      const role = readRoleArn(text);
      return role.ok ? ok({ otherRole: role.value }) : role;
    }
    case 'account':
      return /^\d{12}$/.test(text.replaceAll('-', ''))
        ? ok({ owner: text.replaceAll('-', '') })
        : fail('An account ID has 12 digits.');
    case 'actions': {
      const actions = readActions(text);
      return actions.ok ? ok({ actions: actions.value.join(' ') }) : actions;
    }
    case 'resource': {
      const resource = readResource(text);
      if (!resource.ok) return resource;
      const account = parseArn(resource.value)?.account;
      return ok({ resource: resource.value, ...(account && { resourceAccount: account }) });
    }
    case 'workspace':
      return /^\d{3,20}$/.test(text)
        ? ok({ workspace: text })
        : fail('The workspace ID is the number behind o= in its address.');
    default:
      return assertNever(kind);
  }
}

/** The object that is asked about: the key of its own field, else the one behind the bucket; a prefix means all beneath it. */
function completeObject(values: Record<string, string>, texts: FieldTexts): void {
  const { objects } = values;
  if (objects === undefined) return;
  const key = texts.object?.trim() ? (values.objectKey ?? '') : (values.bucketKey ?? '');
  values.object = `${objects}${key === '' || key.endsWith('/') ? `${key}*` : key}`;
  const prefix = key.replace(/[^/]*$/, '').replace(/\*.*$/, '');
  if (prefix !== '') values.prefix = prefix;
}
