import { FileLoad, type LoadedFiles } from '../files/load-files.ts';
import { toIsoTime } from '../inventory/ids.ts';

/** How far a load is: files from 1 on, bytes as they lie on the disk. */
export interface LoadProgress {
  readonly file: number;
  readonly files: number;
  /** Bytes of the files before this one. */
  readonly bytes: number;
  readonly allBytes: number;
}

/** Reads files one after another, so that one bad or absent file costs no other. Runs in a worker and in tests alike. */
export async function loadAll(
  files: readonly File[],
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadedFiles> {
  const load = new FileLoad();
  const allBytes = files.reduce((sum, file) => sum + file.size, 0);
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    onProgress({ file: index + 1, files: files.length, bytes, allBytes });
    const { name } = file;
    try {
      const content = new Uint8Array(await file.arrayBuffer());
      load.add({ name, bytes: content, readAt: toIsoTime(new Date(file.lastModified).toISOString()) });
    } catch {
      load.addFailure({ name, bytes: file.size, error: NOT_THERE });
    }
    bytes += file.size;
  }
  return load.result();
}

const NOT_THERE = {
  kind: 'unreadable',
  message: 'The file could not be read from the disk.',
  remedy: 'If it is a folder, choose the files inside of it.',
} as const;
