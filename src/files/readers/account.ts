import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import { toAccountId, toArn, toRegion } from '../../inventory/ids.ts';
import type { AccountRecord } from '../../inventory/records.ts';
import { accountId, arn, name } from '../fields.ts';
import { isJsonList, isJsonObject, ownField, ownText } from '../json-object.ts';
import type { Reader, Reading } from '../reader.ts';

const NOTHING: Reading = { part: {}, records: 0, supplied: false };

const IDENTITY = v.object({ UserId: name, Account: accountId, Arn: arn });
/** On EC2 the session of a role is named after the instance. */
const HOST_SESSION = /:m?i-[0-9a-f]+$/;

/** STS API `GetCallerIdentity`: who read the account, or what a host says that it is. It is kept as both. */
export const readCallerIdentity: Reader = (output, source) => {
  const parsed = v.safeParse(IDENTITY, output);
  if (!parsed.success) {
    source.note(`${source.command.label}: the output has no UserId, Account and Arn.`);
    return NOTHING;
  }
  const identity = parsed.output;
  const parts = parseArn(identity.Arn);
  const account: AccountRecord = {
    origin: source.origin,
    accountId: identity.Account,
    partition: parts?.partition ?? 'aws',
    callerArn: HOST_SESSION.test(identity.UserId) ? undefined : identity.Arn,
  };
  return {
    part: {
      accounts: [account],
      statements: [
        {
          kind: 'caller-identity',
          label: source.command.label,
          accountId: identity.Account,
          region: source.region,
          ...identity,
        },
      ],
    },
    records: 1,
    supplied: true,
  };
};

/** IAM API `ListAccountAliases`: an account has one alias or none. The account itself is not named in it. */
export const readAccountAlias: Reader = (output, source) => {
  const list = isJsonObject(output) ? ownField(output, 'AccountAliases') : output;
  if (!isJsonList(list)) return NOTHING;
  const alias = list.find((item) => typeof item === 'string');
  const accounts: AccountRecord[] =
    source.accountId === undefined || typeof alias !== 'string'
      ? []
      : [{ origin: source.origin, accountId: source.accountId, partition: source.partition ?? 'aws', alias }];
  return { part: { accounts }, records: list.length, supplied: true };
};

/** AWS's keys: `InstanceProfilesQuota`. */
const COUNT_NAME = /^[A-Z]\w*$/;

/** IAM API `GetAccountSummary`. */
export const readAccountSummary: Reader = (output, source) => {
  const inner = isJsonObject(output) ? (ownField(output, 'SummaryMap') ?? output) : undefined;
  if (!isJsonObject(inner)) return NOTHING;
  const numbers = Object.entries(inner).flatMap(([key, value]): [string, number][] =>
    typeof value === 'number' && Number.isFinite(value) && COUNT_NAME.test(key) ? [[key, value]] : [],
  );
  if (numbers.length === 0) return NOTHING;
  const summary = {
    origin: source.origin,
    accountId: source.accountId,
    SummaryMap: Object.fromEntries(numbers),
  };
  return { part: { accountSummaries: [summary] }, records: numbers.length, supplied: true };
};

/** SSM API `GetServiceSetting`; its ARN tells account and region. */
export const readServiceSetting: Reader = (output, source) => {
  const inner = isJsonObject(output) ? (ownField(output, 'ServiceSetting') ?? output) : undefined;
  const id = isJsonObject(inner) ? ownText(inner, 'SettingId') : undefined;
  if (!isJsonObject(inner) || id === undefined) return NOTHING;
  const parts = parseArn(toArn(ownText(inner, 'ARN') ?? ''));
  const setting = {
    origin: source.origin,
    accountId: parts?.account ? toAccountId(parts.account) : source.accountId,
    region: parts?.region ? toRegion(parts.region) : source.region,
    SettingId: id,
    SettingValue: ownText(inner, 'SettingValue'),
  };
  return { part: { serviceSettings: [setting] }, records: 1, supplied: true, resource: id };
};
