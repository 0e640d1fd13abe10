import { enforcePolicies } from '../servers/moto.ts';
import { type Credentials, clientsFor } from './clients.ts';
import { createProfile, createRole, createUser, launch } from './steps.ts';

/** One large account on moto, so that answers come in pages. */
export const CROWD = {
  accountId: '123456789012',
  region: 'us-east-1',
  instances: 1_005,
  profiles: 1_005,
} as const;

export interface CrowdSeed {
  readonly reader: Credentials;
  /** As `reader`, but `iam:ListRoles` and `iam:ListInstanceProfiles` are denied. */
  readonly withoutIam: Credentials;
}

/**
 * Fills moto, then makes it enforce policies. moto pages by reservation, so each instance is launched alone; and one call
 * after the other, because its lists break when they grow while another call walks through them.
 */
export async function seedCrowd(endpoint: string): Promise<CrowdSeed> {
  await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
  const root = clientsFor(endpoint, { accessKeyId: 'root', secretAccessKey: 'root' });
  for (const number of numbers(CROWD.profiles)) {
    await createRole(root, { name: roleName(number) });
    await createProfile(root, { name: profileName(number), role: roleName(number) });
  }
  for (const number of numbers(CROWD.instances)) {
    await launch(root, {
      region: CROWD.region,
      name: `node-${padded(number)}`,
      profile: profileName(number),
    });
  }
  const allowed = {
    Effect: 'Allow',
    Action: ['ec2:*', 'iam:*', 'sts:*', 'autoscaling:*'],
    Resource: '*',
  } as const;
  const reader = await createUser(root, 'reader', [allowed]);
  const withoutIam = await createUser(root, 'without-iam', [
    allowed,
    { Effect: 'Deny', Action: ['iam:ListRoles', 'iam:ListInstanceProfiles'], Resource: '*' },
  ]);
  await enforcePolicies(endpoint);
  return { reader, withoutIam };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function padded(number: number): string {
  return String(number).padStart(4, '0');
}

function roleName(number: number): string {
  return `crowd-role-${padded(number)}`;
}

function profileName(number: number): string {
  return `crowd-profile-${padded(number)}`;
}
