import { AccountDraft } from '../e2e/sample/account-draft.ts';
import { sequence } from '../e2e/sample/make-ids.ts';
import { READ_AT, secondsBefore } from '../e2e/sample/origin.ts';
import {
  TRUSTS_ANYONE,
  TRUSTS_EC2,
  TRUSTS_EC2_ON_A_CONDITION,
  TRUSTS_EC2_WITH_EXTERNAL_ID,
  TRUSTS_ECS_HOSTS,
  TRUSTS_LAMBDA,
  trustsService,
} from '../e2e/sample/trust-policies.ts';
import type { JsonValue } from '../src/base/json.ts';
import { emptyInventory, type Inventory } from '../src/inventory/inventory.ts';
import { addPart } from '../src/inventory/merge.ts';
import type { InstanceRecord, ProfileReference, RoleRecord } from '../src/inventory/records.ts';

/** Shares of the nodes, as they are in large accounts: most are instances. What is left are launch templates and groups. */
const SHARES = { instances: 0.7, profiles: 0.13, roles: 0.14 };

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2', 'ap-southeast-2'] as const;

type Random = () => number;

/**
 * An account of about so many nodes (instances, profiles, roles, launch templates and groups), the same in every run: groups
 * of like instances with a heavy tail, profiles that nobody uses, roles that sit in no profile, and a few in a hundred of
 * every kind of fault.
 */
export function makeInventory(nodes: number): Inventory {
  const random = sequence(`an account of ${nodes} nodes`);
  const draft = new AccountDraft('111122223333', 'bench', 'Bench/bench');
  const roles = makeRoles(draft, Math.round(nodes * SHARES.roles), random);
  const profiles = makeProfiles(draft, roles, Math.round(nodes * SHARES.profiles), random);
  const room = Math.max(0, nodes - Math.round(nodes * (SHARES.instances + SHARES.profiles + SHARES.roles)));
  makeInstances(draft, profiles, Math.round(nodes * SHARES.instances), room, random);
  makeCoverage(draft);
  return addPart({ ...emptyInventory('live'), readAt: READ_AT }, draft.part());
}

function makeRoles(draft: AccountDraft, count: number, random: Random): readonly RoleRecord[] {
  return range(count).map((n) => {
    const { trust, path } = pick(random, TRUSTS);
    return draft.role(`${pick(random, STEMS)}-role-${n}`, trust, {
      path: path ?? (random() < 0.1 ? '/service/' : '/'),
      policies:
        random() < 0.03 ? [] : random() < 0.02 ? ['AdministratorAccess'] : ['AmazonSSMManagedInstanceCore'],
      ...(random() < 0.05 && { boundary: 'TeamBoundary' }),
      ...(random() < 0.6 && {
        lastUsed: { at: secondsBefore(Math.floor(random() * 8e6)), region: pick(random, REGIONS) },
      }),
    });
  });
}

const STEMS = ['web', 'api', 'worker', 'batch', 'etl', 'cache', 'search', 'billing', 'ci', 'node'] as const;

/** Most roles work for EC2; some are of other services, a few are wrong. */
const TRUSTS: readonly { readonly trust: JsonValue; readonly path?: string }[] = [
  ...Array.from({ length: 80 }, () => ({ trust: TRUSTS_EC2 })),
  ...Array.from({ length: 12 }, () => ({ trust: TRUSTS_LAMBDA })),
  { trust: trustsService('spot.amazonaws.com'), path: '/aws-service-role/spot.amazonaws.com/' },
  { trust: TRUSTS_ECS_HOSTS },
  { trust: TRUSTS_EC2_WITH_EXTERNAL_ID },
  { trust: TRUSTS_EC2_ON_A_CONDITION },
  { trust: TRUSTS_ANYONE },
];

/** Profiles take roles from the first two thirds, some several times, so that the last third is in none. */
function makeProfiles(
  draft: AccountDraft,
  roles: readonly RoleRecord[],
  count: number,
  random: Random,
): readonly ProfileReference[] {
  const usable = roles.filter((role, at) => at < roles.length * 0.67 && isForEc2(role, random));
  return range(count).map((n) => {
    const role = random() < 0.02 ? undefined : usable[Math.floor(random() ** 2 * usable.length)];
    const sameName = role !== undefined && random() < 0.5;
    const name = sameName
      ? `${role.RoleName}${n % 3 === 0 ? '' : `-${n}`}`
      : `${pick(random, STEMS)}-profile-${n}`;
    const taken = draft.instanceProfiles.some((profile) => profile.InstanceProfileName === name);
    return draft.profile(taken ? `${name}-${n}` : name, role, { path: random() < 0.1 ? '/team/' : '/' });
  });
}

