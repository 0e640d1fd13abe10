import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ViteDevServer } from 'vite';
import { viteRelay } from '../../deploy/relay/vite-relay.ts';
import { expect, serverTest, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { type Relay, relayAt, throughRelay } from '../relay/asked.ts';
import { type AwsFront, HOST_WITH_WRONG_CERTIFICATE, startAwsFront } from '../relay/aws-front.ts';
import { FORBIDDEN, forbiddenOf } from '../relay/forbidden.ts';
import {
  filesKept,
  HOST_OUT_OF_REACH,
  NGINX_FOLDER,
  NGINX_URL,
  readLogs,
  startNginx,
} from '../relay/nginx.ts';
import { type CallKind, signCall } from '../relay/signed-call.ts';
import { SHOP } from '../seeds/shop.ts';
import { PORTS } from '../servers/addresses.ts';
import { CACHE } from '../servers/folders.ts';
import type { RunningServer } from '../servers/process.ts';

/** The relays that people run, in front of a MiniStack that answers under AWS's names and checks every signature. */

const VITE_URL = `http://127.0.0.1:${PORTS.relayVite}`;
const RELAYS: readonly Relay[] = [relayAt('nginx', NGINX_URL), relayAt('Vite', VITE_URL)];
const CERTIFICATES = `${CACHE}/e2e/relay-certificates`;
const PERSONAL = {
  cookie: 'session=hush-cookie',
  referer: `${NGINX_URL}/?hush-referrer`,
  'x-forwarded-for': '203.0.113.7',
  forwarded: 'for=203.0.113.7',
  'user-agent': 'hush-agent',
  'x-api-key': 'hush-header',
};

let aws: AwsFront;
let nginx: RunningServer;
let vite: ViteDevServer;

serverTest.beforeAll(async () => {
  aws = await startAwsFront(CERTIFICATES);
  nginx = await startNginx(aws.certificateFile);
  const ca = readFileSync(aws.certificateFile);
  vite = await createServer({
    configFile: false,
    root: `${CACHE}/e2e/dist`,
    logLevel: 'error',
    plugins: [
      viteRelay({
        connect: (servername) => ({
          host: '127.0.0.1',
          port: servername === HOST_OUT_OF_REACH ? 9 : PORTS.relayAws,
          servername,
          ca,
        }),
      }),
    ],
    server: { host: '127.0.0.1', port: PORTS.relayVite, strictPort: true },
  });
  await vite.listen();
});

serverTest.afterAll(async () => {
  await Promise.allSettled([nginx?.stop(), vite?.close(), aws?.stop()]);
});

for (const relay of RELAYS) {
  serverTest.describe(`the relay of ${relay.name}`, () => {
    for (const kind of [
      'sts:GetCallerIdentity',
      'iam:ListRoles',
      'ec2:DescribeInstances',
      'autoscaling:Describe',
    ] as const) {
      serverTest(`passes ${kind} on, and AWS takes the signature`, async ({ shop }) => {
        const call = await signCall(kind, shop.reader);
        const answer = await relay.ask(throughRelay(call, relay.origin));
        expect(answer).toMatchObject({ status: 200, headers: { 'x-rolewire-relay': 'passed' } });
        expect(answer.body).toContain(SHOP_WORDS[kind]);
      });
    }

    serverTest('hands on what is signed and nothing else', async ({ shop }) => {
      const call = await signCall('iam:ListRoles', shop.reader);
      const asked = throughRelay(call, relay.origin);
      await relay.ask({ ...asked, headers: { ...asked.headers, ...PERSONAL } });
      const arrived = aws.arrivals.at(-1);
      expect(arrived).toMatchObject({ method: 'POST', url: '/', body: call.body });
      expect(arrived?.headers.host).toBe('iam.amazonaws.com');
      for (const [name, value] of Object.entries(call.headers)) expect(arrived?.headers[name]).toBe(value);
      const own = new Set([...Object.keys(call.headers), 'host', 'content-length', 'connection']);
      expect(Object.keys(arrived?.headers ?? {}).filter((name) => !own.has(name))).toEqual([]);
    });

    serverTest(
      'drops cookies, open doors and redirections of an answer, and lets nobody store it',
      async ({ shop }) => {
        const { headers } = await relay.ask(
          throughRelay(await signCall('iam:ListRoles', shop.reader), relay.origin),
        );
        const names = Object.keys(headers);
        for (const name of ['set-cookie', 'access-control-allow-origin', 'location', 'x-accel-redirect']) {
          expect(names).not.toContain(name);
        }
        expect(headers).toMatchObject({
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringContaining('sandbox'),
        });
      },
    );

    serverTest(
      'leaves it to AWS to refuse a changed body, another region’s signature and an unknown key',
      async ({ shop }) => {
        const call = await signCall('iam:ListRoles', shop.reader);
        const asked = throughRelay(call, relay.origin);
        const changed = { ...asked, body: `${call.body}&MaxItems=5` };
        const length = { 'content-length': String(changed.body.length) };
        const elsewhere = {
          ...throughRelay(await signCall('ec2:DescribeInstances', shop.reader), relay.origin),
        };
        const answers = await Promise.all([
          relay.ask({ ...changed, headers: { ...changed.headers, ...length } }),
          relay.ask({ ...elsewhere, target: '/aws/ec2.eu-west-1.amazonaws.com/' }),
          relay.ask(throughRelay(await signCall('iam:ListRoles', NOBODY), relay.origin)),
        ]);
        for (const answer of answers) {
          // AWS says 403 or, from EC2, 401.
          expect([401, 403]).toContain(answer.status);
          expect(answer.headers['x-rolewire-relay']).toBe('passed');
        }
      },
    );

    for (const forbidden of FORBIDDEN) {
      serverTest(`refuses ${forbidden.name}`, async ({ shop }) => {
        const call = await signCall('iam:ListRoles', shop.reader);
        const before = aws.arrivals.length;
        const answer = await relay.ask(forbiddenOf(throughRelay(call, relay.origin), forbidden));
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers['x-rolewire-relay'] ?? 'refused').toBe('refused');
        expect(Object.keys(answer.headers)).not.toContain('access-control-allow-origin');
        expect(aws.arrivals).toHaveLength(before);
      });
    }

    serverTest('never gives out credentials: AssumeRole and its kin are refused', async ({ shop }) => {
      const asked = throughRelay(await signCall('sts:GetCallerIdentity', shop.reader), relay.origin);
      for (const action of [
        'AssumeRole',
        'AssumeRoleWithWebIdentity',
        'GetSessionToken',
        'GetFederationToken',
      ]) {
        const body = `Action=${action}&Version=2011-06-15`;
        const answer = await relay.ask(forbiddenOf(asked, { name: action, change: { body } }));
        expect(answer).toMatchObject({ status: 403, headers: { 'x-rolewire-relay': 'refused' } });
      }
    });

    serverTest(
      'does not talk to a server whose certificate is not AWS’s, or that is away',
      async ({ shop }) => {
        const before = aws.arrivals.length;
        for (const host of [HOST_WITH_WRONG_CERTIFICATE, HOST_OUT_OF_REACH]) {
          const [, region = ''] = host.split('.');
          const call = await signCall('sts:GetCallerIdentity', shop.reader, region);
          expect(call.host).toBe(host);
          const answer = await relay.ask(throughRelay(call, relay.origin));
          expect(answer).toMatchObject({ status: 502, headers: { 'x-rolewire-relay': 'unreachable' } });
        }
        expect(aws.arrivals).toHaveLength(before);
      },
    );

    serverTest('is no proxy for other paths and whole addresses', async ({ shop }) => {
      const asked = throughRelay(await signCall('iam:ListRoles', shop.reader), relay.origin);
      const before = aws.arrivals.length;
      for (const target of [
        'http://evil.example/',
        'https://iam.amazonaws.com/',
        '/iam.amazonaws.com/',
        '/AWS/iam.amazonaws.com/',
        '/%61ws/iam.amazonaws.com/',
        '/x/../aws/evil.example/',
        '/',
      ]) {
        const answer = await relay.ask({ ...asked, target });
        expect([target, answer.headers['x-rolewire-relay'] ?? 'refused']).toEqual([target, 'refused']);
      }
      expect(aws.arrivals).toHaveLength(before);
    });
  });
}

