import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { SHOP } from '../seeds/shop.ts';
import { PORTS } from '../servers/addresses.ts';

/** A request as it came to AWS. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface AwsFront {
  /** The certificate that a client of it has to trust. */
  readonly certificateFile: string;
  readonly arrivals: Arrival[];
  stop(): Promise<void>;
}

/** Its certificate does not hold for this host of AWS. */
export const HOST_WITH_WRONG_CERTIFICATE = 'sts.sa-east-1.amazonaws.com';

/**
 * MiniStack under AWS's own names, over TLS. Each answer also tries what an answer of a relay must never do: to set a cookie,
 * to open itself to other pages, to lead the server or the browser elsewhere.
 */
export async function startAwsFront(folder: string): Promise<AwsFront> {
  const { key, certificate } = makeCertificate(folder);
  const arrivals: Arrival[] = [];
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const { method = '', url = '', headers } = request;
        arrivals.push({ method, url, headers, body: body.toString() });
        const onward = ask(
          { port: PORTS.ministack, host: '127.0.0.1', method, path: url, headers },
          (answer) => {
            response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...BAD_HABITS });
            answer.pipe(response);
          },
        );
        onward.on('error', () => response.destroy());
        onward.end(body);
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(PORTS.relayAws, '127.0.0.1', resolve));
  return {
    certificateFile: certificate,
    arrivals,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const BAD_HABITS = {
  'set-cookie': 'tracker=1; Path=/',
  'access-control-allow-origin': '*',
  'x-accel-redirect': '/config.json',
  location: 'https://elsewhere.example/',
  'cache-control': 'public, max-age=60',
};

function makeCertificate(folder: string): { readonly key: string; readonly certificate: string } {
  mkdirSync(folder, { recursive: true });
  const key = `${folder}/aws.key`;
  const certificate = `${folder}/aws.crt`;
  const names = ['*.amazonaws.com', ...SHOP.regions.map((region) => `*.${region}.amazonaws.com`)];
  const done = spawnSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout ${key} -out ${certificate}`
      .split(' ')
      .concat(
        '-subj',
        '/CN=AWS for tests',
        '-addext',
        `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`,
      ),
    { encoding: 'utf8' },
  );
  if (done.status !== 0)
    throw new Error(`openssl made no certificate: ${done.error?.message ?? done.stderr}`);
  return { key, certificate };
}
