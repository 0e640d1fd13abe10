import { fileURLToPath } from 'node:url';

/** The repository's own folder, with no slash at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Ignored by git: what setup makes once and later runs find again. */
export const CACHE = `${ROOT}/.cache`;

/** Ignored by git: what one run of the tests leaves behind. */
export const RESULTS = `${ROOT}/test-results`;

/** Where setup writes which browser the tests shall use. */
export const BROWSER_FILE = `${CACHE}/browser.json`;

/** The Python environment of the AWS-compatible servers. */
export const VENV = `${CACHE}/venv`;
