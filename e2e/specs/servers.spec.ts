import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeIamInstanceProfileAssociationsCommand,
  DescribeLaunchTemplatesCommand,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import {
  ListAccountAliasesCommand,
  ListInstanceProfilesCommand,
  type ListInstanceProfilesCommandOutput,
  paginateListRoles,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from '../fixtures.ts';
import { type Clients, clientsFor } from '../seeds/clients.ts';
import { CROWD } from '../seeds/crowd.ts';
import { HOSTILE_NAME, SHOP, SHOP_PROFILES } from '../seeds/shop.ts';
import { MINISTACK_URL, MOTO_URL } from '../servers/addresses.ts';

/** What the other specs rest on: that the servers hold what was seeded and refuse what they shall refuse. */

test.describe('the shop on MiniStack', () => {
  test('knows the caller, the alias and the profiles, the empty ones among them', async ({ shop }) => {
    const clients = clientsFor(MINISTACK_URL, shop.reader);
    const caller = await clients.sts.send(new GetCallerIdentityCommand({}));
    expect(caller.Arn).toBe(`arn:aws:sts::${SHOP.accountId}:assumed-role/reader/mira`);
    const aliases = await clients.iam.send(new ListAccountAliasesCommand({}));
    expect(aliases.AccountAliases).toEqual([SHOP.alias]);

    const profiles = await clients.iam.send(new ListInstanceProfilesCommand({}));
    expect(namesOf(profiles)).toEqual([...SHOP_PROFILES].sort());
    expect(rolesOf(profiles, 'never-filled')).toEqual([]);
    expect(rolesOf(profiles, 'nightly-s3')).toEqual(['s3access']);
  });

  test('keeps the old profile id on the instance whose profile was made again', async ({ shop }) => {
    const clients = clientsFor(MINISTACK_URL, shop.reader);
    const profiles = await clients.iam.send(new ListInstanceProfilesCommand({}));
    const now = profiles.InstanceProfiles?.find((profile) => profile.InstanceProfileName === 'reporting');
    const [reports] = await instancesNamed(clients, 'us-east-1', 'reports');
    expect(reports?.IamInstanceProfile?.Arn).toBe(now?.Arn);
    expect(reports?.IamInstanceProfile?.Id).toMatch(/^AIPA/);
    expect(reports?.IamInstanceProfile?.Id).not.toBe(now?.InstanceProfileId);
  });

  test('serves associations, a hostile name, templates and groups', async ({ shop }) => {
    const clients = clientsFor(MINISTACK_URL, shop.reader);
    expect(await instancesNamed(clients, 'ap-southeast-2', HOSTILE_NAME)).toHaveLength(1);
    const ec2 = clients.ec2('us-west-2');
    const associations = await ec2.send(new DescribeIamInstanceProfileAssociationsCommand({}));
    expect(associations.IamInstanceProfileAssociations?.length).toBeGreaterThan(0);
    const templates = await clients.ec2('us-east-1').send(new DescribeLaunchTemplatesCommand({}));
    expect(templates.LaunchTemplates).toHaveLength(2);
    const groups = await clients.autoScaling('us-east-1').send(new DescribeAutoScalingGroupsCommand({}));
    expect(groups.AutoScalingGroups?.map((group) => group.AutoScalingGroupName)).toEqual(['shop-front']);
  });

  test('denies by policy, by region and by signature', async ({ shop }) => {
    const list = new ListInstanceProfilesCommand({});
    const withoutProfiles = clientsFor(MINISTACK_URL, shop.withoutProfiles);
    await expect(withoutProfiles.iam.send(list)).rejects.toThrow(/not authorized.*ListInstanceProfiles/);

    const withoutRegion = clientsFor(MINISTACK_URL, shop.withoutRegion);
    await expect(instances(withoutRegion, SHOP.deniedRegion)).rejects.toThrow(/ec2:DescribeInstances/);
    expect((await instances(withoutRegion, 'us-west-2')).length).toBeGreaterThan(0);

    const wrong = clientsFor(MINISTACK_URL, { ...shop.reader, secretAccessKey: 'wrong' });
    await expect(wrong.iam.send(list)).rejects.toThrow(/signature/);
  });

  test('keeps a second account apart', async ({ shop }) => {
    const other = clientsFor(MINISTACK_URL, shop.otherReader);
    expect(namesOf(await other.iam.send(new ListInstanceProfilesCommand({})))).toEqual(['web-server']);
    expect(await instances(other, 'eu-west-1')).toHaveLength(2);
  });
});

test.describe('the crowd on moto', () => {
  test('answers in pages', async ({ crowd }) => {
    const clients = clientsFor(MOTO_URL, crowd.reader);
    const pages: number[] = [];
    for await (const page of paginateDescribeInstances(
      { client: clients.ec2(CROWD.region), pageSize: 1000 },
      {},
    )) {
      pages.push((page.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? []).length);
    }
    expect(pages).toEqual([1000, CROWD.instances - 1000]);

    let roles = 0;
    for await (const page of paginateListRoles({ client: clients.iam, pageSize: 1000 }, {})) {
      roles += page.Roles?.length ?? 0;
    }
    expect(roles).toBe(CROWD.profiles);
  });

  test('denies the user who may not read IAM', async ({ crowd }) => {
    const clients = clientsFor(MOTO_URL, crowd.withoutIam);
    await expect(clients.iam.send(new ListInstanceProfilesCommand({}))).rejects.toThrow(/not authorized/);
  });
});

async function instances(clients: Clients, region: string) {
  const found = [];
  for await (const page of paginateDescribeInstances({ client: clients.ec2(region) }, {})) {
    found.push(...(page.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? []));
  }
  return found;
}

async function instancesNamed(clients: Clients, region: string, name: string) {
  const all = await instances(clients, region);
  return all.filter((one) => one.Tags?.some((tag) => tag.Key === 'Name' && tag.Value === name));
}

function namesOf(answer: ListInstanceProfilesCommandOutput): readonly string[] {
  return (answer.InstanceProfiles ?? []).map((profile) => profile.InstanceProfileName ?? '').sort();
}

function rolesOf(answer: ListInstanceProfilesCommandOutput, name: string): readonly string[] {
  const profile = answer.InstanceProfiles?.find((one) => one.InstanceProfileName === name);
  return (profile?.Roles ?? []).map((role) => role.RoleName ?? '');
}
