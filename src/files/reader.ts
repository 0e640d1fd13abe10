import type { JsonValue } from '../base/json.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { RecordOrigin } from '../inventory/records.ts';
import type { Command } from './command.ts';
import { type FoundRecord, findRecords, type RecordShape } from './find-records.ts';

/** What a reader knows besides the output: which command gave it, and whose it is as far as the command says. */
export interface Source {
  readonly command: Command;
  readonly origin: RecordOrigin;
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  /** Of the account, where it is known. */
  readonly partition?: string | undefined;
  /** The only role that the input speaks of: whose policies a list without `--role-name` holds. */
  readonly soleRole?: string | undefined;
  readonly note: (text: string) => void;
}

/** What came out of one output. */
export interface Reading {
  readonly part: InventoryPart;
  readonly records: number;
  /** Whether the output has what the command brings; `{}` has not. */
  readonly supplied: boolean;
  /** Why it is not the whole, in words. */
  readonly partial?: string | undefined;
  /** What a call about one resource was about. */
  readonly resource?: string | undefined;
}

/** Reads the output of one command. Never throws, whatever the output is. */
export type Reader = (output: JsonValue, source: Source) => Reading;

export interface ListReading<Item> {
  readonly items: readonly Item[];
  readonly supplied: boolean;
  readonly partial?: string | undefined;
}

/** Reads every record of a list; what can't be read is noted, and then the list proves no absence. */
export function readList<Item>(
  output: JsonValue,
  source: Source,
  shape: RecordShape,
  readOne: (found: FoundRecord) => Item | undefined,
): ListReading<Item> {
  const found = findRecords(output, shape);
  const items = found.records.flatMap((record) => {
    const item = readOne(record);
    return item === undefined ? [] : [item];
  });
  if (found.strays > 0) {
    source.note(
      `${source.command.label}: ${found.strays} of its entries have no ${shape.id} and were left out.`,
    );
  }
  const lost = found.strays + found.records.length - items.length;
  return {
    items,
    supplied: found.supplied,
    partial: found.partial ?? (lost > 0 ? `${lost} of its entries could not be read` : undefined),
  };
}
