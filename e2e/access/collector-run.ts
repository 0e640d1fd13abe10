import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collectorFiles } from '../../src/access/collector-files.ts';
import type { CollectorRequest } from '../../src/access/collector-request.ts';
import type { Credentials } from '../seeds/clients.ts';
import { VENV } from '../servers/folders.ts';

export interface CollectorRun {
  readonly status: number | null;
  /** What the customer saw in the terminal; nothing may go to standard output. */
  readonly said: string;
  readonly printed: string;
  /** Names of all files in the folder afterwards, but for the script. */
  readonly files: readonly string[];
  /** The collected file. */
  readonly path: string;
  /** Its JSON, as text. */
  readonly text: string;
}

export interface Customer {
  readonly credentials: Credentials;
  readonly endpoint: string;
  /** An empty one of its own. */
  readonly folder: string;
}

/** Runs the bash script as a customer would: with the real AWS CLI, bash and gzip, in a folder that holds nothing else. */
export function runCollector(
  request: CollectorRequest,
  customer: Customer,
  args: readonly string[] = [],
): CollectorRun {
  const { folder, credentials, endpoint } = customer;
  const { bash } = collectorFiles(request);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${bash.name}`, bash.text);
  const done = spawnSync('bash', [bash.name, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${VENV}/bin:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...(credentials.sessionToken !== undefined && { AWS_SESSION_TOKEN: credentials.sessionToken }),
    },
  });
  const files = readdirSync(folder).filter((name) => name !== bash.name);
  const path = `${folder}/${files.find((name) => name.endsWith('.json.gz')) ?? 'none'}`;
  const text = files.length === 0 ? '' : gunzipSync(readFileSync(path)).toString('utf8');
  return { status: done.status, said: done.stderr, printed: done.stdout, files, path, text };
}
