import { toAccountId, toArn } from '../../src/inventory/ids.ts';
import type { InventoryPart } from '../../src/inventory/inventory.ts';
import type { ProfileReference } from '../../src/inventory/records.ts';
import { AccountDraft } from './account-draft.ts';
import { instanceIdOf, roleIdOf } from './make-ids.ts';
import { managedPolicies } from './managed-policies.ts';
import { secondsBefore } from './origin.ts';
import { shopPeople } from './shop-people.ts';
import { makeShopRoles, type ShopRoles } from './shop-roles.ts';

const IRELAND = 'eu-west-1';
const VIRGINIA = 'us-east-1';
const BAHRAIN = 'me-south-1';

/** An instance of this name must show as text wherever it shows: markup, a right-to-left override, an emoji. */
const HOSTILE_NAME = '<img src=x onerror=alert(1)> \u202Egpj.exe\u202C 🦑 "quoted" & \'so\' on';
const LONG_NAME =
  'warehouse-inventory-reconciliation-nightly-batch-with-a-name-that-does-not-fit-on-any-card-at-all';

/** The main account: an online shop in two regions, where most chains work and each kind of fault is there once. */
export function shopAccount(): InventoryPart {
  const draft = new AccountDraft('111122223333', 'acme-sample', 'Support/anna@example.com');
  const roles = makeShopRoles(draft);
  makeRegions(draft);
  makeFleets(draft, roles);
  makeDifferences(draft, roles);
  makeBrokenChains(draft, roles);
  makeChanges(draft, roles);
  makeHostSettings(draft, roles);
  makeVirginia(draft, roles);
  makeLeftovers(draft, roles);
  makeCoverage(draft);
  return {
    ...draft.part(),
    ...shopPeople(draft),
    managedPolicies: managedPolicies(draft.accountId),
    statements: [staleCredentials(draft)],
  };
}

function makeRegions(draft: AccountDraft): void {
  draft.region(IRELAND, 'opt-in-not-required');
  draft.region(VIRGINIA, 'opt-in-not-required');
  draft.region(BAHRAIN, 'not-opted-in');
}

/** Sound chains, many instances each: these fold into stacks. */
function makeFleets(draft: AccountDraft, roles: ShopRoles): void {
  const web = draft.profile('shop-web', roles.shopWeb);
  draft.template(IRELAND, 'shop-web', web);
  const inGroup = { 'aws:autoscaling:groupName': 'shop-web', team: 'storefront' };
  const webs = numbers(14).map((n) =>
    draft.instance(IRELAND, {
      name: `web-${n}`,
      profile: web,
      zone: zoneOf(n),
      tags: inGroup,
      type: 'm7g.large',
    }),
  );
  const coming = draft.instance(IRELAND, {
    name: 'web-15',
    profile: web,
    state: 'pending',
    tags: inGroup,
    launched: secondsBefore(35),
  });
  draft.group(IRELAND, 'shop-web', 'shop-web', [...webs, coming]);

  const api = draft.profile('shop-api', roles.shopApi);
  const apis = numbers(4).map((n) =>
    draft.instance(IRELAND, { name: `api-${n}`, profile: api, zone: zoneOf(n), tags: { team: 'checkout' } }),
  );
  draft.template(IRELAND, 'shop-api', api);
  draft.group(IRELAND, 'shop-api', 'shop-api', apis);

  makeDatabricks(draft, roles);
  makeNodes(draft, roles);
}

/** Databricks launches its clusters with a profile that lies under a path. */
function makeDatabricks(draft: AccountDraft, roles: ShopRoles): void {
  const profile = draft.profile('databricks-s3-access', roles.databricks, { path: '/databricks/' });
  const tags = { Vendor: 'Databricks', ClusterName: 'shop-etl', ClusterId: '1120-081502-abc123' };
  const launched = secondsBefore(2 * 3600);
  draft.instance(IRELAND, { name: 'shop-etl-driver', profile, type: 'i4i.xlarge', tags, launched });
  for (const n of numbers(5)) {
    draft.instance(IRELAND, {
      name: 'shop-etl-worker',
      word: `shop-etl-worker ${n}`,
      profile,
      type: 'i4i.xlarge',
      zone: zoneOf(n),
      tags,
      launched,
    });
  }
}

/** Karpenter makes a profile for each node class, all with one role. */
function makeNodes(draft: AccountDraft, roles: ShopRoles): void {
  const [first, second] = ['shop_4517023398147', 'shop_8841120976553', 'shop_1290447713062'].map((name) =>
    draft.profile(name, roles.karpenterNode),
  );
  const tags = { 'kubernetes.io/cluster/shop': 'owned', 'karpenter.sh/nodepool': 'general' };
  for (const n of numbers(4)) {
    draft.instance(IRELAND, {
      name: `shop-node-${n}`,
      profile: first,
      zone: zoneOf(n),
      type: 'c7g.2xlarge',
      tags,
    });
  }
  for (const n of numbers(2)) {
    draft.instance(IRELAND, {
      name: `shop-gpu-node-${n}`,
      profile: second,
      zone: zoneOf(n),
      type: 'g6.xlarge',
      tags,
      metadata: { HttpPutResponseHopLimit: 1 },
    });
  }
}

