import type { LoadedFiles } from '../files/load-files.ts';
import type { LoadProgress } from './load-all.ts';

/** What the worker tells the page. */
export type ToPage =
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly kind: 'done'; readonly loaded: LoadedFiles }
  | { readonly kind: 'failed' };

/**
 * Reads files in a worker of their own, so that the page stays quick and the bytes never come to it. Cancelling ends the worker,
 * with all its memory, at once. Rejects when cancelled, or when the worker can't start or breaks down.
 */
export function readInWorker(
  files: readonly File[],
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedFiles> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('cancelled'));
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    const fault = (): void => {
      end();
      reject(new Error('the worker broke down'));
    };
    signal.addEventListener('abort', fault, { once: true });
    worker.addEventListener('error', fault);
    worker.addEventListener('messageerror', fault);
    worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
      if (data.kind === 'progress') return onProgress(data.progress);
      end();
      signal.removeEventListener('abort', fault);
      if (data.kind === 'done') resolve(data.loaded);
      else reject(new Error('the worker broke down'));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(files);
  });
}