serverTest(
  'nginx logs host, action and status alone, and keeps no body and no answer in a file',
  async ({ shop }) => {
    const asked = throughRelay(await signCall('iam:ListRoles', shop.reader), NGINX_URL);
    const relay = relayAt('nginx', NGINX_URL);
    for (const forbidden of FORBIDDEN) await relay.ask(forbiddenOf(asked, forbidden));
    await relay.ask({ ...asked, headers: { ...asked.headers, ...PERSONAL } });
    // nginx writes a line once it is done with a request, which the client may be sooner.
    await expect.poll(() => relayLog().at(-1)).toMatch(/ iam\.amazonaws\.com ListRoles 200$/);
    const lines = relayLog();
    expect(lines.length).toBeGreaterThan(FORBIDDEN.length);
    for (const line of lines) expect(line).toMatch(/^\d{4}-\S+ (-|[a-z0-9.-]+) (-|[A-Za-z]+) \d{3}$/);
    const all = Object.values(readLogs()).join('\n');
    const { accessKeyId, sessionToken = 'none' } = shop.reader;
    for (const secret of [
      'hush',
      'Signature=',
      'Version=2010',
      '203.0.113.7',
      'evil',
      accessKeyId,
      sessionToken,
    ]) {
      expect(all).not.toContain(secret);
    }
    expect(filesKept()).toEqual([]);
  },
);

