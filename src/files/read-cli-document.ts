import type { JsonValue } from '../base/json.ts';
import type { CallName } from '../inventory/calls.ts';
import type { IsoTime, Region } from '../inventory/ids.ts';
import { emptyInventory, type Inventory, type InventoryPart } from '../inventory/inventory.ts';
import { addPart } from '../inventory/merge.ts';
import type { ErrorStatement, Statement } from '../inventory/statements.ts';
import { combineCoverage } from './combine-coverage.ts';
import { type Command, parseCommand, printable } from './command.ts';
import { type CallOutcome, coverageOf } from './coverage-of.ts';
import { looksLikeError, parseErrorText } from './error-text.ts';
import { failureTexts } from './failure-texts.ts';
import { parseTime } from './fields.ts';
import { isJsonObject, type JsonObject, ownText } from './json-object.ts';
import { MOST_NOTES } from './limits.ts';
import type { Reading, Source } from './reader.ts';
import { READ_LAST, READERS, RESOURCE_FLAG } from './readers/registry.ts';
import { readDecodedMessage, readInstanceMetadata } from './readers/statements.ts';
import { settleNotEnabled } from './region-not-enabled.ts';
import { type Place, placeOfPlainCommands, recordsOf, regionsOfInstances, settle } from './settle.ts';
import type { SnapshotDismissal } from './snapshot-dismissals.ts';
import type { SnapshotView } from './snapshot-view.ts';
import { type Output, unwrapOutput } from './unwrap-output.ts';

/** What a file brought, and what of it could not be used. */
export interface FileReading {
  readonly inventory: Inventory;
  /** Fields and entries that were left out, each in a sentence. */
  readonly notes: readonly string[];
  /** Findings that were put aside; of a snapshot alone. */
  readonly dismissals?: readonly SnapshotDismissal[] | undefined;
  /** What was on screen when it was saved; of a snapshot alone. */
  readonly view?: SnapshotView | undefined;
  /** Parts that Rolewire has no use for. */
  readonly notUsed: readonly NotUsed[];
}

export interface NotUsed {
  /** The command, as it may be shown. */
  readonly command: string;
  readonly reason: string;
}

export interface FileOptions {
  /** The name of the file, for the reader. */
  readonly label: string;
  /** When the file was made or read: files don't tell themselves. */
  readonly readAt?: IsoTime | undefined;
  /** Where plain commands were run if nothing in the file tells, such as the region in its name. */
  readonly region?: Region | undefined;
}

/**
 * Reads the outputs of AWS CLI commands, keyed by command: `[account <12 digits>: ]<service> <command>[ --flags]`, or
 * `curl …/iam/info`. The value is the output, or `{"error": "<text>"}`; under `time` stands when all were run, if it is told.
 * What it doesn't know it lists; it never throws.
 */
export function readCliDocument(document: JsonObject, given: FileOptions): FileReading {
  const time = timeOfAll(document);
  const options = time === undefined ? given : { ...given, readAt: time };
  const notes: string[] = [];
  const notUsed: NotUsed[] = [];
  const statements: Statement[] = [];
  const outcomes: CallOutcome[] = [];
  const later: KnownEntry[] = [];
  let unsaid = 0;
  const note = (text: string): void => {
    if (notes.length < MOST_NOTES) notes.push(text);
    else unsaid += 1;
  };
  const read = (entry: KnownEntry, place: Place, soleRole?: string) =>
    outcomes.push(readCall(entry, options, place, soleRole, note));

  for (const [key, value] of Object.entries(document)) {
    if (time !== undefined && key === TIME) continue;
    const result = sortEntry(key, value);
    switch (result.kind) {
      case 'not-used':
        notUsed.push({ command: printable(key), reason: result.reason });
        break;
      case 'statement':
        statements.push(result.statement);
        break;
      case 'failures':
        statements.push(...result.statements);
        break;
      case 'call':
        if (result.entry.output.unreadable !== undefined) {
          notUsed.push({ command: printable(key), reason: result.entry.output.unreadable });
        }
        if (READ_LAST.has(result.entry.call)) later.push(result.entry);
        else read(result.entry, {});
        break;
    }
  }
  const place = placeOf(outcomes, options.region);
  const soleRole = soleRoleOf(outcomes.map((outcome) => outcome.part));
  for (const entry of later) read(entry, place, soleRole);
  if (unsaid > 0) notes.push(`${unsaid} more remarks of this kind.`);

  return { inventory: assemble(outcomes, statements, place, options), notes, notUsed };
}

