import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fail, ok } from '../base/result.ts';
import { toIsoTime } from '../inventory/ids.ts';
import { type ReadBytes, run } from './run.ts';

/** The process around {@link run}: arguments, files, standard input and output, exit status. */
const readBytes: ReadBytes = async (path) => {
  try {
    return ok(path === '-' ? await buffer(process.stdin) : await readFile(path));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const outcome = await run(process.argv.slice(2), toIsoTime(new Date().toISOString()), readBytes);
// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.stdout.write(outcome.stdout);
process.stderr.write(outcome.stderr);
process.exitCode = outcome.status;
