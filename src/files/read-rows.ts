import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { FileError } from './file-error.ts';
import { isJsonList, isJsonObject, type JsonObject, ownField, ownText } from './json-object.ts';
import { commandToRun } from './other-output.ts';
import { type FileOptions, type FileReading, readCliDocument } from './read-cli-document.ts';

/** One line of what `--query` picked: its values, whatever they are called. */
type Row = readonly JsonValue[];

const INSTANCE = /^i-[0-9a-f]{8,17}$/;
const ASSOCIATION = /^iip-assoc-[0-9a-f]{8,17}$/;
const PROFILE_ARN = /^arn:[^:]+:iam::[^:]*:instance-profile\/./;
const ROLE_ARN = /^arn:[^:]+:iam::[^:]*:role\/./;
const PROFILE_ID = /^AIPA[A-Z0-9]{8,}$/;
const ROLE_ID = /^AROA[A-Z0-9]{8,}$/;
const ZONE = /^[a-z]{2,4}(?:-[a-z]+)+-\d[a-z]$/;
const STATES = /^(?:pending|running|shutting-down|terminated|stopping|stopped)$/;

/**
 * Reads what a `--query` left of a list, when it took single values or gave them other names: rows are known by values that have
 * only one meaning, such as `i-…` and the ARN of a profile. `undefined` when the document isn't of that kind. Rows that leave
 * out what a chain is made of are refused, for an instance without a profile would look just like them.
 */
export function readRows(
  document: JsonValue,
  options: FileOptions,
): Result<FileReading, FileError> | undefined {
  const rows = rowsOf(document, isPickedInstances(document));
  if (rows === undefined) return undefined;
  const command = commandOfRows(rows);
  if (command === undefined) return undefined;
  const records = RECORDS[command](rows);
  if (records === undefined) return fail(lacking(command));
  const reading = readCliDocument({ [`${command} ${PICKED}`]: records }, options);
  const note = `${rows.length} rows of a --query result were read as ${BRINGS[command]}, by the form of their values. Other columns were left out.`;
  return ok({ ...reading, notes: [note, ...reading.notes] });
}

/** A filter in the query marks the list as a part: nobody knows what the real one left out. */
const PICKED = '--query [?picked]';

type RowCommand =
  | 'ec2 describe-instances'
  | 'ec2 describe-iam-instance-profile-associations'
  | 'iam list-instance-profiles';

const BRINGS: Readonly<Record<RowCommand, string>> = {
  'ec2 describe-instances': 'instances',
  'ec2 describe-iam-instance-profile-associations': 'profile associations',
  'iam list-instance-profiles': 'instance profiles',
};

/** Every whole instance has an image and a placement; of one with neither, nobody can say that it has no profile. */
function isPickedInstances(document: JsonValue): boolean {
  if (!isJsonList(document)) return false;
  const records = document.flatMap((item): readonly JsonValue[] => (isJsonList(item) ? item : [item]));
  const has = (field: string) =>
    records.some((record) => isJsonObject(record) && Object.hasOwn(record, field));
  return (
    records.length > 0 &&
    records.every((record) => isJsonObject(record) && INSTANCE.test(ownText(record, 'InstanceId') ?? '')) &&
    !['IamInstanceProfile', 'ImageId', 'Placement', 'AssociationId'].some(has)
  );
}

const MOST_COLUMNS = 40;

/** Lists of values, and objects without any field of AWS's own that would name the record. */
function rowsOf(document: JsonValue, withIds: boolean): readonly Row[] | undefined {
  if (!isJsonList(document) || document.length === 0) return undefined;
  const rows: Row[] = [];
  const walk = (value: JsonValue, depth: number): boolean => {
    const row = rowOf(value, withIds);
    if (row !== undefined) {
      rows.push(row);
      return true;
    }
    return isJsonList(value) && depth < 3 && value.every((item) => walk(item, depth + 1));
  };
  return document.every((item) => walk(item, 1)) && rows.length > 0 ? rows : undefined;
}