/** A file is as old as it says, however often it was copied since. */
const TIME = 'time';

function timeOfAll(document: JsonObject): IsoTime | undefined {
  const time = ownText(document, TIME);
  return time === undefined ? undefined : parseTime(time);
}

interface KnownEntry {
  readonly call: CallName;
  readonly command: Command;
  readonly output: Output;
}

type Sorted =
  | { readonly kind: 'call'; readonly entry: KnownEntry }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'failures'; readonly statements: readonly Statement[] }
  | { readonly kind: 'not-used'; readonly reason: string };

const METADATA_URL = /^curl\b.*\/iam\/info\b/s;
const CREDENTIALS_URL = /^curl\b.*\/iam\/security-credentials/s;

/** What `iam/security-credentials/<role>` says when EC2 got no credentials; an answer with credentials is never read. */
function credentialsRefusal(value: JsonValue): Sorted {
  const { output } = unwrapOutput(value);
  const code = isJsonObject(output) ? ownText(output, 'Code') : undefined;
  const statement =
    output === undefined || code === undefined || code === 'Success'
      ? undefined
      : readInstanceMetadata(output, 'curl …/latest/meta-data/iam/security-credentials/…');
  return statement
    ? { kind: 'statement', statement }
    : notUsedAs('It may hold credentials, which Rolewire does not read.');
}

function sortEntry(key: string, value: JsonValue): Sorted {
  const bare = key.replace(/^account\s+\S+\s*:\s*/i, '').trim();
  if (CREDENTIALS_URL.test(bare)) return credentialsRefusal(value);
  if (METADATA_URL.test(bare)) {
    const { output } = unwrapOutput(value);
    const label = 'curl …/latest/meta-data/iam/info';
    const statement = output === undefined ? undefined : readInstanceMetadata(output, label);
    return statement
      ? { kind: 'statement', statement }
      : notUsedAs('It is not what the metadata service answers for iam/info.');
  }
  const command = parseCommand(key);
  if (command === undefined) return notUsedAs('Nothing that Rolewire reads has this name.');
  const output = unwrapOutput(value);
  if (command.call !== undefined) return { kind: 'call', entry: { call: command.call, command, output } };
  if (
    command.service === 'sts' &&
    command.name === 'decode-authorization-message' &&
    output.output !== undefined
  ) {
    const statement = readDecodedMessage(output.output, command.label);
    return statement
      ? { kind: 'statement', statement }
      : notUsedAs('Its DecodedMessage is not the JSON of a decoded authorization message.');
  }
  if (output.error !== undefined) return { kind: 'statement', statement: errorStatement(command, output) };
  const failures = output.output === undefined ? [] : failureTexts(output.output);
  if (failures.length > 0) {
    return { kind: 'failures', statements: failures.map((text) => errorStatement(command, { error: text })) };
  }
  return notUsedAs('Rolewire does not know this command.');
}

function notUsedAs(reason: string): Sorted {
  return { kind: 'not-used', reason };
}

function errorStatement(command: Command, output: Output): ErrorStatement {
  const text = output.error ?? '';
  const { code, operation } = parseErrorText(text);
  return {
    kind: 'error',
    label: command.label,
    accountId: command.accountId,
    region: command.region,
    time: output.time,
    command: command.label,
    code,
    operation,
    text,
  };
}

