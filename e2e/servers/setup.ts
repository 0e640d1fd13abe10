import { ensureBrowser } from './browser.ts';
import { ensureNginx } from './nginx-setup.ts';
import { ensurePythonServers } from './python.ts';

/** Makes what the end-to-end tests need beyond `npm ci`. Says in one line each what can't be had and what to install. */
const problems = [ensurePythonServers, ensureBrowser, ensureNginx].flatMap((ensure) => {
  try {
    ensure();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
});

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
