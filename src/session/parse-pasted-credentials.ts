import { fail, ok, type Result } from '../base/result.ts';
import { type IsoTime, toIsoTime } from '../inventory/ids.ts';
import { readJsonCredentials } from './paste-json.ts';
import { normalisePaste, readAssignments, readBareValues } from './paste-text.ts';
import type {
  CredentialField,
  NamedRawCredentials,
  PastedCredentials,
  PasteError,
  RawCredentials,
  StsCredentials,
} from './pasted-credentials.ts';

/** A credentials file of some hundred profiles fits; a log file doesn't. */
const MAX_LENGTH = 500_000;

/**
 * Takes whatever people have: environment lines of any shell, a credentials-file block, or the JSON of an STS, Cognito or
 * `aws configure export-credentials` command. Of several unnamed sets the last complete one counts, as in a terminal.
 * The error says what was recognised and what is missing; no value of the paste is ever part of it.
 */
export function parsePastedCredentials(text: string): Result<PastedCredentials, PasteError> {
  if (text.length > MAX_LENGTH) return fail(error('too-long', TOO_LONG));
  const paste = normalisePaste(text);
  if (paste.trim() === '') return fail(error('empty', 'Nothing was pasted.'));

  const sets = readSets(paste);
  if (sets.length === 0) return fail(error('not-recognised', NOT_RECOGNISED));

  const checked = sets.map((set) => ({ profile: set.profile, outcome: checkSet(set.values) }));
  const complete = checked.flatMap(({ profile, outcome }) =>
    outcome.ok ? [{ name: profile, credentials: outcome.value }] : [],
  );
  const named = complete.flatMap(({ name, credentials }) =>
    name === undefined ? [] : [{ name, credentials }],
  );
  if (named.length > 1) return ok({ kind: 'choice', profiles: named });
  const last = complete.at(-1);
  if (last) return ok({ kind: 'one', credentials: last.credentials });
  return fail(richestError(checked.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.error]))));
}

const TOO_LONG = 'The pasted text is too long to be credentials. Paste the credentials alone.';
const NOT_RECOGNISED =
  'No AWS credentials were recognised. Paste lines such as "export AWS_ACCESS_KEY_ID=…", a block of the credentials ' +
  'file, or the JSON that "aws sts assume-role" or "aws configure export-credentials" printed.';

const FIELD_WORDS: Readonly<Record<CredentialField, string>> = {
  accessKeyId: 'access key ID',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
  expiration: 'expiration',
  region: 'region',
};

function readSets(paste: string): readonly NamedRawCredentials[] {
  const json = readJsonCredentials(paste);
  if (json !== undefined && json.length > 0) return json;
  const assigned = readAssignments(paste);
  if (
    assigned.some(({ values }) => values.accessKeyId !== undefined && values.secretAccessKey !== undefined)
  ) {
    return assigned;
  }
  const bare = readBareValues(paste);
  return bare?.values.secretAccessKey === undefined ? assigned : [bare];
}

function checkSet(values: RawCredentials): Result<StsCredentials, PasteError> {
  const recognised = FIELDS.filter((field) => (values[field] ?? '') !== '');
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = values;
  // Keys that STS gave out begin with ASIA and are worth nothing without their token.
  const needed: readonly CredentialField[] = accessKeyId.startsWith('ASIA') ? TEMPORARY : LONG_LIVED;
  const missing = needed.filter((field) => !recognised.includes(field));
  if (missing.length > 0) return fail({ ...incomplete(recognised, missing), recognised, missing });

  const unusable = TEMPORARY.find((field) => !isUsable(values[field] ?? '-'));
  if (unusable !== undefined) return fail({ ...unusableValue(unusable), recognised });

  const expiration = readExpiration(values.expiration);
  return ok({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === '' ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiration }),
    ...(isRegion(values.region) ? { region: values.region } : {}),
  });
}

const FIELDS: readonly CredentialField[] = [
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'expiration',
  'region',
];
const LONG_LIVED: readonly CredentialField[] = ['accessKeyId', 'secretAccessKey'];
const TEMPORARY: readonly CredentialField[] = [...LONG_LIVED, 'sessionToken'];

/** Printable, without blanks, and neither a variable, a placeholder nor a masked value. */
function isUsable(value: string): boolean {
  if (value === '') return true;
  return /^[\x21-\x7e]{1,16384}$/.test(value) && !/^[<$%{[(]|\*\*|\.\.\.|^x+$/i.test(value);
}

function isRegion(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);
}

/** ISO 8601 in any offset, or seconds since 1970; anything else is left out rather than guessed. */
function readExpiration(text: string | undefined): IsoTime | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{9,11}(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isFinite(time) ? toIsoTime(new Date(time).toISOString()) : undefined;
}

function incomplete(recognised: readonly CredentialField[], missing: readonly CredentialField[]): PasteError {
  const found =
    recognised.length === 0
      ? 'Names of credentials were recognised, but no values'
      : `Recognised: ${words(recognised)}`;
  const temporary = missing.includes('sessionToken')
    ? ' An access key ID that begins with ASIA is temporary and works only together with its session token.'
    : '';
  return error('incomplete', `${found}. Missing: ${words(missing)}.${temporary}`);
}

function unusableValue(field: CredentialField): PasteError {
  return error(
    'unusable-value',
    `The ${FIELD_WORDS[field]} is a placeholder, a variable or masked, or holds blanks or characters that AWS never uses. ` +
      'Copy it again, whole.',
  );
}

function words(fields: readonly CredentialField[]): string {
  return fields.map((field) => FIELD_WORDS[field]).join(', ');
}

function error(kind: PasteError['kind'], message: string): PasteError {
  return { kind, message, recognised: [], missing: [] };
}

/** Of several incomplete sets, the one that came closest: that is the one the person meant. */
function richestError(errors: readonly PasteError[]): PasteError {
  const [first, ...rest] = errors;
  if (!first) return error('not-recognised', NOT_RECOGNISED);
  return rest.reduce((best, next) => (next.recognised.length > best.recognised.length ? next : best), first);
}
