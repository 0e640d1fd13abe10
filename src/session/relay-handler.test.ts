import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionTo } from './connection.ts';
import { createRelayChoice, relayPathInUse } from './relay-choice.ts';
import { RelayHandler } from './relay-handler.ts';
import { hostOf } from './sdk-host.ts';

/** The SDK's own client against a server that stands for the one of the page. */

const ALIASES =
  '<ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases><member>prod</member></AccountAliases></ListAccountAliasesResult></ListAccountAliasesResponse>';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (response: ServerResponse, nth: number) => void;

async function pageServer(answer: Answer): Promise<{ origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    request.resume().on('end', () => answer(response, asked.length));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function passed(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml', 'x-rolewire-relay': 'passed' }).end(body);
}

function listAliases(origin: string, relayPath: () => string | undefined = () => '/aws') {
  const client = new IAMClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token' },
    maxAttempts: 3,
    requestHandler: new RelayHandler({ requestTimeout: 5000, relayPath, pageOrigin: () => origin }),
  });
  return client.send(new ListAccountAliasesCommand({}));
}

describe('a call through the relay', () => {
  it('goes to the host it was signed for, under the path of the relay', async () => {
    const { origin, asked } = await pageServer((response) => passed(response, 200, ALIASES));
    expect((await listAliases(origin)).AccountAliases).toEqual(['prod']);
    const [request] = asked;
    expect(`${request?.method} ${request?.url}`).toBe('POST /aws/iam.amazonaws.com/');
    expect(request?.headers.authorization).toMatch(
      /Credential=ASIA1\/\d{8}\/us-east-1\/iam\/aws4_request, SignedHeaders=[^,]*\bhost\b/,
    );
    expect(request?.headers.host).toBe(new URL(origin).host);
  });

  it('is prefixed once and signed anew when the SDK tries again', async () => {
    const { origin, asked } = await pageServer((response, nth) =>
      nth < 3
        ? passed(response, 503, '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>')
        : passed(response, 200, ALIASES),
    );
    await listAliases(origin);
    expect(asked.map(({ url }) => url)).toEqual(Array.from({ length: 3 }, () => '/aws/iam.amazonaws.com/'));
    expect(new Set(asked.map(({ headers }) => headers['amz-sdk-request'])).size).toBe(3);
  });

  it('keeps AWS’s own errors', async () => {
    const { origin } = await pageServer((response) =>
      passed(
        response,
        403,
        '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
      ),
    );
    await expect(listAliases(origin)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('tells a refusal of the relay from one of AWS', async () => {
    const { origin, asked } = await pageServer((response) =>
      response.writeHead(403, { 'x-rolewire-relay': 'refused' }).end('this action is not on the list'),
    );
    await expect(listAliases(origin)).rejects.toMatchObject({
      name: 'RelayRefused',
      message: 'The relay at /aws does not pass this call on: this action is not on the list',
    });
    expect(asked).toHaveLength(1);
  });

  it('tries again when the relay could not reach AWS, then says so', async () => {
    const { origin, asked } = await pageServer((response) =>
      response.writeHead(502, { 'x-rolewire-relay': 'unreachable' }).end(),
    );
    await expect(listAliases(origin)).rejects.toMatchObject({
      name: 'RelayUnreachable',
      message: 'The relay at /aws could not reach iam.amazonaws.com.',
    });
    expect(asked).toHaveLength(3);
  });

  it('never takes the answer of a server without a relay for one of AWS', async () => {
    const { origin } = await pageServer((response) => response.writeHead(200).end('<!doctype html>'));
    await expect(listAliases(origin)).rejects.toMatchObject({
      name: 'RelayMissing',
      message: "This page's server has no relay at /aws: it answered with status 200.",
    });
  });

  it('says that the server of the page is away', async () => {
    await expect(listAliases('http://127.0.0.1:9')).rejects.toMatchObject({ name: 'RelayUnreachable' });
  });
});

describe('the choice of a relay', () => {
  it('is the person’s where AWS may be reachable, and the page’s otherwise', () => {
    const choice = createRelayChoice();
    const whenUnreachable = { relay: { path: '/aws', when: 'when-unreachable' } } as const;
    expect(relayPathInUse({}, choice)).toBeUndefined();
    expect(relayPathInUse(whenUnreachable, choice)).toBeUndefined();
    expect(relayPathInUse({ relay: { path: '/aws', when: 'always' } }, choice)).toBe('/aws');
    choice.choose(true);
    expect(relayPathInUse({}, choice)).toBeUndefined();
    expect(relayPathInUse({ relay: { path: '/aws', when: 'never' } }, choice)).toBeUndefined();
    expect(relayPathInUse(whenUnreachable, choice)).toBe('/aws');
  });
});

describe('where a client asks', () => {
  it('is a FIPS or dual-stack host by choice, and messages name that host', async () => {
    const fips = await connectionTo('ec2', 'us-east-1', { useFipsEndpoint: true }, 1000);
    const both = await connectionTo(
      'ec2',
      'us-east-1',
      { useFipsEndpoint: true, useDualstackEndpoint: true },
      1000,
    );
    expect(await hostOf(new EC2Client({ ...fips }))).toBe('ec2-fips.us-east-1.amazonaws.com');
    expect(await hostOf(new EC2Client({ ...both }))).toBe('ec2-fips.us-east-1.api.aws');
    expect(await hostOf(new EC2Client({ ...(await connectionTo('ec2', 'us-east-1', {}, 1000)) }))).toBe(
      'ec2.us-east-1.amazonaws.com',
    );
  });

  it('is a custom endpoint as it is: no relay, no FIPS', async () => {
    const config = {
      endpoint: 'http://127.0.0.1:4566',
      useFipsEndpoint: true,
      relay: { path: '/aws', when: 'always' },
    } as const;
    expect(await connectionTo('iam', 'us-east-1', config, 1000)).toEqual({
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:4566',
      requestHandler: { requestTimeout: 1000 },
    });
  });
});