function rowOf(value: JsonValue, withIds: boolean): Row | undefined {
  if (isJsonObject(value)) {
    if (!withIds && IDS.some((id) => ownText(value, id) !== undefined)) return undefined;
    return Object.values(value).slice(0, MOST_COLUMNS);
  }
  return isJsonList(value) && value.some(isScalar) && value.length <= MOST_COLUMNS ? value : undefined;
}

/** By these the readers of whole records know them. */
const IDS = [
  'InstanceId',
  'InstanceProfileName',
  'RoleName',
  'AssociationId',
  'LaunchTemplateId',
  'RegionName',
];

function isScalar(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function commandOfRows(rows: readonly Row[]): RowCommand | undefined {
  if (rows.every((row) => find(row, ASSOCIATION) && find(row, INSTANCE)))
    return 'ec2 describe-iam-instance-profile-associations';
  if (rows.every((row) => find(row, INSTANCE))) return 'ec2 describe-instances';
  return rows.every((row) => profileOf(row)?.['Arn'] !== undefined)
    ? 'iam list-instance-profiles'
    : undefined;
}

const RECORDS: Readonly<Record<RowCommand, (rows: readonly Row[]) => readonly JsonObject[] | undefined>> = {
  'ec2 describe-instances': (rows) =>
    rows.some((row) => profileOf(row) !== undefined)
      ? rows.map((row) =>
          filled({
            InstanceId: find(row, INSTANCE),
            IamInstanceProfile: profileOf(row),
            State: find(row, STATES),
            AvailabilityZone: find(row, ZONE),
          }),
        )
      : undefined,
  'ec2 describe-iam-instance-profile-associations': (rows) =>
    rows.every((row) => profileOf(row) !== undefined)
      ? rows.map((row) =>
          filled({
            AssociationId: find(row, ASSOCIATION),
            InstanceId: find(row, INSTANCE),
            IamInstanceProfile: profileOf(row),
          }),
        )
      : undefined,
  'iam list-instance-profiles': (rows) =>
    rows.some((row) => rolesOf(row).length > 0)
      ? rows.map((row) => {
          const profile = profileOf(row);
          const arn = profile === undefined ? undefined : ownText(profile, 'Arn');
          return filled({
            InstanceProfileName: arn?.split('/').at(-1),
            InstanceProfileId: profile && ownField(profile, 'Id'),
            Arn: arn,
            Roles: rolesOf(row),
          });
        })
      : undefined,
};

/** The profile that a row speaks of: an ARN, an id, or the object with both. */
function profileOf(row: Row): JsonObject | undefined {
  const whole = row.find(
    (value): value is JsonObject => isJsonObject(value) && isProfileArn(ownText(value, 'Arn')),
  );
  if (whole) return whole;
  const Arn = find(row, PROFILE_ARN);
  const Id = find(row, PROFILE_ID);
  return Arn === undefined && Id === undefined ? undefined : filled({ Arn, Id });
}

function isProfileArn(text: string | undefined): boolean {
  return text !== undefined && PROFILE_ARN.test(text);
}

/** Roles by their ARN, alone or in a list of their own. */
function rolesOf(row: Row): readonly JsonObject[] {
  const values = row.flatMap((value): readonly JsonValue[] => (isJsonList(value) ? value : [value]));
  const ids = values.filter((value) => typeof value === 'string' && ROLE_ID.test(value));
  return values.flatMap((value) => {
    if (typeof value !== 'string' || !ROLE_ARN.test(value)) return [];
    const name = value.split('/').at(-1);
    return [filled({ RoleName: name, Arn: value, RoleId: ids.length === 1 ? ids[0] : undefined })];
  });
}

function find(row: Row, pattern: RegExp): string | undefined {
  return row.find((value): value is string => typeof value === 'string' && pattern.test(value));
}

function filled(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

function lacking(command: RowCommand): FileError {
  const what = command === 'iam list-instance-profiles' ? 'which roles they hold' : 'which profile each has';
  return {
    kind: 'other-output',
    message: `This --query result has ${BRINGS[command]}, but not ${what}.`,
    remedy: 'Run the command without --query, and open what it saves.',
    command: commandToRun(command),
  };
}
