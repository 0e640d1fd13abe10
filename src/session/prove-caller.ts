import { IAMClient, ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { parseArn } from '../base/arn.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toAccountId, toArn, toIsoTime, toRegion } from '../inventory/ids.ts';
import type { AccountRecord } from '../inventory/records.ts';
import type { AppConfig, AwsService } from './config.ts';
import { connectionTo } from './connection.ts';
import { explainFailure, type Failure } from './explain-failure.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import { hostOf } from './sdk-host.ts';
import type { Session, SignInError } from './session.ts';
import { signInError } from './sign-in-error.ts';

type Proof = Omit<Session, 'sessionNumber' | 'expiresAt' | 'origin' | 'longLived'>;

/** Fewer tries than when reading: a person waits in front of the form. */
const MAX_ATTEMPTS = 3;
const TIMEOUT_MS = 15_000;

/** The two calls of a sign-in. Loaded only when someone signs in, as it brings the AWS SDK. */
export async function proveCaller(
  credentials: StsCredentials,
  region: string,
  config: AppConfig,
  now: () => Date,
): Promise<Result<Proof, SignInError>> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const settings = async (service: AwsService) => ({
    ...(await connectionTo(service, region, config, TIMEOUT_MS)),
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    maxAttempts: MAX_ATTEMPTS,
  });
  const sts = new STSClient(await settings('sts'));
  const iam = new IAMClient(await settings('iam'));
  const explain = (error: unknown, permission: string, host: string) =>
    explainFailure(error, {
      permission,
      host,
      othersAnswered: false,
      regionIsEnabled: false,
      notYetExpired: credentials.expiration !== undefined,
    });

  try {
    const aliasAnswer = iam.send(new ListAccountAliasesCommand({})).then(
      ({ AccountAliases }) => ({ alias: AccountAliases?.[0], failure: undefined }),
      async (error: unknown) => ({
        alias: undefined,
        failure: explain(error, 'iam:ListAccountAliases', await hostOf(iam)),
      }),
    );
    const caller = await sts.send(new GetCallerIdentityCommand({})).then(
      (answer) => ok(answer),
      async (error: unknown) => fail(explain(error, 'sts:GetCallerIdentity', await hostOf(sts))),
    );
    if (!caller.ok) return fail(signInError(caller.error, region));
    const { Account, Arn, UserId } = caller.value;
    const partition = parseArn(Arn ?? '')?.partition;
    if (!Account || !Arn || partition === undefined) return fail(signInError(UNREADABLE, region));

    const { alias, failure } = await aliasAnswer;
    const accountId = toAccountId(Account);
    const callerArn = toArn(Arn);
    const readAt = toIsoTime(now().toISOString());
    const account: AccountRecord = {
      origin: { call: 'sts:GetCallerIdentity', label: 'live', readAt },
      accountId,
      partition,
      callerArn,
      ...(alias === undefined ? {} : { alias }),
    };
    const entry = { accountId, requests: 1, readAt } as const;
    const coverage: CoverageEntry[] = [
      { ...entry, call: 'sts:GetCallerIdentity', status: 'complete', records: 1 },
      failure === undefined
        ? {
            ...entry,
            call: 'iam:ListAccountAliases',
            status: 'complete',
            records: alias === undefined ? 0 : 1,
          }
        : { ...entry, call: 'iam:ListAccountAliases', ...failure, records: 0 },
    ];
    return ok({
      accountId,
      callerArn,
      userId: UserId ?? '',
      partition,
      startRegion: toRegion(region),
      ...(alias === undefined ? {} : { alias }),
      signInPart: { readAt, accounts: [account], coverage },
    });
  } finally {
    sts.destroy();
    iam.destroy();
  }
}

const UNREADABLE: Failure = { status: 'failed', reason: { kind: 'other', code: 'UnreadableAnswer' } };
