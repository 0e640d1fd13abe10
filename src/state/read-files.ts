import { compareText } from '../base/compare.ts';
import type { FileReport } from '../files/file-report.ts';
import type { LoadedFiles } from '../files/load-files.ts';
import { mergeReadings } from '../files/merge-readings.ts';
import type { FileReading } from '../files/read-cli-document.ts';
import { restore } from '../files/restore.ts';
import type { LoadProgress } from './load-all.ts';
import type { LoadOutcome } from './loaded-store.ts';
import { readInWorker } from './read-in-worker.ts';

/** What a load may be told, and what it adds to. */
export interface LoadOptions {
  /** What is on screen already and stays. */
  readonly base?: FileReading | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly read?: typeof readInWorker | undefined;
}

/**
 * Reads files of any kind into one inventory, whatever their order. What can't be read is said in the reports and costs nothing
 * else; only when nothing at all could be used is there no inventory.
 */
export async function readFiles(files: readonly File[], options: LoadOptions = {}): Promise<LoadOutcome> {
  const { base, onProgress = () => {}, signal = new AbortController().signal, read = readInWorker } = options;
  const inOrder = files.toSorted((a, b) => compareText(a.name, b.name));
  let loaded: LoadedFiles;
  try {
    loaded = await read(inOrder, onProgress, signal);
  } catch {
    return { ok: false, cancelled: signal.aborted, ...BROKE_DOWN, reports: [] };
  }
  const { reading, reports } = loaded;
  if (reading === undefined) return { ok: false, ...whyNothing(reports), reports };
  const names = reports.filter((report) => report.error === undefined).map((report) => report.name);
  return outcomeOf(base === undefined ? reading : mergeReadings([base, reading]), names, reports);
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
      reports: [],
    };
  }
  const reading = restore(text, { label: 'sample account' });
  if (!reading.ok) {
    return { ok: false, message: reading.error.message, remedy: reading.error.remedy, reports: [] };
  }
  // Whatever the file says of itself, what comes in by this door is marked as invented.
  const inventory = { ...reading.value.inventory, kind: 'sample' } as const;
  return outcomeOf({ ...reading.value, inventory }, ['sample account'], []);
}

function outcomeOf(
  reading: FileReading,
  names: readonly string[],
  reports: readonly FileReport[],
): LoadOutcome {
  const { inventory, dismissals, view } = reading;
  return { ok: true, inventory, names, dismissals, view, reading, reports };
}

/** The one reason when there is one file, else that there are several. */
function whyNothing(reports: readonly FileReport[]): { readonly message: string; readonly remedy?: string } {
  const [first] = reports;
  const error = first?.error;
  if (first === undefined || error === undefined) return { message: 'There was no file to read.' };
  if (reports.length === 1) {
    return { message: `${first.name}: ${error.message}`, remedy: error.remedy };
  }
  return {
    message: `None of the ${reports.length} files could be used.`,
    remedy: `${first.name}: ${error.message} ${error.remedy}`,
  };
}

const BROKE_DOWN = {
  message: 'Reading the files broke down, most likely for want of memory.',
  remedy: 'Open fewer or smaller files at once, for example those of one region.',
};
