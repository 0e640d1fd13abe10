import { parseArn } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { type AccountId, toAccountId } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RoleRecord } from '../inventory/records.ts';

/** Says whose a record is, also where files leave the account out or mask it. */
export interface Accounts {
  /** Every account that owns a record, in order. */
  readonly all: readonly AccountId[];
  /** The account of a record: its own field, else its ARN's, else the only one there is. */
  readonly of: (
    record: { readonly accountId?: AccountId | undefined },
    arn?: string,
  ) => AccountId | undefined;
  /** An ARN as a key: two spellings of a masked account give one key. */
  readonly arnKey: (arn: string) => string;
  /** The partition of an account, by the ARNs seen; `undefined` when none tells. */
  readonly partitionOf: (account: AccountId | undefined) => string | undefined;
}

const REAL_ACCOUNT = /^\d{12}$/;
const ARN_OF_REAL_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/;

/**
 * Customers mask account ids (`XXXXXXXXXXXX`, `<account>`, ten digits), at times differently in two files. As long as the
 * inventory holds one real account at most, every masked spelling stands for that one.
 */
export function accountsOf(inventory: Inventory): Accounts {
  const seen = new Set<string>();
  const partitions = new Map<string, string>();
  // An account lies in one partition; where mixed files say two, the choice must not hang on their order.
  const setPartition = (account: string, partition: string) => {
    const known = partitions.get(account);
    if (known === undefined || compareText(partition, known) < 0) partitions.set(account, partition);
  };
  const see = (account: string | undefined, arn: string | undefined) => {
    if (account !== undefined) seen.add(account);
    if (arn === undefined) return;
    const known = account === undefined ? undefined : partitions.get(account);
    if (known !== undefined && arn.startsWith(`arn:${known}:`) && ARN_OF_REAL_ACCOUNT.test(arn)) return;
    const parts = parseArn(arn);
    if (parts === undefined) return;
    if (account === undefined && parts.account !== '') seen.add(parts.account);
    setPartition(account ?? parts.account, parts.partition);
  };
  const seeRole = (role: RoleRecord) => see(role.accountId, role.Arn);

  for (const account of inventory.accounts) {
    seen.add(account.accountId);
    setPartition(account.accountId, account.partition);
  }
  for (const instance of inventory.instances) see(instance.accountId, instance.IamInstanceProfile?.Arn);
  for (const row of inventory.associations) see(row.accountId, row.IamInstanceProfile?.Arn);
  for (const profile of inventory.instanceProfiles) {
    see(profile.accountId, profile.Arn);
    if (profile.accountId === undefined && profile.Arn === undefined) profile.Roles?.forEach(seeRole);
  }
  for (const role of inventory.roles) seeRole(role);
  for (const list of [
    inventory.launchTemplates,
    inventory.launchTemplateVersions,
    inventory.environments,
    inventory.accountSummaries,
    inventory.serviceSettings,
  ]) {
    for (const record of list) if (record.accountId !== undefined) seen.add(record.accountId);
  }
  for (const group of inventory.autoScalingGroups) see(group.accountId, group.AutoScalingGroupARN);
  for (const config of inventory.launchConfigurations) see(config.accountId, config.LaunchConfigurationARN);
  if (seen.size === 0) {
    for (const said of inventory.statements) if (said.kind === 'caller-identity') see(said.Account, said.Arn);
  }

  const sorted = [...seen].sort(compareText);
  const real = sorted.filter((account) => REAL_ACCOUNT.test(account));
  const stand = real.length > 1 ? undefined : (real[0] ?? sorted[0]);
  const canonicals = new Map<string, string>();
  const canonical = (account: string): string => {
    const known = canonicals.get(account);
    if (known !== undefined) return known;
    const fresh = REAL_ACCOUNT.test(account) ? account : (stand ?? account);
    canonicals.set(account, fresh);
    return fresh;
  };
  const all = [...new Set(sorted.map(canonical))].map(toAccountId);
  const sole = all.length === 1 ? all[0] : undefined;
  const byAccount = new Map<string, string>();
  for (const account of [...partitions.keys()].sort(compareText)) {
    byAccount.set(canonical(account), partitions.get(account) ?? '');
  }
  const distinct = new Set(byAccount.values());

  return {
    all,
    of: (record, arn) => {
      if (record.accountId !== undefined) return toAccountId(canonical(record.accountId));
      const inArn = arn === undefined ? undefined : parseArn(arn)?.account;
      return inArn ? toAccountId(canonical(inArn)) : sole;
    },
    arnKey: (arn) => {
      if (stand === undefined || ARN_OF_REAL_ACCOUNT.test(arn)) return arn;
      const parts = parseArn(arn);
      if (parts === undefined) return arn;
      return `arn:${parts.partition}:${parts.service}:${parts.region}:${canonical(parts.account)}:${parts.resource}`;
    },
    partitionOf: (account) =>
      (account === undefined ? undefined : byAccount.get(account)) ??
      (distinct.size === 1 ? [...distinct][0] : undefined),
  };
}

/** Whether two accounts are surely different: both are real ids and unequal. */
export function surelyOtherAccount(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && REAL_ACCOUNT.test(a) && REAL_ACCOUNT.test(b);
}
