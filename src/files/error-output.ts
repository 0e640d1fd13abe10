import type { JsonValue } from '../base/json.ts';
import { CALL_NAMES, callFacts } from '../inventory/calls.ts';
import { emptyInventory } from '../inventory/inventory.ts';
import { looksLikeError, parseErrorText } from './error-text.ts';
import type { JsonObject } from './json-object.ts';
import { type FileOptions, type FileReading, readCliDocument } from './read-cli-document.ts';

/** Who was turned away, in the words of AWS: `User: arn:aws:sts::111122223333:assumed-role/reader/mira is not authorized`. */
const CALLER = /\barn:[\w-]+:(?:iam|sts)::(\d{12}):/;

/** The key of the command that an error text is about, when it is one that Rolewire reads. */
export function commandOfError(text: string): string | undefined {
  const { operation } = parseErrorText(text);
  const call =
    operation === undefined ? undefined : CALL_NAMES.find((name) => name.endsWith(`:${operation}`));
  if (call === undefined) return undefined;
  const account = CALLER.exec(text.slice(0, 2_000))?.[1];
  return account === undefined ? callFacts(call).cli : `account ${account}: ${callFacts(call).cli}`;
}

/**
 * An error text as what it says: of a call that Rolewire makes, that the call was denied or failed; of another, such as
 * RunInstances, what AWS said of the chain. `undefined` when the text is no such error, or names no operation.
 */
export function readErrorText(text: string, options: FileOptions): FileReading | undefined {
  if (!looksLikeError(text)) return undefined;
  const command = commandOfError(text);
  if (command !== undefined) return readCliDocument({ [command]: errorValue(text) }, options);
  const { code, operation } = parseErrorText(text);
  if (operation === undefined) return undefined;
  return {
    inventory: {
      ...emptyInventory('files'),
      readAt: options.readAt,
      statements: [{ kind: 'error', label: options.label, command: '', text: text.trim(), code, operation }],
    },
    notes: [],
    notUsed: [],
  };
}

/** An error as the value of its command. */
export function errorValue(text: string): JsonObject & JsonValue {
  return { error: text.trim().slice(0, 8_000) };
}
