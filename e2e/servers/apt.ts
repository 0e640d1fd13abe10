import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages of Debian or Ubuntu, as root or through a sudo that asks for no password.
 * Gives undefined when it worked, else one line that says why not.
 */
export function aptInstall(packages: readonly string[]): string | undefined {
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  const problem = aptUpdate();
  if (problem !== undefined) return problem;
  const install = run([
    ...(rootPrefix() ?? []),
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...packages,
  ]);
  return install === undefined ? undefined : `apt-get install ${packages.join(' ')} failed: ${install}`;
}

/** Fetches the lists of packages. Gives undefined when it worked, else one line that says why not. */
export function aptUpdate(): string | undefined {
  const prefix = rootPrefix();
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian or Ubuntu (no apt-get)';
  if (prefix === undefined) return 'apt-get needs root, and sudo asks for a password';
  const problem = run([...prefix, 'apt-get', 'update', '-qq']);
  return problem === undefined ? undefined : `apt-get update failed: ${problem}`;
}

/** What to put before a command to run it as root; undefined when that needs a password. */
function rootPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function run([command = '', ...args]: readonly string[]): string | undefined {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status === 0) return undefined;
  const lines = (done.stderr ?? '').trim().split('\n');
  return done.error?.message ?? lines.at(-1) ?? `exit status ${done.status}`;
}
