import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeBytes } from '../files/decode-bytes.ts';
import { mergeReadings } from '../files/merge-readings.ts';
import type { FileReading } from '../files/read-cli-document.ts';
import { restore } from '../files/restore.ts';
import { toIsoTime } from '../inventory/ids.ts';
import { makeReport } from './report.ts';

const USAGE = `Usage: npm run --silent findings -- FILE...

Reads AWS CLI output and prints one JSON document: nodes, edges, findings, answers, coverage.
Each FILE is a JSON object keyed by AWS CLI command, bare AWS CLI output, or a Rolewire snapshot;
"-" reads standard input. Several files are read as one account picture.
Exit status: 0 whatever is found, 2 if a file can't be read.
`;

/** A reason to stop, in words for the person at the terminal. */
class Unreadable extends Error {}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return;
  }
  if (args.length === 0) throw new Unreadable(`No file was named.\n\n${USAGE}`);
  const readAt = toIsoTime(new Date().toISOString());
  const readings: FileReading[] = [];
  for (const path of args) readings.push(await readOne(path, readAt));
  process.stdout.write(`${JSON.stringify(makeReport(mergeReadings(readings)), null, 2)}\n`);
}

async function readOne(path: string, readAt: ReturnType<typeof toIsoTime>): Promise<FileReading> {
  const label = path === '-' ? 'standard input' : path;
  const text = decodeBytes(await bytesOf(path));
  const reading = text.ok ? restore(text.value, { label, readAt }) : text;
  if (!reading.ok) throw new Unreadable(`${label}: ${reading.error.message} ${reading.error.remedy}`);
  return reading.value;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw new Unreadable(
      `${path}: the file can't be opened: ${error instanceof Error ? error.message : error}`,
    );
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  process.stderr.write(`rolewire: ${error.message}\n`);
  process.exitCode = 2;
}