function readCall(
  entry: KnownEntry,
  options: FileOptions,
  place: Place,
  soleRole: string | undefined,
  note: (text: string) => void,
): CallOutcome {
  const { call, command, output } = entry;
  const readAt = output.time ?? options.readAt;
  const source: Source = {
    command,
    origin: { call, label: options.label, readAt },
    accountId: command.accountId ?? place.accountId,
    region: command.region,
    partition: place.partition,
    soleRole,
    note,
  };
  const reading: Reading =
    output.output === undefined
      ? { part: {}, records: 0, supplied: false }
      : READERS[call](output.output, source);
  const flag = RESOURCE_FLAG[call];
  return {
    call,
    command,
    ...reading,
    resource:
      reading.resource ?? (flag && command.flags.get(flag)?.[0]) ?? (flag && soleRoleFor(call, soleRole)),
    error: output.error,
    readAt,
  };
}

function soleRoleFor(call: CallName, soleRole: string | undefined): string | undefined {
  return READ_LAST.has(call) ? soleRole : undefined;
}

/** Only what plain commands brought tells where plain commands were run. */
function placeOf(outcomes: readonly CallOutcome[], hint: Region | undefined): Place {
  const parts = (flagged: (command: Command) => boolean) =>
    outcomes.filter(({ command }) => !flagged(command)).map(({ part }) => part);
  const byAccount = placeOfPlainCommands(parts((command) => command.accountId !== undefined));
  const byRegion = placeOfPlainCommands(
    parts((command) => command.accountId !== undefined || command.region !== undefined),
  );
  const told = outcomes.some(({ part }) =>
    recordsOf(part).some((record) => 'region' in record && record.region !== undefined),
  );
  return {
    accountId: byAccount.accountId,
    partition: byAccount.partition,
    region: byRegion.region ?? (told ? undefined : hint),
  };
}

/** The only role that is spoken of, if it is only one. */
function soleRoleOf(parts: readonly InventoryPart[]): string | undefined {
  const names = new Set(
    parts.flatMap((part) => [
      ...(part.roles ?? []).map((role) => role.RoleName),
      ...(part.instanceProfiles ?? []).flatMap((profile) =>
        (profile.Roles ?? []).map((role) => role.RoleName),
      ),
    ]),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

function assemble(
  outcomes: readonly CallOutcome[],
  statements: readonly Statement[],
  place: Place,
  options: FileOptions,
): Inventory {
  const regionOfInstance = regionsOfInstances(outcomes.map((outcome) => outcome.part));
  const settled = outcomes.map((outcome): CallOutcome => {
    const { accountId, region } = outcome.command;
    const own: Place = {
      accountId: accountId ?? place.accountId,
      region: region ?? (accountId === undefined ? place.region : undefined),
    };
    return { ...outcome, part: settle(outcome.part, own, regionOfInstance) };
  });
  const coverage = settled.flatMap((outcome) => coverageOf(outcome, place));
  const said = [
    ...statements.map((statement) => inPlace(statement, place)),
    ...settled.flatMap((outcome) => notFound(outcome, place, options)),
  ];
  const all = settled
    .map((outcome) => outcome.part)
    .reduce(addPart, addPart(emptyInventory('files'), { readAt: options.readAt, statements: said }));
  return { ...all, coverage: settleNotEnabled(combineCoverage(coverage), all.regions) };
}

function inPlace(statement: Statement, place: Place): Statement {
  return { ...statement, accountId: statement.accountId ?? place.accountId };
}

const ABOUT_A_NAME: ReadonlySet<string> = new Set(['NoSuchEntity', 'ValidationError']);

/** That AWS found no such role or profile, or took the name for none, is a statement about the chain that would hold it. */
function notFound(outcome: CallOutcome, place: Place, options: FileOptions): readonly Statement[] {
  const { error, command, call } = outcome;
  if (error === undefined || !looksLikeError(error) || !ABOUT_A_NAME.has(parseErrorText(error).code ?? ''))
    return [];
  const statement = errorStatement(command, { error });
  return [
    {
      ...statement,
      accountId: statement.accountId ?? place.accountId,
      origin: { call, label: options.label, readAt: outcome.readAt },
    } satisfies ErrorStatement,
  ];
}
