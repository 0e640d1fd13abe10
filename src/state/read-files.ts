import type { FileReading } from '../files/read-cli-document.ts';
import { restore } from '../files/restore.ts';
import { toIsoTime } from '../inventory/ids.ts';
import { mergeInventories } from '../inventory/merge.ts';
import type { LoadOutcome } from './loaded-store.ts';

/** Bytes; longer files are refused before they are read into memory. */
const LARGEST = 200_000_000;

/** Reads files in the order of their names into one inventory. The first that can't be read is the answer. */
export async function readFiles(files: readonly File[]): Promise<LoadOutcome> {
  const readings: FileReading[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (file.size > LARGEST) {
      return {
        ok: false,
        message: `${file.name} is too large to open in a browser.`,
        remedy: 'Split it, for example one file a region.',
      };
    }
    let text: string;
    try {
      text = await file.text();
    } catch {
      return {
        ok: false,
        message: `${file.name} could not be read from the disk.`,
        remedy: 'If it is a folder, choose the files inside of it.',
      };
    }
    const reading = restore(text, {
      label: file.name,
      readAt: toIsoTime(new Date(file.lastModified).toISOString()),
    });
    if (!reading.ok) {
      return { ok: false, message: `${file.name}: ${reading.error.message}`, remedy: reading.error.remedy };
    }
    readings.push(reading.value);
  }
  return outcomeOf(
    readings,
    files.map((file) => file.name),
  );
}

/** Reads the invented account from beside the page. */
export async function readSample(url: string): Promise<LoadOutcome> {
  let text: string;
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(String(response.status));
    text = await response.text();
  } catch {
    return {
      ok: false,
      message: 'The sample account could not be loaded from the server that this page came from.',
      remedy: 'Check the connection, then try again.',
    };
  }
  const reading = restore(text, { label: 'sample account' });
  if (!reading.ok) return { ok: false, message: reading.error.message, remedy: reading.error.remedy };
  const outcome = outcomeOf([reading.value], ['sample account']);
  // Whatever the file says of itself, what comes in by this door is marked as invented.
  return outcome.ok ? { ...outcome, inventory: { ...outcome.inventory, kind: 'sample' } } : outcome;
}

function outcomeOf(readings: readonly FileReading[], names: readonly string[]): LoadOutcome {
  const [only] = readings;
  const inventory =
    only && readings.length === 1 ? only.inventory : mergeInventories(readings.map((each) => each.inventory));
  const unused = readings.flatMap((each) => each.notUsed);
  if (inventory.coverage.length === 0 && inventory.statements.length === 0) {
    return {
      ok: false,
      message: `${names.join(', ')}: no output of an AWS CLI command that Rolewire reads was found.`,
      remedy:
        unused[0] === undefined
          ? 'Save the output of “aws iam list-instance-profiles” and “aws ec2 describe-instances” as JSON and open both.'
          : `Not used: ${unused.map((each) => `${each.command} (${each.reason})`).join('; ')}`,
    };
  }
  return {
    ok: true,
    inventory,
    names,
    dismissals: readings.flatMap((each) => each.dismissals ?? []),
    // Several files make a picture that none of them showed.
    view: readings.length === 1 ? only?.view : undefined,
    notes: [
      ...readings.flatMap((each) => each.notes),
      ...unused.map((each) => `${each.command} was not used: ${each.reason}`),
    ],
  };
}
