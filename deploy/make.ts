import { writeFileSync } from 'node:fs';
import { madeFiles } from './made-files.ts';

/** `npm run deploy:make`: writes again what the deployment files take from the app's own tables. */
for (const { path, text } of madeFiles()) {
  writeFileSync(path, text);
  console.log(`Wrote ${path}`);
}
