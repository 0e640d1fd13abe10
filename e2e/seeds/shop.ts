import { CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import { CreateLaunchTemplateCommand, StopInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateAccountAliasCommand } from '@aws-sdk/client-iam';
import { type Clients, type Credentials, clientsFor } from './clients.ts';
import {
  assumeRole,
  createPeopleRole,
  createProfile,
  createRole,
  createUser,
  deleteProfile,
  launch,
  READ_ALL,
  type RolePlan,
  text,
} from './steps.ts';

/**
 * Two accounts of an invented shop on MiniStack, in four regions, with every state of a chain that AWS itself can be
 * brought into by its API.
 */
export const SHOP = {
  accountId: '111122223333',
  alias: 'harbour-shop',
  regions: ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'],
  deniedRegion: 'eu-west-1',
  otherAccountId: '444455556666',
} as const;

/** A Name tag that means harm: markup, a right-to-left override, an emoji, 256 characters in all. */
export const HOSTILE_NAME = '<img src=x onerror="window.hurt=1">\u202Egnp.exe\u202C 🦑 '.padEnd(256, 'x');

/** What a test or a person needs to sign in to the seeded accounts. */
export interface ShopSeed {
  /** May read all that the app asks for. */
  readonly reader: Credentials;
  /** As `reader`, with long-lived keys. */
  readonly longLived: Credentials;
  /** As `reader`, but `iam:ListInstanceProfiles` is denied. */
  readonly withoutProfiles: Credentials;
  /** As `reader`, but every EC2 call in `SHOP.deniedRegion` is denied. */
  readonly withoutRegion: Credentials;
  /** A reader in the second account. */
  readonly otherReader: Credentials;
}

/** Fills both accounts through the AWS SDK and gives credentials for them. */
export async function seedShop(endpoint: string): Promise<ShopSeed> {
  const root = clientsFor(endpoint, rootOf(SHOP.accountId));
  await seedIam(root);
  await seedInstances(root);
  await seedMadeAgain(root);
  await seedTemplates(root);
  const people = await seedPeople(endpoint, root);
  return { ...people, otherReader: await seedOtherAccount(endpoint) };
}

/** The profiles that stand in the first account when all is seeded, by name. */
export const SHOP_PROFILES = [
  'web-server',
  's3access-profile',
  'batch-s3',
  'nightly-s3',
  'api-profile',
  'legacy-cron',
  'never-filled',
  'import-profile',
  'unused-profile',
  'reporting',
] as const;

const ROLES: readonly RolePlan[] = [
  { name: 'web-server', description: 'Serves the shop front.' },
  { name: 's3access' },
  { name: 'api', path: '/service/' },
  { name: 'import-lambda', service: 'lambda.amazonaws.com' },
  { name: 'reporting' },
  { name: 'forecast', path: '/teams/data/' },
  { name: 'spare-ec2' },
  { name: 'thumbnailer', service: 'lambda.amazonaws.com' },
];

async function seedIam(root: Clients): Promise<void> {
  await root.iam.send(new CreateAccountAliasCommand({ AccountAlias: SHOP.alias }));
  for (const role of ROLES) await createRole(root, role);
  await createProfile(root, { name: 'web-server', role: 'web-server' });
  await createProfile(root, { name: 's3access-profile', role: 's3access' });
  await createProfile(root, { name: 'batch-s3', role: 's3access' });
  await createProfile(root, { name: 'nightly-s3', path: '/teams/data/', role: 's3access' });
  await createProfile(root, { name: 'api-profile', path: '/service/', role: 'api' });
  await createProfile(root, { name: 'legacy-cron' });
  await createProfile(root, { name: 'never-filled' });
  await createProfile(root, { name: 'import-profile', role: 'import-lambda' });
  await createProfile(root, { name: 'unused-profile', role: 'forecast' });
}

async function seedInstances(root: Clients): Promise<void> {
  await launch(root, {
    region: 'us-east-1',
    name: 'web-1',
    profile: 's3access-profile',
    tags: { Environment: 'production', CostCentre: '4711' },
  });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await launch(root, { region: 'us-east-1', name: `shop-${number}`, profile: 'web-server' });
  }
  await launch(root, { region: 'us-east-1', name: 'cron', profile: 'legacy-cron', type: 't2.micro' });
  await launch(root, { region: 'us-east-1', name: 'bastion' });
  await launch(root, {
    region: 'us-west-2',
    name: 'api',
    profile: 'api-profile',
    count: 3,
    type: 'c7g.large',
  });
  await launch(root, { region: 'us-west-2', name: 'importer', profile: 'import-profile' });
  await launch(root, { region: 'eu-west-1', name: 'batch-eu', profile: 'batch-s3', count: 2 });
  await launch(root, { region: 'eu-west-1', name: 'web-eu', profile: 'web-server' });
  await launch(root, { region: 'ap-southeast-2', name: 'nightly', profile: 'nightly-s3' });
  await launch(root, { region: 'ap-southeast-2', name: HOSTILE_NAME, profile: 'web-server' });

  const stopped = await launch(root, { region: 'us-east-1', name: 'db-standby', profile: 'web-server' });
  await root.ec2('us-east-1').send(new StopInstancesCommand({ InstanceIds: [...stopped] }));
}

