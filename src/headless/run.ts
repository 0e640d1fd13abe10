import { fail, ok, type Result } from '../base/result.ts';
import { allowanceOf } from '../files/limits.ts';
import { mergeReadings } from '../files/merge-readings.ts';
import type { FileReading } from '../files/read-cli-document.ts';
import { readInput } from '../files/read-input.ts';
import type { IsoTime } from '../inventory/ids.ts';
import { makeReport } from './report.ts';

const USAGE = `Usage: npm run --silent findings -- FILE...

Reads AWS CLI output and prints one JSON document: nodes, edges, findings, answers, coverage.
Each FILE is a JSON object keyed by AWS CLI command, bare AWS CLI output (JSON or YAML), or a Rolewire
snapshot, plain, as .gz or in a .zip; "-" reads standard input. Several files are read as one picture.
Exit status: 0 whatever is found, 2 if a file can't be read.
`;

/** What the process should print and how it should end. */
export interface Outcome {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** The bytes of a file, or why it can't be opened; `-` is standard input. */
export type ReadBytes = (path: string) => Promise<Result<Uint8Array, string>>;

/** Reads the files that the arguments name and reports on all of them together. Files don't tell when they were read. */
export async function run(args: readonly string[], readAt: IsoTime, readBytes: ReadBytes): Promise<Outcome> {
  if (args.includes('--help') || args.includes('-h')) return { status: 0, stdout: USAGE, stderr: '' };
  if (args.length === 0) return unreadable(`no file was named.\n\n${USAGE}`);
  const readings: FileReading[] = [];
  for (const path of args) {
    const reading = await readOne(path, readAt, readBytes);
    if (!reading.ok) return unreadable(reading.error);
    readings.push(...reading.value);
  }
  const report = makeReport(mergeReadings(readings));
  return { status: 0, stdout: `${JSON.stringify(report, null, 2)}\n`, stderr: '' };
}

/** What is in a file, or in each file of an archive; the first that can't be read is the answer. */
async function readOne(
  path: string,
  readAt: IsoTime,
  readBytes: ReadBytes,
): Promise<Result<readonly FileReading[], string>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return fail(`${labelOf(path)}: The file can't be opened: ${bytes.error}.`);
  const readings: FileReading[] = [];
  const file = { name: labelOf(path), bytes: bytes.value, readAt };
  for (const { name, result } of readInput(file, allowanceOf())) {
    if (result.ok) readings.push(result.value);
    else {
      const { message, remedy, command } = result.error;
      return fail([`${name}: ${message} ${remedy}`, command].filter(Boolean).join(' '));
    }
  }
  return ok(readings);
}

function labelOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

function unreadable(message: string): Outcome {
  return { status: 2, stdout: '', stderr: `rolewire: ${message}\n` };
}