test('nginx sends the page with the headers that a page cannot give itself', async ({ page }) => {
  const answer = await page.request.get(`${NGINX_URL}/`);
  expect(answer.headers()).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  const script = /assets\/[^"]+\.js/.exec(await answer.text())?.[0] ?? '';
  const asset = await page.request.get(`${NGINX_URL}/${script}`);
  expect(asset.headers()['cache-control']).toContain('immutable');
  expect((await page.request.get(`${NGINX_URL}/rolewire/relay.conf`)).status()).toBe(404);
  expect(existsSync(`${NGINX_FOLDER}/rolewire/relay.conf`)).toBe(true);
});

test.describe('the app behind nginx', () => {
  test.describe('with a relay for all calls', () => {
    test.use({ config: { relay: { when: 'always' }, regions: SHOP.regions } });

    test('reads the account through it and says so', async ({ page, shop, aws: log }) => {
      const workspace = new WorkspacePage(page);
      await workspace.signIn(shop.reader, NGINX_URL);
      await workspace.account.click();
      await expect(page.getByRole('dialog', { name: 'Account' })).toContainText(`${NGINX_URL}/aws`);
      const elsewhere = log.requests
        .map((request) => request.url())
        .filter((url) => !url.startsWith(NGINX_URL));
      expect(elsewhere.filter((url) => url.startsWith('http'))).toEqual([]);
      expect(aws.arrivals.some(({ headers }) => headers.host === 'ec2.eu-west-1.amazonaws.com')).toBe(true);
    });
  });

  test.describe('with a relay for when AWS is out of reach', () => {
    test.use({ config: { relay: { when: 'when-unreachable' }, regions: SHOP.regions } });

    test('offers it, and uses it only when a person says so', async ({ page, shop }) => {
      await page.route(/^https:\/\/[^/]*amazonaws\.com\//, (route) => route.abort('connectionfailed'));
      const start = new StartPage(page);
      await start.open(NGINX_URL);
      const before = aws.arrivals.length;
      await start.signIn(shop.reader);
      await expect(start.alert).toContainText(
        'sts.us-east-1.amazonaws.com could not be reached from this browser',
      );
      expect(aws.arrivals).toHaveLength(before);

      await page.getByRole('button', { name: 'Try through the relay' }).click();
      const workspace = new WorkspacePage(page);
      await workspace.whenRead();
      await expect(workspace.account).toContainText('relay');
      await workspace.account.click();
      await page.getByRole('switch', { name: 'Send calls through the relay' }).uncheck();
      await expect(page.getByRole('dialog', { name: 'Account' })).toContainText(
        'Straight from this browser.',
      );
    });
  });

  test.describe('with a relay that is not there', () => {
    test.use({ config: { relay: { when: 'always', path: '/no-relay' }, regions: SHOP.regions } });

    test('says that this server has none', async ({ page, shop }) => {
      const start = new StartPage(page);
      await start.open(NGINX_URL);
      await start.signIn(shop.reader);
      await expect(start.alert).toContainText("This page's server has no relay at /no-relay");
    });
  });
});

function relayLog(): readonly string[] {
  return (readLogs()['rolewire-relay.log'] ?? '').trim().split('\n');
}

const SHOP_WORDS: Readonly<Record<CallKind, string>> = {
  'sts:GetCallerIdentity': SHOP.accountId,
  'iam:ListRoles': '<RoleName>s3access</RoleName>',
  'ec2:DescribeInstances': '<instanceId>i-',
  'autoscaling:Describe': 'shop-front',
};

const NOBODY = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'x'.repeat(40),
  sessionToken: 'y'.repeat(40),
};
