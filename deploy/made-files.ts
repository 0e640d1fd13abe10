import { fileURLToPath } from 'node:url';
import { allowedModule } from './relay/make-allowed.ts';

export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

const DEPLOY = fileURLToPath(new URL('.', import.meta.url));

/** Every deployment file that is made from the app's own tables, as it should be now. */
export async function madeFiles(): Promise<readonly MadeFile[]> {
  return [{ path: `${DEPLOY}relay/allowed.js`, text: allowedModule() }];
}
