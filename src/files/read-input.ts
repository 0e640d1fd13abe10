import { fail, type Result } from '../base/result.ts';
import { CALL_NAMES, callFacts } from '../inventory/calls.ts';
import type { IsoTime, Region } from '../inventory/ids.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { FileError } from './file-error.ts';
import { type Allowance, LIMITS } from './limits.ts';
import { commandToRun } from './other-output.ts';
import { parseYaml } from './parse-yaml.ts';
import type { FileReading } from './read-cli-document.ts';
import { regionInName } from './region-in-name.ts';
import { restore } from './restore.ts';
import { gunzip, packingOf, unzip } from './unpack.ts';

/** A file or a paste, as it came. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was last changed: files don't tell themselves. */
  readonly readAt?: IsoTime | undefined;
}

/** What one file gave; of an archive there is one for each file in it. */
export interface InputAnswer {
  /** `batch.zip › eu-west-1.json` for a file in an archive. */
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
  readonly result: Result<FileReading, FileError>;
}

/**
 * Reads any file by its bytes: output of the AWS CLI or a snapshot, as JSON or YAML in any encoding, plain, gzipped or in a zip.
 * Recognised by what is in it, never by its name. Never throws; takes no more memory than `allowance` and the limits let it.
 */
export function* readInput(file: InputFile, allowance: Allowance): Generator<InputAnswer> {
  const { name, bytes } = file;
  if (bytes.length > LIMITS.fileBytes) {
    yield { name, bytes: bytes.length, result: fail(TOO_LARGE) };
    return;
  }
  switch (packingOf(bytes)) {
    case 'zip':
      yield* readZip(file, allowance);
      break;
    case 'gzip':
      yield readGzip(file, allowance);
      break;
    case 'tar':
      yield { name, bytes: bytes.length, result: fail(IS_TAR) };
      break;
    case undefined:
      yield { name, bytes: bytes.length, result: readPlain(file) };
      break;
  }
}

function* readZip(file: InputFile, allowance: Allowance): Generator<InputAnswer> {
  let found = 0;
  for (const { name: inside, content } of unzip(file.bytes, allowance)) {
    found += 1;
    const name = inside === '' ? file.name : `${file.name} › ${inside}`;
    if (!content.ok) {
      yield { name, bytes: 0, result: content };
      continue;
    }
    const entry = { name, bytes: content.value, readAt: file.readAt };
    switch (packingOf(entry.bytes)) {
      case 'zip':
        yield { name, bytes: entry.bytes.length, result: fail(ARCHIVE_IN_ARCHIVE) };
        break;
      case 'gzip':
        yield readGzip(entry, allowance);
        break;
      default:
        yield { name, bytes: entry.bytes.length, result: readPlain(entry) };
    }
  }
  if (found === 0) yield { name: file.name, bytes: file.bytes.length, result: fail(NOTHING_INSIDE) };
}

function readGzip(file: InputFile, allowance: Allowance): InputAnswer {
  const unpacked = gunzip(file.bytes, allowance);
  if (!unpacked.ok) return { name: file.name, bytes: file.bytes.length, result: unpacked };
  const bytes = unpacked.value;
  const packing = packingOf(bytes);
  const result =
    packing === undefined
      ? readPlain({ ...file, bytes })
      : fail(packing === 'tar' ? IS_TAR : ARCHIVE_IN_ARCHIVE);
  return { name: file.name, bytes: bytes.length, result };
}

function readPlain({ name, bytes, readAt }: InputFile): Result<FileReading, FileError> {
  const text = decodeBytes(bytes);
  if (!text.ok) return text;
  const region = regionInName(name);
  const reading = restore(text.value, { label: name, readAt, region }, { yaml: parseYaml });
  return reading.ok ? reading : fail({ ...reading.error, command: inRegion(reading.error.command, region) });
}

/** The command to run instead, for the region that the file was to be of. */
function inRegion(command: string | undefined, region: Region | undefined): string | undefined {
  const cli = command === undefined ? undefined : /^aws (\S+ \S+) --output json >/.exec(command)?.[1];
  const isRegional = CALL_NAMES.map(callFacts).some((call) => call.cli === cli && call.scope === 'region');
  return cli !== undefined && isRegional ? commandToRun(cli, region) : command;
}

const TOO_LARGE: FileError = {
  kind: 'too-large',
  message: 'The file is too large to open in a browser.',
  remedy: 'Split it, for example into one file a region.',
};

const IS_TAR: FileError = {
  kind: 'archive',
  message: 'The file is a tar archive, which Rolewire does not unpack.',
  remedy: 'Unpack it and open the files in it, or pack them as a zip.',
};

const ARCHIVE_IN_ARCHIVE: FileError = {
  kind: 'archive',
  message: 'This is an archive inside of an archive, which Rolewire does not unpack.',
  remedy: 'Unpack the outer one, then open what is in it.',
};

const NOTHING_INSIDE: FileError = {
  kind: 'empty',
  message: 'The archive holds no files.',
  remedy: 'Look at how it was made, and send it again.',
};