/** A profile that was deleted and made again under a running instance, and one that was deleted for good. */
async function seedMadeAgain(root: Clients): Promise<void> {
  await createProfile(root, { name: 'reporting', role: 'reporting' });
  await launch(root, { region: 'us-east-1', name: 'reports', profile: 'reporting' });
  await deleteProfile(root, 'reporting', 'reporting');
  await createProfile(root, { name: 'reporting', role: 'reporting' });

  await createProfile(root, { name: 'scratch', role: 'spare-ec2' });
  await launch(root, { region: 'us-west-2', name: 'forgotten', profile: 'scratch' });
  await deleteProfile(root, 'scratch', 'spare-ec2');
}

async function seedTemplates(root: Clients): Promise<void> {
  const ec2 = root.ec2('us-east-1');
  const { LaunchTemplate } = await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'shop-front',
      LaunchTemplateData: { InstanceType: 't3.small', IamInstanceProfile: { Name: 'web-server' } },
    }),
  );
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'old-worker',
      LaunchTemplateData: { InstanceType: 't3.small', IamInstanceProfile: { Name: 'worker-profile' } },
    }),
  );
  await root.autoScaling('us-east-1').send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'shop-front',
      LaunchTemplate: {
        LaunchTemplateId: text(LaunchTemplate?.LaunchTemplateId, 'LaunchTemplateId'),
        Version: '$Latest',
      },
      MinSize: 0,
      MaxSize: 6,
      DesiredCapacity: 0,
      AvailabilityZones: ['us-east-1a'],
    }),
  );
}

async function seedPeople(endpoint: string, root: Clients): Promise<Omit<ShopSeed, 'otherReader'>> {
  await createPeopleRole(root, SHOP.accountId, 'reader', [READ_ALL]);
  await createPeopleRole(root, SHOP.accountId, 'without-profiles', [
    READ_ALL,
    { Effect: 'Deny', Action: ['iam:ListInstanceProfiles', 'iam:GetInstanceProfile'], Resource: '*' },
  ]);
  await createPeopleRole(root, SHOP.accountId, 'without-region', [
    READ_ALL,
    {
      Effect: 'Deny',
      Action: 'ec2:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': SHOP.deniedRegion } },
    },
  ]);
  const longLived = await createUser(root, 'mira', [
    READ_ALL,
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
  ]);
  const mira = clientsFor(endpoint, longLived);
  const assume = (role: string): Promise<Credentials> => assumeRole(mira, SHOP.accountId, role, 'mira');
  return {
    longLived,
    reader: await assume('reader'),
    withoutProfiles: await assume('without-profiles'),
    withoutRegion: await assume('without-region'),
  };
}

/** The second account has a role and a profile of the same names as the first: nothing may join by name across accounts. */
async function seedOtherAccount(endpoint: string): Promise<Credentials> {
  const root = clientsFor(endpoint, rootOf(SHOP.otherAccountId));
  await createRole(root, { name: 'web-server' });
  await createProfile(root, { name: 'web-server', role: 'web-server' });
  await launch(root, { region: 'eu-west-1', name: 'warehouse', profile: 'web-server', count: 2 });
  await createPeopleRole(root, SHOP.otherAccountId, 'reader', [READ_ALL]);
  const keys = await createUser(root, 'jonas', [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
  ]);
  return assumeRole(clientsFor(endpoint, keys), SHOP.otherAccountId, 'reader', 'jonas');
}

function rootOf(accountId: string): Credentials {
  return { accessKeyId: accountId, secretAccessKey: 'test' };
}
