import { request as ask } from 'node:http';
import type { SignedCall } from './signed-call.ts';

/** A request to a relay, with nothing added that is not written here but Host and the length of the body. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A relay in any form that it is served in. */
export interface Relay {
  readonly name: string;
  /** Where its page comes from. */
  readonly origin: string;
  readonly ask: (asked: Asked) => Promise<Answered>;
}

/** The signed call as the page's own script sends it through a relay. */
export function throughRelay({ host, headers, body }: SignedCall, origin: string): Asked {
  return {
    method: 'POST',
    target: `/aws/${host}/`,
    headers: { ...headers, origin, 'sec-fetch-site': 'same-origin' },
    body,
  };
}

/** A relay that listens at an origin. `fetch` would tidy up what these tests want to send untidily. */
export function relayAt(name: string, origin: string): Relay {
  const { hostname, port } = new URL(origin);
  return {
    name,
    origin,
    ask: ({ method, target, headers, body }) =>
      new Promise((resolve, reject) => {
        const sent = ask({ hostname, port, method, path: target, headers, agent: false }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            text += chunk;
          });
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body: text }),
          );
          answer.on('error', reject);
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

function flat(headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
