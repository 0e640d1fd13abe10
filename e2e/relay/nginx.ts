import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import allowed from '../../deploy/relay/allowed.js';
import { PORTS } from '../servers/addresses.ts';
import { CACHE, RESULTS, ROOT } from '../servers/folders.ts';
import { findNginx, type Nginx } from '../servers/nginx-setup.ts';
import { type RunningServer, startServer } from '../servers/process.ts';

export const NGINX_FOLDER = `${CACHE}/e2e/relay`;
export const NGINX_URL = `http://127.0.0.1:${PORTS.relayNginx}`;

/** On the list, but no server answers for it here. */
export const HOST_OUT_OF_REACH = 'sts.af-south-1.amazonaws.com';

/**
 * nginx as the container runs it, from the files in `deploy/`: only paths, port, DNS server and trusted certificate are other,
 * and AWS's names lead to `PORTS.relayAws`. It serves the app that was built for the tests.
 */
export async function startNginx(certificateFile: string): Promise<RunningServer> {
  const nginx = findNginx();
  if (nginx === undefined)
    throw new Error('No nginx: run "npx tsx e2e/servers/setup.ts", which says what is missing.');
  const conf = writeFolder(nginx, certificateFile);
  // As root, nginx would give its workers to a user who may not read this folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  return startServer({
    name: 'nginx',
    command: nginx.binary,
    args: ['-p', NGINX_FOLDER, '-e', `${NGINX_FOLDER}/log/start.log`, '-c', conf, '-g', `${user}daemon off;`],
    env: {},
    port: PORTS.relayNginx,
    readyUrl: `${NGINX_URL}/index.html`,
    logFile: `${RESULTS}/servers/nginx.log`,
  });
}

/** All that nginx has logged, of requests and of errors. */
export function readLogs(): Readonly<Record<string, string>> {
  const files = readdirSync(`${NGINX_FOLDER}/log`);
  return Object.fromEntries(files.map((file) => [file, readFileSync(`${NGINX_FOLDER}/log/${file}`, 'utf8')]));
}

/** Bodies and answers that nginx put into files. */
export function filesKept(): readonly string[] {
  return readdirSync(`${NGINX_FOLDER}/tmp`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\d/.test(file),
  );
}

function writeFolder({ jsModule, mimeTypes }: Nginx, certificateFile: string): string {
  rmSync(NGINX_FOLDER, { recursive: true, force: true });
  for (const folder of ['log', 'tmp', 'rolewire/on'])
    mkdirSync(`${NGINX_FOLDER}/${folder}`, { recursive: true });
  cpSync(`${ROOT}/deploy/nginx`, `${NGINX_FOLDER}/rolewire`, { recursive: true });
  for (const file of ['rules.js', 'allowed.js', 'nginx.js']) {
    cpSync(`${ROOT}/deploy/relay/${file}`, `${NGINX_FOLDER}/rolewire/${file}`);
  }
  const here = (file: string): string => `${NGINX_FOLDER}/rolewire/${file}`;
  change(here('relay-answer.conf'), { '/var/log/nginx': `${NGINX_FOLDER}/log` });
  change(here('nginx.conf'), {
    '/etc/nginx/modules-enabled/*.conf': here('module.conf'),
    '/etc/nginx/mime.types': mimeTypes,
    '/var/log/nginx': `${NGINX_FOLDER}/log`,
    '/tmp/nginx': `${NGINX_FOLDER}/tmp/nginx`,
    '/usr/share/rolewire': `${CACHE}/e2e/dist`,
    'listen 8080': `listen 127.0.0.1:${PORTS.relayNginx}`,
  });
  // Paths of includes and scripts are relative to the folder of the main file.
  cpSync(here('nginx.conf'), `${NGINX_FOLDER}/nginx.conf`);
  writeFileSync(here('module.conf'), `load_module ${jsModule};\n`);
  writeFileSync(
    here('machine.conf'),
    `resolver 127.0.0.1:9 ipv6=off;\nresolver_timeout 1s;\nproxy_ssl_trusted_certificate ${certificateFile};\n`,
  );
  cpSync(here('relay-http.conf'), here('on/http-relay.conf'));
  cpSync(here('relay.conf'), here('on/server-relay.conf'));
  const hosts = Object.keys(allowed.hosts).filter((host) => host !== HOST_OUT_OF_REACH);
  writeFileSync(
    here('on/http-aws.conf'),
    hosts.map((host) => `upstream ${host} { server 127.0.0.1:${PORTS.relayAws}; }\n`).join(''),
  );
  return `${NGINX_FOLDER}/nginx.conf`;
}

function change(file: string, changes: Readonly<Record<string, string>>): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from))
      throw new Error(`${file} no longer says ${from}: change this test's set-up with it.`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(file, text);
}
