import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RequestOptions, request as sendTo } from 'node:https';
import type { Connect, Plugin } from 'vite';
import rules from './rules.js';

export interface ViteRelayOptions {
  /** For tests: where to connect to in place of the host itself; the name in the certificate and in Host stays. */
  readonly connect?: ((host: string) => RequestOptions) | undefined;
}

/**
 * The relay for Vite's dev and preview servers, under the same rules as nginx's. Not Vite's own proxy: that one can't read a
 * body before it sends it on.
 */
export function viteRelay(options: ViteRelayOptions = {}): Plugin {
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    // `originalUrl` as Vite takes its base path off `url`.
    if (request.originalUrl?.startsWith('/aws/')) void relay(request, response, options);
    else next();
  };
  return {
    name: 'rolewire-relay',
    configureServer: ({ middlewares }) => goFirst(middlewares, handle),
    configurePreviewServer: ({ middlewares }) => goFirst(middlewares, handle),
  };
}

/** Before Vite's own: its CORS answers would open the relay to pages of other local servers. */
function goFirst({ stack }: Connect.Server, handle: Connect.NextHandleFunction): void {
  stack.unshift({ route: '', handle });
}

async function relay(
  request: IncomingMessage & { readonly originalUrl?: string },
  response: ServerResponse,
  { connect }: ViteRelayOptions,
): Promise<void> {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const head = rules.judgeHead({
    method: request.method ?? '',
    target: request.originalUrl ?? '',
    page: request.headers.host ?? '',
    header,
  });
  if ('why' in head) return refuse(response, head.status, head.why);
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413, 'the body is too large');
  const judged = rules.judgeBody(head.service, body.toString('latin1'));
  if ('why' in judged) return refuse(response, judged.status, judged.why);

  const headers = Object.fromEntries(
    rules.PASSED_HEADERS.flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const upstream = sendTo({
    host: head.host,
    servername: head.host,
    method: 'POST',
    path: '/',
    headers: { ...headers, host: head.host, 'content-length': body.length },
    timeout: 60_000,
    ...connect?.(head.host),
  });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      ...ANSWER_HEADERS,
      'x-rolewire-relay': 'passed',
      'content-type': answer.headers['content-type'] ?? 'text/xml',
      ...(answer.headers.date !== undefined && { date: answer.headers.date }),
    });
    answer.pipe(response);
  });
  upstream.on('timeout', () => upstream.destroy(new Error('timeout')));
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else answerWith(response, 502, 'unreachable', 'the relay could not reach AWS');
  });
  response.on('close', () => upstream.destroy());
  upstream.end(body);
}

const ANSWER_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

function refuse(response: ServerResponse, status: number, why: string): void {
  answerWith(response, status, 'refused', why);
}

function answerWith(response: ServerResponse, status: number, mark: string, text: string): void {
  response.writeHead(status, { ...ANSWER_HEADERS, 'x-rolewire-relay': mark, 'content-type': 'text/plain' });
  response.end(`${text}\n`);
}

/** The body; `undefined` when it is longer than the rules allow. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > rules.BODY_LIMIT) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
