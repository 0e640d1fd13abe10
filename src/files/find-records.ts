import type { JsonValue } from '../base/json.ts';
import { isJsonList, isJsonObject, type JsonObject, ownField, ownText } from './json-object.ts';

/** Where the records of an output lie, and how one is known. */
export interface RecordShape {
  /** Keys of the lists around the records, outermost first: `Reservations`, `Instances`. */
  readonly wrappers: readonly string[];
  /** Those of them whose list is the whole of what the command lists; the first one, if not given. */
  readonly whole?: readonly string[] | undefined;
  /** The field that every record has. */
  readonly id: string;
}

export interface FoundRecord {
  readonly raw: JsonObject;
  /** The objects around it, outermost first: a reservation holds the owner of its instances. */
  readonly around: readonly JsonObject[];
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  /** Whether the output has a list of this kind at all, be it empty. */
  readonly supplied: boolean;
  /** Entries that are no such record. */
  readonly strays: number;
  /** Why the list is not whole, in words. */
  readonly partial?: string | undefined;
}

const DEEPEST = 8;

/** Finds the records of one command's output: whole, a bare list or record as `--query` gives it, or pages in a list. */
export function findRecords(output: JsonValue, shape: RecordShape): FoundRecords {
  const records: FoundRecord[] = [];
  let supplied = false;
  let strays = 0;

  const walk = (value: JsonValue, around: readonly JsonObject[]): void => {
    if (isJsonList(value)) {
      supplied = true;
      if (around.length + 1 > DEEPEST) strays += 1;
      else for (const item of value) walk(item, around);
    } else if (!isJsonObject(value)) {
      strays += 1;
    } else if (hasId(value, shape.id)) {
      supplied = true;
      records.push({ raw: value, around });
    } else {
      const inner = shape.wrappers.map((key) => ownField(value, key)).filter((item) => item != null);
      if (inner.length === 0 && (around.length > 0 || Object.keys(value).length > 0)) strays += 1;
      for (const item of inner) walk(item, [...around, value]);
    }
  };

  if (output !== null) walk(output, []);
  return { records, supplied, strays, partial: whyPartial(output, shape) };
}

function hasId(value: JsonObject, id: string): boolean {
  const field = ownField(value, id);
  return (typeof field === 'string' && field !== '') || typeof field === 'number';
}

/** Whether the last page says that more would follow, or only a piece of a list is there. */
function whyPartial(output: JsonValue, shape: RecordShape): string | undefined {
  const whole = shape.whole ?? shape.wrappers.slice(0, 1);
  const pages = isJsonList(output) ? output : [output];
  const last = pages.findLast(
    (page): page is JsonObject => isJsonObject(page) && whole.some((key) => Object.hasOwn(page, key)),
  );
  if (last !== undefined) return truncationOf(last);
  return isJsonObject(output) ? 'only one piece of the list is there' : undefined;
}

/** IAM marks a cut list by `IsTruncated` and `Marker`, other services and the CLI's `--max-items` by `NextToken`. */
export function truncationOf(page: JsonObject): string | undefined {
  const cut = ownField(page, 'IsTruncated');
  if (cut === true || cut === 'true' || cut === 'True') return 'IsTruncated is true';
  if (cut === false) return ownText(page, 'NextToken') ? 'a NextToken follows' : undefined;
  if (ownText(page, 'NextToken') !== undefined) return 'a NextToken follows';
  return ownText(page, 'Marker') === undefined ? undefined : 'a Marker follows';
}
