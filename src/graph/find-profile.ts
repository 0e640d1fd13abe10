import { parseArn } from '../base/arn.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { ProfileReference } from '../inventory/records.ts';
import { type Accounts, surelyOtherAccount } from './accounts.ts';
import type { ProfileNode } from './graph.ts';
import { cleanId, type ProfileIndex } from './profile-nodes.ts';

/** What the list of profiles says to a reference. */
export type ProfileMatch =
  | { readonly kind: 'found'; readonly node: ProfileNode; readonly joinedBy: 'id' | 'arn' | 'name' }
  /** The ARN is listed under another id. */
  | { readonly kind: 'remade'; readonly node: ProfileNode }
  /** Not in the list. `sameId` has the reference's id but another ARN, which AWS never does. */
  | { readonly kind: 'absent'; readonly sameId?: ProfileNode | undefined };

/**
 * Finds the profile that EC2 refers to: by Id, then by full ARN. A name counts only where EC2 gave nothing else (templates),
 * and only inside one account. An id whose ARN disagrees joins nothing.
 */
export function findProfile(
  reference: ProfileReference,
  account: AccountId | undefined,
  profiles: ProfileIndex,
  accounts: Accounts,
): ProfileMatch {
  const known = reference.Id === undefined ? undefined : profiles.byId.get(reference.Id);
  const [first] = known ?? [];
  // Nearly every reference; the rest is for masked, mixed and faulty ones.
  if (first?.arn !== undefined && first.arn === reference.Arn)
    return { kind: 'found', node: first, joinedBy: 'id' };

  const id = cleanId(reference.Id);
  const arn = reference.Arn === undefined ? undefined : accounts.arnKey(reference.Arn);
  const home = () => (arn === undefined ? account : accounts.of({}, arn));

  let sameId: ProfileNode | undefined;
  for (const node of known ?? []) {
    if (
      arn === undefined
        ? !surelyOtherAccount(node.accountId, account)
        : agrees(node, reference, arn, accounts)
    ) {
      return { kind: 'found', node, joinedBy: 'id' };
    }
    if (!surelyOtherAccount(node.accountId, home())) sameId = node;
  }
  if (arn !== undefined) {
    const current = profiles.byArn.get(arn)?.at(-1) ?? withoutArn(arn, home(), profiles);
    if (current === undefined) return { kind: 'absent', sameId };
    const remade = id !== undefined && current.profileId !== undefined && current.profileId !== id;
    return remade ? { kind: 'remade', node: current } : { kind: 'found', node: current, joinedBy: 'arn' };
  }
  if (reference.Name === undefined) return { kind: 'absent', sameId };
  const named = (profiles.byName.get(reference.Name) ?? []).filter(
    (node) => account === undefined || node.accountId === undefined || node.accountId === account,
  );
  const node = named.at(-1);
  const oneAccount = named.every((each) => each.accountId === node?.accountId);
  return node !== undefined && oneAccount
    ? { kind: 'found', node, joinedBy: 'name' }
    : { kind: 'absent', sameId };
}

function agrees(node: ProfileNode, reference: ProfileReference, arn: string, accounts: Accounts): boolean {
  return node.arn === undefined || node.arn === reference.Arn || accounts.arnKey(node.arn) === arn;
}

/** A trimmed file may list profiles by name alone; the name is unique in its account. */
function withoutArn(
  arn: string,
  home: AccountId | undefined,
  profiles: ProfileIndex,
): ProfileNode | undefined {
  const name = parseArn(arn)?.name;
  return profiles.byName
    .get(name ?? '')
    ?.find((node) => node.arn === undefined && !surelyOtherAccount(node.accountId, home));
}
