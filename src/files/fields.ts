import * as v from 'valibot';
import { compareText } from '../base/compare.ts';
import {
  type IsoTime,
  toAccountId,
  toArn,
  toAssociationId,
  toInstanceId,
  toInstanceProfileId,
  toIsoTime,
  toRoleId,
} from '../inventory/ids.ts';
import type { ProfileReference, Tag } from '../inventory/records.ts';
import type { JsonObject } from './json-object.ts';

/**
 * Reads the fields that a schema names. Others are ignored; one of a wrong type is left out with a note, so the rest of
 * the record lives. `undefined`, with a note, when what is left doesn't make a record.
 */
export function readFields<Output>(
  schema: v.GenericSchema<unknown, Output>,
  raw: JsonObject,
  what: string,
  note: (text: string) => void,
): Output | undefined {
  const first = v.safeParse(schema, raw);
  if (first.success) return first.output;
  const wrong = new Set(first.issues.map((issue) => String(issue.path?.[0].key ?? '')));
  const fields = [...wrong].sort(compareText).join(', ');
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
  const second = v.safeParse(schema, kept);
  if (!second.success) {
    note(`${what} was left out: ${fields} missing or not of the expected form.`);
    return undefined;
  }
  note(`${what} was read without ${fields}: not of the expected form.`);
  return second.output;
}

/** A field that may be absent or null; both mean "not supplied". */
export function maybe<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.nullish(schema),
    v.transform((value): v.InferOutput<Schema> | undefined => value ?? undefined),
  );
}

const filled = v.pipe(v.string(), v.nonEmpty());
export const text = v.string();
export const name = filled;
export const number = v.pipe(v.number(), v.finite());
export const arn = v.pipe(filled, v.transform(toArn));
export const accountId = v.pipe(filled, v.transform(toAccountId));
export const instanceId = v.pipe(filled, v.transform(toInstanceId));
export const profileId = v.pipe(filled, v.transform(toInstanceProfileId));
export const roleId = v.pipe(filled, v.transform(toRoleId));
export const associationId = v.pipe(filled, v.transform(toAssociationId));

/** ISO 8601 in any zone, or seconds since 1970 as some SDK dumps have it. */
export const time = v.pipe(
  v.union([v.string(), v.number()]),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseTime(dataset.value);
    if (parsed !== undefined) return parsed;
    addIssue({ message: 'not a time' });
    return NEVER;
  }),
);

/** Tags; an entry without a key is nothing that anyone could search for. */
export const tags = v.pipe(
  v.array(v.unknown()),
  v.transform((list): Tag[] =>
    list.flatMap((entry) => {
      const tag = v.safeParse(TAG, entry);
      return tag.success ? [{ Key: tag.output.Key, Value: tag.output.Value ?? '' }] : [];
    }),
  ),
);
const TAG = v.object({ Key: v.string(), Value: v.nullish(v.string()) });

/**
 * A reference to a profile: `{Arn, Id}`, `{Name}`, or text that is a name or an ARN. `{}` means none. An `iip-assoc-` id is
 * an association's, which some AWS look-alikes put there: left out, so that the ARN decides.
 */
export const profileReference = v.pipe(
  v.union([
    v.string(),
    v.object({ Arn: v.nullish(v.string()), Id: v.nullish(v.string()), Name: v.nullish(v.string()) }),
  ]),
  v.transform((value): ProfileReference | undefined => {
    if (typeof value === 'string') return referenceOf(value);
    const Id = value.Id?.startsWith('iip-assoc-') ? undefined : value.Id;
    if (!value.Arn && !Id && !value.Name) return undefined;
    return {
      Arn: value.Arn ? toArn(value.Arn) : undefined,
      Id: Id ? toInstanceProfileId(Id) : undefined,
      Name: value.Name ? value.Name : undefined,
    };
  }),
);

function referenceOf(value: string): ProfileReference | undefined {
  if (value === '') return undefined;
  return value.startsWith('arn:') ? { Arn: toArn(value) } : { Name: value };
}

const ISO_LIKE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
/** Outside these years a time has another form. */
const YEAR_0 = Date.parse('0000-01-01T00:00:00Z');
const YEAR_9999 = Date.UTC(9999, 11, 31);
/** Above it a number can only be milliseconds: as seconds it would be the year 5138. */
const MOST_SECONDS = 1e11;

/** A time as ISO 8601 in UTC; text without a zone is taken as UTC, as AWS writes it. */
export function parseTime(value: string | number): IsoTime | undefined {
  const instant = typeof value === 'number' ? epochTime(value) : isoTime(value.trim());
  return instant >= YEAR_0 && instant <= YEAR_9999 ? toIsoTime(new Date(instant).toISOString()) : undefined;
}

function epochTime(value: number): number {
  return Math.abs(value) > MOST_SECONDS ? value : Math.round(value * 1000);
}

function isoTime(value: string): number {
  const match = ISO_LIKE.exec(value);
  if (!match) return Number.NaN;
  const withT = value.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return Date.parse(match[1] || value.length === 10 ? withT : `${withT}Z`);
}
