import { describe, expect, it } from 'vitest';
import { toRegion } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import { dropCredentials } from '../session/credential-vault.ts';
import { openClients } from './clients.ts';
import type { ReadRequest } from './live-calls.ts';
import { type Answer, serveAws, signedInSession } from './wire-server.test-data.ts';

/** The SDK's own clients against a server that speaks AWS's wire format, so that tokens and errors are the real ones. */

async function readAll(
  endpoint: string,
  request: ReadRequest,
  { of = signedInSession(), signal = new AbortController().signal } = {},
) {
  const clients = openClients(of, { endpoint });
  const parts: InventoryPart[] = [];
  for await (const part of clients.read(request, signal)) parts.push(part);
  const tally = clients.tally();
  clients.close();
  return { parts, entry: parts.at(-1)?.coverage?.[0], tally };
}

const instances = (ids: readonly string[], token?: string): Answer => ({
  xml: `<DescribeInstancesResponse><reservationSet>${ids
    .map(
      (id) =>
        `<item><ownerId>111122223333</ownerId><instancesSet><item><instanceId>${id}</instanceId><instanceState><code>16</code><name>running</name></instanceState><iamInstanceProfile><arn>arn:aws:iam::111122223333:instance-profile/p</arn><id>AIPA1</id></iamInstanceProfile><tagSet><item><key>Name</key><value>&lt;img onerror&gt;</value></item></tagSet></item></instancesSet></item>`,
    )
    .join(
      '',
    )}</reservationSet>${token === undefined ? '' : `<nextToken>${token}</nextToken>`}</DescribeInstancesResponse>`,
});
const roles = (names: readonly string[], marker?: string): Answer => ({
  xml: `<ListRolesResponse><ListRolesResult><Roles>${names
    .map(
      (name) =>
        `<member><RoleName>${name}</RoleName><Arn>arn:aws:iam::1:role/${name}</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate></member>`,
    )
    .join(
      '',
    )}</Roles><IsTruncated>${marker !== undefined}</IsTruncated>${marker ? `<Marker>${marker}</Marker>` : ''}</ListRolesResult></ListRolesResponse>`,
});
const ec2Error = (code: string, status = 403): Answer => ({
  status,
  xml: `<Response><Errors><Error><Code>${code}</Code><Message>said so</Message></Error></Errors><RequestID>1</RequestID></Response>`,
});
const iamError = (code: string, status = 403): Answer => ({
  status,
  xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>said so</Message></Error></ErrorResponse>`,
});

const profile = (name: string) =>
  `<member><InstanceProfileName>${name}</InstanceProfileName><Roles/></member>`;

const INSTANCES: ReadRequest = { call: 'ec2:DescribeInstances', region: toRegion('eu-west-1') };

const attached = (names: readonly string[], marker?: string): Answer => ({
  xml: `<ListAttachedRolePoliciesResponse><ListAttachedRolePoliciesResult><AttachedPolicies>${names
    .map(
      (name) =>
        `<member><PolicyName>${name}</PolicyName><PolicyArn>arn:aws:iam::aws:policy/${name}</PolicyArn></member>`,
    )
    .join(
      '',
    )}</AttachedPolicies><IsTruncated>${marker !== undefined}</IsTruncated>${marker ? `<Marker>${marker}</Marker>` : ''}</ListAttachedRolePoliciesResult></ListAttachedRolePoliciesResponse>`,
});

describe('reading the policies of a role', () => {
  it('gives one list of all pages, so that no page stands for the whole', async () => {
    const { endpoint, asked } = await serveAws((form) =>
      form.get('Marker') === null ? attached(['A'], 'two') : attached(['B']),
    );
    const { parts, entry } = await readAll(endpoint, {
      call: 'iam:ListAttachedRolePolicies',
      resource: 'web',
    });
    expect(asked.map((form) => [form.get('RoleName'), form.get('Marker')])).toEqual([
      ['web', null],
      ['web', 'two'],
    ]);
    expect(entry).toMatchObject({ status: 'complete', records: 2, resource: 'web' });
    expect(parts.at(-1)?.rolePolicies?.[0]?.AttachedPolicies?.map((each) => each.PolicyName)).toEqual([
      'A',
      'B',
    ]);
  });

  it('names inline policy and version in what it says of its reads', async () => {
    const { endpoint } = await serveAws((form) =>
      form.get('Action') === 'GetRolePolicy'
        ? iamError('AccessDenied')
        : {
            xml: '<GetPolicyVersionResponse><GetPolicyVersionResult><PolicyVersion><Document>%7B%22Statement%22%3A%5B%5D%7D</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></PolicyVersion></GetPolicyVersionResult></GetPolicyVersionResponse>',
          },
    );
    const inline = await readAll(endpoint, { call: 'iam:GetRolePolicy', resource: 'web', detail: 'own' });
    expect(inline.entry).toMatchObject({ status: 'denied', resource: 'web', detail: 'own' });
    const resource = 'arn:aws:iam::111122223333:policy/team/App';
    const version = await readAll(endpoint, { call: 'iam:GetPolicyVersion', resource, detail: 'v2' });
    expect(version.entry).toMatchObject({ status: 'complete', resource, detail: 'v2' });
    expect(version.parts[0]?.managedPolicies).toMatchObject([
      { PolicyArn: resource, PolicyName: 'App', VersionId: 'v2', IsDefaultVersion: true },
    ]);
  });
});

describe('reading from AWS', () => {
  it('asks EC2 for the largest pages and goes on while a token comes, over an empty page too', async () => {
    const { endpoint, asked } = await serveAws((form) => {
      const at = form.get('NextToken');
      if (at === null) return instances(['i-1'], 'two');
      return at === 'two' ? instances([], 'three') : instances(['i-2']);
    });
    const { parts, entry, tally } = await readAll(endpoint, INSTANCES);
    expect(asked.map((form) => [form.get('MaxResults'), form.get('NextToken')])).toEqual([
      ['1000', null],
      ['1000', 'two'],
      ['1000', 'three'],
    ]);
    expect(entry).toMatchObject({ status: 'complete', requests: 3, records: 2 });
    expect(tally).toEqual({ requests: 3, retries: 0 });
    expect(parts[0]?.instances?.[0]).toMatchObject({
      accountId: '111122223333',
      region: 'eu-west-1',
      InstanceId: 'i-1',
      State: 'running',
      IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/p', Id: 'AIPA1' },
      Tags: [{ Key: 'Name', Value: '<img onerror>' }],
      origin: { call: 'ec2:DescribeInstances', label: 'live' },
    });
  });

  it('asks IAM for the largest pages and goes on while it is truncated', async () => {
    const { endpoint, asked } = await serveAws((form) =>
      form.get('Marker') === null ? roles(['a'], 'm') : roles(['b']),
    );
    const { parts, entry } = await readAll(endpoint, { call: 'iam:ListRoles' });
    expect(asked.map((form) => [form.get('MaxItems'), form.get('Marker')])).toEqual([
      ['1000', null],
      ['1000', 'm'],
    ]);
    expect(entry).toMatchObject({ status: 'complete', requests: 2, records: 2 });
    expect(parts.flatMap((part) => part.roles ?? [])).toMatchObject([
      { RoleName: 'a', details: 'listed', CreateDate: '2026-01-02T03:04:05.000Z' },
      { RoleName: 'b', details: 'listed' },
    ]);
  });

  it('signs for the region that it asks', async () => {
    const { endpoint, signed } = await serveAws(() => instances([]));
    await readAll(endpoint, INSTANCES);
    expect(signed[0]).toContain('/eu-west-1/ec2/aws4_request');
  });

  it('lets the SDK try again when AWS throttles, and counts that apart from the requests', async () => {
    const { endpoint } = await serveAws((_form, nth) =>
      nth < 3 ? ec2Error('RequestLimitExceeded', 503) : instances(['i-1']),
    );
    const { entry, tally } = await readAll(endpoint, INSTANCES);
    expect(entry).toMatchObject({ status: 'complete', requests: 1, records: 1 });
    expect(tally).toEqual({ requests: 1, retries: 2 });
  });

  it.each([
    ['UnauthorizedOperation', 'denied', 'denied'],
    ['OptInRequired', 'failed', 'region-not-enabled'],
    ['AuthFailure', 'failed', 'credentials-invalid'],
    ['RequestExpired', 'failed', 'credentials-expired'],
  ])('says what EC2 meant by %s', async (code, status, kind) => {
    const { endpoint } = await serveAws(() => ec2Error(code));
    const { entry } = await readAll(endpoint, INSTANCES);
    expect(entry).toMatchObject({ status, reason: { kind }, requests: 1, records: 0 });
  });

  it('takes a refusal in one region for a region that is not enabled, once AWS has answered elsewhere', async () => {
    const { endpoint } = await serveAws((form) =>
      form.get('Action') === 'ListRoles' ? roles([]) : ec2Error('AuthFailure'),
    );
    const clients = openClients(signedInSession(), { endpoint });
    const { signal } = new AbortController();
    const entries = [];
    for (const request of [{ call: 'iam:ListRoles' }, INSTANCES] as const) {
      for await (const part of clients.read(request, signal)) entries.push(part.coverage?.[0]);
    }
    expect(entries).toMatchObject([
      { status: 'complete' },
      { status: 'failed', reason: { kind: 'region-not-enabled' } },
    ]);
  });

  it('keeps what came before a page was denied', async () => {
    const { endpoint } = await serveAws((form) =>
      form.get('Marker') === null ? roles(['a'], 'm') : iamError('AccessDenied'),
    );
    const { parts, entry } = await readAll(endpoint, { call: 'iam:ListRoles' });
    expect(parts[0]?.roles).toHaveLength(1);
    expect(entry).toMatchObject({
      status: 'partial',
      reason: { kind: 'denied', permission: 'iam:ListRoles' },
    });
  });

  it('tells a role that is gone from one that may not be read', async () => {
    const { endpoint } = await serveAws((form) =>
      iamError(form.get('RoleName') === 'gone' ? 'NoSuchEntity' : 'AccessDenied', 404),
    );
    const gone = await readAll(endpoint, { call: 'iam:GetRole', resource: 'gone' });
    const denied = await readAll(endpoint, { call: 'iam:GetRole', resource: 'denied' });
    expect(gone.entry).toMatchObject({ status: 'complete', records: 0, resource: 'gone' });
    expect(denied.entry).toMatchObject({ status: 'denied', resource: 'denied' });
  });

  it('names the host that does not answer', async () => {
    const { entry } = await readAll('http://127.0.0.1:9', INSTANCES);
    expect(entry).toMatchObject({ status: 'failed', reason: { kind: 'unreachable', host: '127.0.0.1:9' } });
  });

  it('calls an answer that is no answer of AWS unreadable', async () => {
    const { endpoint } = await serveAws(() => ({ xml: '<html><body>Please sign in to the hotel network' }));
    const { entry } = await readAll(endpoint, INSTANCES);
    expect(entry).toMatchObject({ status: 'failed', reason: { kind: 'other', code: 'UnreadableAnswer' } });
  });

  it('stops in the middle of a request when it is cancelled, and keeps the pages that came', async () => {
    const controller = new AbortController();
    const { endpoint } = await serveAws((form) => {
      if (form.get('NextToken') === null) return instances(['i-1'], 'two');
      controller.abort();
      return new Promise(() => {});
    });
    const { parts, entry } = await readAll(endpoint, INSTANCES, { signal: controller.signal });
    expect(parts[0]?.instances).toHaveLength(1);
    expect(entry).toMatchObject({ status: 'partial', reason: { kind: 'cancelled' }, records: 1 });
  });

  it('sends nothing once the credentials were dropped', async () => {
    const { endpoint, asked } = await serveAws(() => instances([]));
    const of = signedInSession();
    dropCredentials(of);
    const { entry } = await readAll(endpoint, INSTANCES, { of });
    expect(asked).toEqual([]);
    expect(entry).toMatchObject({ status: 'not-asked', reason: { kind: 'cancelled' } });
  });

  it('does not take the association id that some AWS-compatible servers give for a profile id', async () => {
    const { endpoint } = await serveAws(() => {
      const { xml } = instances(['i-1']);
      return { xml: xml.replace('AIPA1', 'iip-assoc-1') };
    });
    const { parts } = await readAll(endpoint, INSTANCES);
    expect(parts[0]?.instances?.[0]?.IamInstanceProfile).toEqual({
      Arn: 'arn:aws:iam::111122223333:instance-profile/p',
    });
  });

  it('does not take for "none" what a list leaves out, and does so where AWS would have told', async () => {
    const bare = '<RoleName>a</RoleName><Tags/><RoleLastUsed/>';
    const { endpoint } = await serveAws((form) =>
      form.get('Action') === 'ListRoles'
        ? {
            xml: `<ListRolesResponse><ListRolesResult><Roles><member>${bare}</member></Roles></ListRolesResult></ListRolesResponse>`,
          }
        : { xml: `<GetRoleResponse><GetRoleResult><Role>${bare}</Role></GetRoleResult></GetRoleResponse>` },
    );
    const listed = await readAll(endpoint, { call: 'iam:ListRoles' });
    const full = await readAll(endpoint, { call: 'iam:GetRole', resource: 'a' });
    expect(listed.parts[0]?.roles).toMatchObject([
      { details: 'listed', Tags: undefined, RoleLastUsed: undefined },
    ]);
    expect(full.parts[0]?.roles).toMatchObject([{ details: 'full', Tags: [], RoleLastUsed: {} }]);
  });

  it('takes an empty profile for empty, and all profiles of all pages', async () => {
    const { endpoint } = await serveAws((form) => ({
      xml: `<ListInstanceProfilesResponse><ListInstanceProfilesResult><InstanceProfiles>${profile(form.get('Marker') ?? 'first')}</InstanceProfiles>${form.get('Marker') === null ? '<IsTruncated>true</IsTruncated><Marker>second</Marker>' : ''}</ListInstanceProfilesResult></ListInstanceProfilesResponse>`,
    }));
    const { parts } = await readAll(endpoint, { call: 'iam:ListInstanceProfiles' });
    expect(parts.flatMap((part) => part.instanceProfiles ?? [])).toMatchObject([
      { InstanceProfileName: 'first', Roles: [] },
      { InstanceProfileName: 'second', Roles: [] },
    ]);
  });

  it('asks for the default and latest versions of all launch templates at once', async () => {
    const { endpoint, asked } = await serveAws(() => ({
      xml: '<DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet><item><launchTemplateId>lt-1</launchTemplateId><versionNumber>2</versionNumber><defaultVersion>true</defaultVersion><launchTemplateData><iamInstanceProfile><name>p</name></iamInstanceProfile></launchTemplateData></item></launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>',
    }));
    const { parts } = await readAll(endpoint, {
      call: 'ec2:DescribeLaunchTemplateVersions',
      region: toRegion('eu-west-1'),
    });
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      'LaunchTemplateVersion.1': '$Default',
      'LaunchTemplateVersion.2': '$Latest',
      MaxResults: '200',
    });
    expect(parts[0]?.launchTemplateVersions).toMatchObject([
      { LaunchTemplateId: 'lt-1', VersionNumber: 2, DefaultVersion: true, IamInstanceProfile: { Name: 'p' } },
    ]);
  });
});
