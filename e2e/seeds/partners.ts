import { clientsFor } from './clients.ts';
import { SHOP } from './shop.ts';
import { createPeopleRole, createTrustedRole, READ_ALL } from './steps.ts';

const THIRD_ACCOUNT = '777788889999';

/** Roles that lead from the shop's account into others, as customers make them for whoever supports them. */
export const PARTNERS = {
  externalId: 'harbour-4711',
  /** In the second account: asks for the external ID. */
  warehouse: `arn:aws:iam::${SHOP.otherAccountId}:role/people/partner-audit`,
  /** In a third account: trusts somebody else. */
  closed: `arn:aws:iam::${THIRD_ACCOUNT}:role/people/partner-audit`,
  /** In the shop's own account: may assume other roles, and nothing else. */
  hub: `arn:aws:iam::${SHOP.accountId}:role/people/hub`,
  /** In the second account: trusts the hub alone. */
  spoke: `arn:aws:iam::${SHOP.otherAccountId}:role/people/spoke`,
} as const;

/** Makes the roles of {@link PARTNERS}. The shop must be seeded. */
export async function seedPartners(endpoint: string): Promise<void> {
  const rootOf = (accountId: string) =>
    clientsFor(endpoint, { accessKeyId: accountId, secretAccessKey: 'test' });
  const trustOf = (principal: string) => ({
    Effect: 'Allow' as const,
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': PARTNERS.externalId } },
  });
  const warehouse = rootOf(SHOP.otherAccountId);
  await createTrustedRole(warehouse, 'partner-audit', trustOf(`arn:aws:iam::${SHOP.accountId}:root`), [
    READ_ALL,
  ]);
  await createTrustedRole(rootOf(THIRD_ACCOUNT), 'partner-audit', trustOf('arn:aws:iam::999900001111:root'), [
    READ_ALL,
  ]);
  await createPeopleRole(rootOf(SHOP.accountId), SHOP.accountId, 'hub', [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
  ]);
  await createTrustedRole(
    warehouse,
    'spoke',
    { Effect: 'Allow', Principal: { AWS: PARTNERS.hub }, Action: 'sts:AssumeRole' },
    [READ_ALL],
  );
}
