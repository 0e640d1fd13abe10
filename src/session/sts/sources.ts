import {
  AssumeRoleCommand,
  AssumeRoleWithSAMLCommand,
  AssumeRoleWithWebIdentityCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { parseArn } from '../../base/arn.ts';
import type { Result } from '../../base/result.ts';
import type { IsoTime } from '../../inventory/ids.ts';
import type { CredentialSource } from '../credential-source.ts';
import type { StsCredentials } from '../pasted-credentials.ts';
import type { SignInError } from '../session.ts';
import { askSts, type StsPlace } from './ask-sts.ts';
import { type MfaCode, type RoleRequest, roleParts } from './role-request.ts';
import { readOnlySessionPolicy } from './session-policy.ts';

/** Credentials to get others with, fresh at each call. */
export type Credentials = () => Promise<Result<StsCredentials, SignInError>>;

export interface AssumeRoleOptions {
  readonly mfa?: MfaCode | undefined;
  /** In place of the policy that `limited` stands for. */
  readonly sessionPolicy?: string | undefined;
  /** Until when there are credentials to assume the role with. */
  readonly until?: IsoTime | undefined;
}

/** `sts:AssumeRole`. Renews as long as what it starts from holds, unless an MFA code was needed. */
export function assumedRole(
  from: Credentials,
  role: RoleRequest,
  place: StsPlace,
  { mfa, sessionPolicy, until }: AssumeRoleOptions = {},
): CredentialSource {
  const { roleArn, externalId } = role;
  return {
    kind: 'assumed-role',
    words: `those of the role ${roleParts(roleArn).name}`,
    renews: mfa === undefined,
    renewsUntil: mfa === undefined ? until : undefined,
    provide: async () => {
      const own = await from();
      if (!own.ok) return own;
      return askSts(
        place,
        own.value,
        {
          call: 'sts:AssumeRole',
          roleArn,
          withExternalId: externalId !== undefined,
          withMfa: mfa !== undefined,
        },
        (sts) =>
          sts.send(
            new AssumeRoleCommand({
              ...sharedInput(role, sessionPolicy),
              RoleSessionName: role.sessionName,
              ExternalId: externalId,
              ...(mfa && { SerialNumber: mfa.serial, TokenCode: mfa.code }),
            }),
          ),
      );
    },
  };
}

/** `sts:GetSessionToken` for the long-lived keys of a user. Lasts twelve hours unless the keys are those of root. */
export function sessionToken(keys: StsCredentials, mfa: MfaCode, place: StsPlace): CredentialSource {
  return {
    kind: 'session-token',
    words: 'a session token of a user, with MFA',
    renews: false,
    provide: () =>
      askSts(place, keys, { call: 'sts:GetSessionToken', withMfa: true }, (sts) =>
        sts.send(new GetSessionTokenCommand({ SerialNumber: mfa.serial, TokenCode: mfa.code })),
      ),
  };
}

/** `sts:AssumeRoleWithWebIdentity`, unsigned. Renews where the token does. */
export function webIdentity(
  token: () => Promise<Result<string, SignInError>>,
  role: RoleRequest,
  place: StsPlace,
  { renews }: { readonly renews: boolean },
): CredentialSource {
  const { roleArn } = role;
  return {
    kind: 'web-identity',
    words: `those of the role ${roleParts(roleArn).name}, for a web identity token`,
    renews,
    provide: async () => {
      const own = await token();
      if (!own.ok) return own;
      return askSts(place, undefined, { call: 'sts:AssumeRoleWithWebIdentity', roleArn }, (sts) =>
        sts.send(
          new AssumeRoleWithWebIdentityCommand({
            ...sharedInput(role),
            RoleSessionName: role.sessionName,
            WebIdentityToken: own.value,
          }),
        ),
      );
    },
  };
}

/** `sts:AssumeRoleWithSAML`, unsigned. AWS takes a response once and for five minutes, so this never renews. */
export function samlRole(
  response: string,
  principalArn: string,
  role: Pick<RoleRequest, 'roleArn' | 'durationSeconds' | 'limited'>,
  place: StsPlace,
): CredentialSource {
  const { roleArn } = role;
  return {
    kind: 'saml',
    words: `those of the role ${roleParts(roleArn).name}, for a SAML response`,
    renews: false,
    provide: () =>
      askSts(place, undefined, { call: 'sts:AssumeRoleWithSAML', roleArn }, (sts) =>
        sts.send(
          new AssumeRoleWithSAMLCommand({
            ...sharedInput(role),
            PrincipalArn: principalArn,
            SAMLAssertion: response,
          }),
        ),
      ),
  };
}

function sharedInput(
  { roleArn, durationSeconds, limited }: Pick<RoleRequest, 'roleArn' | 'durationSeconds' | 'limited'>,
  sessionPolicy?: string,
) {
  const partition = parseArn(roleArn)?.partition ?? 'aws';
  return {
    RoleArn: roleArn,
    ...(durationSeconds !== undefined && { DurationSeconds: durationSeconds }),
    ...(limited && { Policy: sessionPolicy ?? readOnlySessionPolicy(partition) }),
  };
}
