import type { InventoryPart } from '../../src/inventory/inventory.ts';
import { AccountDraft } from './account-draft.ts';

const IRELAND = 'eu-west-1';
const MUMBAI = 'ap-south-1';

/** A partner's small account, of which not everything could be read: what is not readable is not called missing. */
export function partnerAccount(): InventoryPart {
  const draft = new AccountDraft('444455556666', 'acme-partner-sample', 'Support/anna@example.com');
  draft.region(IRELAND, 'opt-in-not-required');
  draft.region(MUMBAI, 'opt-in-not-required');

  const feed = draft.unlisted('price-feed');
  for (const n of [1, 2])
    draft.instance(IRELAND, { name: `price-feed-${n}`, profile: feed, type: 't4g.medium' });
  draft.instance(IRELAND, {
    name: 'price-archive',
    profile: draft.unlisted('price-archive'),
    type: 't4g.small',
  });
  draft.instance(IRELAND, { name: 'price-cache', type: 't4g.small' });

  for (const call of ['sts:GetCallerIdentity', 'iam:ListAccountAliases', 'ec2:DescribeRegions'] as const) {
    draft.covered(call);
  }
  for (const call of ['ec2:DescribeInstances', 'ec2:DescribeIamInstanceProfileAssociations'] as const) {
    draft.covered(call, IRELAND);
    draft.covered(call, MUMBAI, {
      status: 'denied',
      reason: { kind: 'denied', permission: call, by: 'scp' },
      message:
        'You are not authorized to perform this operation with an explicit deny in a service control policy.',
    });
  }
  for (const call of ['iam:ListInstanceProfiles', 'iam:ListRoles'] as const) {
    draft.covered(call, undefined, {
      status: 'denied',
      reason: { kind: 'denied', permission: call, by: 'identity' },
      message: `User: arn:aws:sts::444455556666:assumed-role/Support/anna@example.com is not authorized to perform: ${call} because no identity-based policy allows the ${call} action`,
    });
  }
  return draft.part();
}
