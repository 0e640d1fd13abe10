import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { toAccountId, toArn, toRegion } from '../inventory/ids.ts';
import { staticSource } from '../session/credential-source.ts';
import { keepCredentials } from '../session/credential-vault.ts';
import { createRenewal } from '../session/renewal.ts';
import type { Session } from '../session/session.ts';

export interface Answer {
  readonly status?: number;
  readonly xml: string;
}
export type Handler = (form: URLSearchParams, nth: number) => Answer | Promise<Answer>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that answers in the wire format of AWS, with the forms that it was asked and how they were signed. */
export async function serveAws(
  handler: Handler,
): Promise<{ endpoint: string; asked: URLSearchParams[]; signed: string[] }> {
  const asked: URLSearchParams[] = [];
  const signed: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', async () => {
      const form = new URLSearchParams(body);
      asked.push(form);
      signed.push(request.headers.authorization ?? '');
      const { status = 200, xml } = await handler(form, asked.length);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, signed };
}

/** A session with credentials of its own in the vault. */
export function signedInSession(): Session {
  const made: Session = {
    sessionNumber: 1,
    accountId: toAccountId('111122223333'),
    callerArn: toArn('arn:aws:iam::111122223333:user/a'),
    userId: 'AIDA',
    partition: 'aws',
    startRegion: toRegion('us-east-1'),
    origin: { kind: 'static', words: 'those that were pasted', renews: false },
    longLived: false,
    signInPart: {},
  };
  const credentials = { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token' };
  keepCredentials(made, createRenewal(staticSource(credentials), credentials));
  return made;
}
