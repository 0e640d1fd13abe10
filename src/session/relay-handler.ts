import { FetchHttpHandler } from '@smithy/fetch-http-handler';
import { RelayError } from './relay-error.ts';

type Handle = FetchHttpHandler['handle'];
type HttpRequest = Parameters<Handle>[0];
type HttpResponse = Awaited<ReturnType<Handle>>['response'];

export interface RelayHandlerOptions {
  readonly requestTimeout: number;
  /** The path of the relay to use for the next request; `undefined` sends it straight to AWS. */
  readonly relayPath: () => string | undefined;
  /** Where the page comes from: `https://rolewire.example`. */
  readonly pageOrigin: () => string;
}

/** What a relay says of its answer: `passed` for one of AWS's, `refused` and `unreachable` for its own. */
const MARK = 'x-rolewire-relay';

/**
 * Sends what the SDK signed for an AWS host to `<relay path>/<that host>/` of the page's own server. It stands behind signing
 * and below the retries, so the signature always holds the real host and path; setting `endpoint` would sign the relay's.
 */
export class RelayHandler extends FetchHttpHandler {
  readonly #options: RelayHandlerOptions;

  constructor(options: RelayHandlerOptions) {
    super({ requestTimeout: options.requestTimeout });
    this.#options = options;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const path = this.#options.relayPath();
    if (path === undefined) return super.handle(request, options);
    const sent = relayed(request, path, this.#options.pageOrigin());
    const answer = await super.handle(sent, options).catch((error: unknown): never => {
      // A browser's word for any failed connection; a cancel and a timeout have other names.
      if (!(error instanceof TypeError)) throw error;
      throw new RelayError(
        'RelayUnreachable',
        `The server of this page, which holds the relay at ${path}, did not answer.`,
      );
    });
    const mark = answer.response.headers[MARK];
    if (mark === 'passed') return answer;
    throw await relayError(mark, answer.response, request.hostname, path);
  }
}

/** A copy: the SDK signs the original again when it retries. */
function relayed(request: HttpRequest, path: string, pageOrigin: string): HttpRequest {
  const { protocol, hostname, port } = new URL(pageOrigin);
  const { host: _signedFor, ...headers } = request.headers;
  return Object.assign(Object.create(Object.getPrototypeOf(request)), request, {
    protocol,
    hostname,
    port: port === '' ? undefined : Number(port),
    path: `${path}/${request.hostname}${request.path}`,
    headers,
  });
}

async function relayError(
  mark: string | undefined,
  response: HttpResponse,
  host: string,
  path: string,
): Promise<RelayError> {
  if (mark === 'unreachable') {
    return new RelayError('RelayUnreachable', `The relay at ${path} could not reach ${host}.`);
  }
  if (mark === 'refused') {
    const why = (await textOf(response.body)).trim().slice(0, 200);
    return new RelayError('RelayRefused', `The relay at ${path} does not pass this call on: ${why}`);
  }
  return new RelayError(
    'RelayMissing',
    `This page's server has no relay at ${path}: it answered with status ${response.statusCode}.`,
  );
}

async function textOf(body: unknown): Promise<string> {
  if (body instanceof ReadableStream || body instanceof Blob) return new Response(body).text();
  return '';
}
