import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { aptUpdate } from './apt.ts';
import { CACHE } from './folders.ts';

/** An nginx that starts, with its module for JavaScript. */
export interface Nginx {
  readonly binary: string;
  readonly jsModule: string;
  readonly mimeTypes: string;
}

/** Debian's packages, unpacked here and not installed: installing would start a server on port 80. */
const UNPACKED = `${CACHE}/nginx`;
const PACKAGES = ['nginx', 'nginx-common', 'libnginx-mod-http-js'];

const PLACES: readonly Nginx[] = [UNPACKED, ''].map((root) => ({
  binary: `${root}/usr/sbin/nginx`,
  jsModule: `${root}/usr/lib/nginx/modules/ngx_http_js_module.so`,
  mimeTypes: `${root}/etc/nginx/mime.types`,
}));

/** Finds nginx with its JavaScript module, or unpacks that of Debian. Throws one clear line when it can't be had. */
export function ensureNginx(): void {
  if (findNginx() !== undefined) return;
  const problem = unpackFromDebian();
  if (findNginx() !== undefined) return;
  throw new Error(
    `The relay's tests need nginx with its JavaScript module, which could not be had: ${problem ?? 'it does not start here'}. ` +
      'On Debian and Ubuntu: "apt-get install nginx libnginx-mod-http-js"; elsewhere nginx.org\'s packages "nginx" and "nginx-module-njs". ' +
      'The tests also need the "openssl" command.',
  );
}

/** The nginx to test with; undefined where setup could not get one. */
export function findNginx(): Nginx | undefined {
  return PLACES.find(
    (place) =>
      existsSync(place.binary) && existsSync(place.jsModule) && existsSync(place.mimeTypes) && starts(place),
  );
}

function unpackFromDebian(): string | undefined {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian or Ubuntu (no apt-get)';
  console.log('Unpacking nginx and its JavaScript module from Debian into .cache/nginx (once).');
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(`${UNPACKED}/debs`, { recursive: true });
  if (!download()) {
    const problem = aptUpdate();
    if (problem !== undefined) return problem;
    if (!download()) return `apt-get download ${PACKAGES.join(' ')} failed`;
  }
  for (const file of readdirSync(`${UNPACKED}/debs`)) {
    spawnSync('dpkg-deb', ['--extract', `${UNPACKED}/debs/${file}`, UNPACKED], { stdio: 'ignore' });
  }
  return undefined;
}

function download(): boolean {
  const options = { cwd: `${UNPACKED}/debs`, stdio: 'ignore', timeout: 300_000 } as const;
  return spawnSync('apt-get', ['download', '-qq', ...PACKAGES], options).status === 0;
}

/** Libraries may be missing, or the module may be of another version. */
function starts({ binary, jsModule }: Nginx): boolean {
  const folder = `${CACHE}/nginx-try`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/try.conf`, `load_module ${jsModule}; pid ${folder}/pid; events {}`);
  const args = ['-t', '-q', '-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/try.conf`];
  return spawnSync(binary, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