/** Hardly anybody puts a role of another service into a profile. */
function isForEc2(role: RoleRecord, random: Random): boolean {
  const ofOtherService = role.AssumeRolePolicyDocument === TRUSTS_LAMBDA || role.Path?.startsWith('/aws-');
  return !ofOtherService || random() < 0.03;
}

/** Fills groups of like instances until all are placed: many of one to five, few of hundreds. Four fifths of the profiles get users. */
function makeInstances(
  draft: AccountDraft,
  profiles: readonly ProfileReference[],
  count: number,
  room: number,
  random: Random,
): void {
  const inUse = Math.max(1, Math.ceil(profiles.length * 0.8));
  const launchable = Math.floor(room / 2);
  let placed = 0;
  for (let group = 0; placed < count; group += 1) {
    const size = Math.min(count - placed, groupSize(random, count));
    const region = pick(random, REGIONS);
    const stem = `${pick(random, STEMS)}-${group}`;
    const profile = profileOfGroup(draft, profiles[group % inUse], group, random);
    const template = group < launchable;
    const tags: Readonly<Record<string, string>> = template ? { 'aws:autoscaling:groupName': stem } : {};
    const members = range(size).map((n) =>
      makeInstance(draft, region, `${stem}-${n}`, profile, tags, random),
    );
    if (template) {
      draft.template(region, stem, random() < 0.03 ? { Name: `${stem}-missing` } : profile);
      draft.group(region, stem, stem, members);
    }
    placed += size;
  }
}

/** Sizes of Auto Scaling groups fall off like a power law (Pareto, exponent 1.3), up to a tenth of all instances. */
function groupSize(random: Random, count: number): number {
  const size = Math.floor((1 - random()) ** (-1 / 1.3));
  return Math.max(1, Math.min(size, Math.ceil(count / 10)));
}

function profileOfGroup(
  draft: AccountDraft,
  profile: ProfileReference | undefined,
  group: number,
  random: Random,
): ProfileReference | undefined {
  const fate = random();
  if (fate < 0.05) return undefined;
  if (fate < 0.06) return draft.unlisted(`gone-${group}`);
  if (fate < 0.07) return profile && { ...profile, Id: draft.unlisted(`remade-${group}`).Id };
  return profile;
}

function makeInstance(
  draft: AccountDraft,
  region: string,
  name: string,
  profile: ProfileReference | undefined,
  tags: Readonly<Record<string, string>>,
  random: Random,
): InstanceRecord {
  const fate = random();
  const state = fate < 0.03 ? 'terminated' : fate < 0.08 ? 'stopped' : fate < 0.085 ? 'pending' : 'running';
  return draft.instance(region, {
    name,
    profile: state === 'terminated' ? undefined : profile,
    state,
    zone: pick(random, ['a', 'b', 'c']),
    tags: { ...tags, team: pick(random, STEMS) },
    launched: secondsBefore(Math.floor(random() * 3e7)),
    ...(random() < 0.03 && { publicIp: `203.0.113.${Math.floor(random() * 256)}` }),
    metadata: {
      HttpTokens: random() < 0.05 ? 'optional' : 'required',
      HttpPutResponseHopLimit: random() < 0.1 ? 1 : 2,
      HttpEndpoint: random() < 0.005 ? 'disabled' : 'enabled',
    },
    ...(profile &&
      random() < 0.005 && {
        associations: [{ profile, state: 'associating', at: secondsBefore(random() * 7200) }],
      }),
  });
}

function makeCoverage(draft: AccountDraft): void {
  for (const region of REGIONS) draft.region(region, 'opt-in-not-required');
  for (const call of [
    'sts:GetCallerIdentity',
    'ec2:DescribeRegions',
    'iam:ListInstanceProfiles',
    'iam:ListRoles',
    'iam:GetAccountAuthorizationDetails',
  ] as const) {
    draft.covered(call);
  }
  for (const region of REGIONS) {
    for (const call of [
      'ec2:DescribeInstances',
      'ec2:DescribeIamInstanceProfileAssociations',
      'ec2:DescribeLaunchTemplates',
      'ec2:DescribeLaunchTemplateVersions',
      'autoscaling:DescribeAutoScalingGroups',
      'autoscaling:DescribeLaunchConfigurations',
    ] as const) {
      draft.covered(call, region);
    }
  }
}

function pick<Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}