/** Nothing wrong here, but worth knowing: names that differ, a path, a boundary. */
function makeDifferences(draft: AccountDraft, roles: ShopRoles): void {
  const s3access = draft.profile('s3access-profile', roles.s3access);
  for (const n of numbers(2)) {
    draft.instance(IRELAND, {
      name: `image-resizer-${n}`,
      profile: s3access,
      zone: zoneOf(n),
      type: 'c7g.large',
    });
  }
  const monitoring = draft.profile('monitoring-agent', roles.monitoring);
  draft.instance(IRELAND, { name: 'monitoring-1', profile: monitoring, type: 't4g.medium' });
  const sandbox = draft.profile('developer-sandbox', roles.sandbox);
  draft.instance(IRELAND, {
    name: 'sandbox-anna',
    profile: sandbox,
    state: 'stopped',
    type: 't4g.medium',
    tags: { owner: 'anna@example.com' },
  });
}

/** One instance for each way in which a chain can be broken, or can't be confirmed. */
function makeBrokenChains(draft: AccountDraft, roles: ShopRoles): void {
  const empty = draft.profile('batch-report-profile', undefined);
  draft.instance(IRELAND, { name: 'report-runner', profile: empty });

  draft.instance(IRELAND, {
    name: 'legacy-ftp',
    profile: draft.unlisted('legacy-ftp-profile'),
    type: 't3.small',
  });

  const billing = draft.profile('billing-profile', roles.billing, { created: '2026-11-17T14:20:00.000Z' });
  const billingBefore = draft.unlisted('billing-profile', 'billing-profile before it was made again');
  draft.instance(IRELAND, {
    name: 'billing-1',
    profile: billingBefore,
    launched: '2026-09-01T08:00:00.000Z',
  });
  draft.instance(IRELAND, { name: 'billing-2', profile: billing, launched: '2026-11-18T08:00:00.000Z' });

  const ecs = draft.profile('ecs-worker', roles.ecsWorker);
  for (const n of numbers(2))
    draft.instance(IRELAND, { name: `ecs-worker-${n}`, profile: ecs, zone: zoneOf(n) });
  draft.instance(IRELAND, {
    name: 'partner-import',
    profile: draft.profile('partner-import', roles.partnerImport),
  });
  draft.instance(IRELAND, {
    name: 'residency-check',
    profile: draft.profile('residency-check', roles.residency),
  });
}

/** Profiles that are being put on or changed, one just now and one for hours. */
function makeChanges(draft: AccountDraft, roles: ShopRoles): void {
  const search = draft.profile('search-indexer', roles.search);
  for (const n of numbers(2))
    draft.instance(IRELAND, { name: `search-indexer-${n}`, profile: search, zone: zoneOf(n) });
  draft.instance(IRELAND, {
    name: 'search-indexer-3',
    profile: search,
    associations: [{ profile: search, state: 'associating', at: secondsBefore(20) }],
  });
  draft.instance(IRELAND, {
    name: 'search-indexer-4',
    profile: search,
    associations: [{ profile: search, state: 'associating', at: secondsBefore(3 * 3600) }],
  });

  const before = draft.profile('payments-api-v1', roles.payments);
  const after = draft.profile('payments-api-v2', roles.payments, { created: '2026-11-19T15:00:00.000Z' });
  draft.instance(IRELAND, {
    name: 'payments-api-1',
    profile: after,
    associations: [
      { profile: before, state: 'disassociating', at: '2026-08-04T07:00:00.000Z' },
      { profile: after, state: 'associating', at: secondsBefore(15) },
    ],
  });
  draft.instance(IRELAND, { name: 'payments-api-2', profile: after });
}

/** What the metadata options of a host mean for its role, and one host that is too open. */
function makeHostSettings(draft: AccountDraft, roles: ShopRoles): void {
  draft.instance(IRELAND, {
    name: 'ops-jumpbox',
    profile: draft.profile('ops-admin', roles.opsAdmin),
    publicIp: '203.0.113.24',
    ipv6: ['2001:db8:10::24'],
    type: 't3.micro',
    metadata: { HttpTokens: 'optional' },
  });
  const ci = draft.profile('ci-runner', roles.ciRunner);
  for (const n of numbers(2)) {
    draft.instance(IRELAND, {
      name: `ci-runner-${n}`,
      profile: ci,
      zone: zoneOf(n),
      metadata: { HttpPutResponseHopLimit: 1 },
    });
  }
  const metrics = draft.profile('metrics-forwarder', roles.metrics);
  draft.instance(IRELAND, { name: 'metrics-forwarder', profile: metrics, type: 't4g.small' });
  draft.instance(IRELAND, {
    name: 'hsm-proxy',
    profile: metrics,
    type: 't4g.small',
    metadata: { HttpEndpoint: 'disabled' },
  });
}

