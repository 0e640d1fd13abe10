import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { aptInstall } from './apt.ts';
import { ROOT, VENV } from './folders.ts';

const REQUIREMENTS = `${ROOT}/e2e/servers/requirements.txt`;
const STAMP = `${VENV}/rolewire-stamp`;
const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

/**
 * Makes the Python environment of MiniStack and moto, unless it stands there with the same pinned versions.
 * Throws one clear line when it can't be had.
 */
export function ensurePythonServers(): void {
  if (isUpToDate()) return;

  const python = findPython();
  console.log(`Installing MiniStack and moto into .cache/venv with ${python} (once).`);
  rmSync(VENV, { recursive: true, force: true });
  run(python, ['-m', 'venv', VENV], 'making the Python environment');
  run(
    `${VENV}/bin/python`,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS],
    'installing MiniStack and moto from PyPI (is it reachable from here?)',
  );
  writeFileSync(STAMP, wantedStamp());
}

function isUpToDate(): boolean {
  return (
    existsSync(STAMP) && existsSync(`${VENV}/bin/python`) && readFileSync(STAMP, 'utf8') === wantedStamp()
  );
}

/** A virtual environment holds its own path, so one that was copied elsewhere is made again. */
function wantedStamp(): string {
  return createHash('sha256').update(readFileSync(REQUIREMENTS)).update(VENV).digest('hex');
}

function findPython(): string {
  const found = PYTHONS.find(canMakeVenv);
  if (found !== undefined) return found;
  const problem = aptInstall(['python3', 'python3-venv']);
  const installed = PYTHONS.find(canMakeVenv);
  if (installed !== undefined) return installed;
  throw new Error(
    `No Python 3.10 or newer with venv was found, and it could not be installed: ${problem ?? 'the one of this system is too old'}. ` +
      'Install it: "apt-get install python3-venv" on Debian or Ubuntu, "brew install python" on macOS.',
  );
}

function canMakeVenv(python: string): boolean {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  return spawnSync(python, ['-c', check], { stdio: 'ignore' }).status === 0;
}

function run(command: string, args: readonly string[], doing: string): void {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
  if (done.status === 0) return;
  const reason = done.error?.message ?? (done.stderr || done.stdout).trim().split('\n').at(-1);
  throw new Error(`Failed at ${doing}: ${reason}`);
}