/** The smaller region: other states of instances, odd names, instances without a profile. */
function makeVirginia(draft: AccountDraft, roles: ShopRoles): void {
  const beanstalk = draft.profile('aws-elasticbeanstalk-ec2-role', roles.beanstalk);
  draft.environment(VIRGINIA, 'acme-site', 'acme-site-prod', 'aws-elasticbeanstalk-ec2-role');
  const site = { 'elasticbeanstalk:environment-name': 'acme-site-prod' };
  draft.instance(VIRGINIA, {
    name: 'acme-site-prod',
    word: 'site 1',
    profile: beanstalk,
    tags: site,
    publicIp: '198.51.100.11',
  });
  draft.instance(VIRGINIA, {
    name: 'acme-site-prod',
    word: 'site 2',
    profile: beanstalk,
    tags: site,
    zone: 'b',
  });

  const long = draft.profile(
    'acme-warehouse-inventory-reconciliation-InstanceProfile-with+every=allowed,sign.in@it-and_as-long-as-IAM-lets-profile-names-be_1',
    roles.long,
    { path: '/acme/warehouse/' },
  );
  draft.instance(VIRGINIA, { name: LONG_NAME, profile: long, tags: { 'cost-centre': '4711' } });
  draft.instance(VIRGINIA, { name: HOSTILE_NAME, profile: profileNamed(draft, 'shop-web') });

  draft.instance(VIRGINIA, { name: 'static-cache-1', type: 't4g.small' });
  draft.instance(VIRGINIA, { word: 'nameless', type: 't3.nano' });
  draft.instance(VIRGINIA, {
    name: 'load-test',
    profile: profileNamed(draft, 'shop-web'),
    state: 'stopping',
  });
  draft.instance(VIRGINIA, { name: 'old-web-1', state: 'terminated' });
  draft.instance(VIRGINIA, { name: 'old-web-2', state: 'shutting-down' });
  draft.hostManagement(IRELAND, '$None');
  draft.hostManagement(VIRGINIA, '$None');
}

/** What nobody uses, what nobody can use, and what names a profile wrongly. */
function makeLeftovers(draft: AccountDraft, roles: ShopRoles): void {
  draft.profile('demo-nat-profile', undefined);
  draft.profile('old-worker', roles.oldWorker, { created: '2023-05-04T09:00:00.000Z' });
  draft.profile('migration-2024', roles.migration, { created: '2024-01-15T09:00:00.000Z' });
  draft.profile('legacy-autoscaling', roles.autoScaling);

  draft.template(IRELAND, 'nightly-etl', { Name: 'nightly-etl-profile' });
  draft.template(IRELAND, 'image-bake', { Arn: roles.githubRunner.Arn });
  draft.template(VIRGINIA, 'shared-tools', {
    Arn: toArn('arn:aws:iam::444455556666:instance-profile/shared-tools'),
  });
  draft.template(VIRGINIA, 'plain', undefined);
  draft.launchConfiguration(VIRGINIA, 'old-fleet-2023', 'shop-api');
  draft.template(VIRGINIA, 'legacy-ftp', { Name: 'Legacy-FTP-profile' });
}

function makeCoverage(draft: AccountDraft): void {
  for (const call of [
    'sts:GetCallerIdentity',
    'iam:ListAccountAliases',
    'ec2:DescribeRegions',
    'iam:ListInstanceProfiles',
    'iam:ListRoles',
    'iam:GetAccountAuthorizationDetails',
  ] as const) {
    draft.covered(call);
  }
  for (const region of [IRELAND, VIRGINIA]) {
    for (const call of [
      'ec2:DescribeInstances',
      'ec2:DescribeIamInstanceProfileAssociations',
      'ec2:DescribeLaunchTemplates',
      'ec2:DescribeLaunchTemplateVersions',
      'autoscaling:DescribeAutoScalingGroups',
      'autoscaling:DescribeLaunchConfigurations',
      'ssm:GetServiceSetting',
      'elasticbeanstalk:DescribeConfigurationSettings',
    ] as const) {
      draft.covered(call, region);
    }
  }
  draft.covered('ec2:DescribeInstances', BAHRAIN, {
    status: 'failed',
    reason: { kind: 'region-not-enabled' },
    message: 'AWS was not able to validate the provided access credentials',
  });
}

/** The host's own word: it still holds credentials of a role that its profile had before. */
function staleCredentials(draft: AccountDraft) {
  const instance = instanceIdOf(`${draft.accountId} ${IRELAND} billing-2`);
  return {
    kind: 'caller-identity' as const,
    label: 'aws sts get-caller-identity, run on billing-2',
    accountId: draft.accountId,
    UserId: `${roleIdOf(`${draft.accountId} billing-before`)}:${instance}`,
    Account: toAccountId(draft.accountId),
    Arn: toArn(`arn:aws:sts::${draft.accountId}:assumed-role/billing-before/${instance}`),
  };
}

function profileNamed(draft: AccountDraft, name: string): ProfileReference | undefined {
  const record = draft.instanceProfiles.find((profile) => profile.InstanceProfileName === name);
  return record && { Arn: record.Arn, Id: record.InstanceProfileId };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function zoneOf(n: number): string {
  return ['a', 'b', 'c'][n % 3] ?? 'a';
}
