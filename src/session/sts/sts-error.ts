import { codeOf, explainFailure } from '../explain-failure.ts';
import type { SignInError } from '../session.ts';
import { signInError } from '../sign-in-error.ts';
import { roleParts } from './role-request.ts';

/** What was asked of STS, as far as it explains a refusal. */
export interface StsAsked {
  readonly call:
    | 'sts:AssumeRole'
    | 'sts:AssumeRoleWithWebIdentity'
    | 'sts:AssumeRoleWithSAML'
    | 'sts:GetSessionToken';
  readonly roleArn?: string | undefined;
  readonly withExternalId?: boolean | undefined;
  readonly withMfa?: boolean | undefined;
}

/**
 * What to tell a person whom STS gave no credentials, and what to try. Codes and messages:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors and those of the other calls;
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html.
 */
export function stsError(error: unknown, asked: StsAsked, host: string, region: string): SignInError {
  const failure = explainFailure(error, {
    permission: asked.call,
    host,
    othersAnswered: false,
    regionIsEnabled: false,
    notYetExpired: false,
  });
  const code = codeOf(error);
  const text = failure.message ?? '';
  const said = text === '' ? '' : ` AWS says: ${text}`;

  if (
    /MultiFactorAuthentication|MFA/.test(text) &&
    (failure.status === 'denied' || code === 'ValidationError')
  )
    return mfaError(said);
  if (code === 'ValidationError' && /DurationSeconds|session limit/i.test(text))
    return durationError(text, said);
  if (code === 'PackedPolicyTooLargeException' || code === 'PackedPolicyTooLarge') {
    return {
      kind: 'denied',
      message: `AWS found the session policy and the session tags too large together.${said}`,
      advice: 'Switch off the limit to the reads that Rolewire makes, and assume the role again.',
    };
  }
  if (code === 'RegionDisabledException') {
    return {
      kind: 'denied',
      message: `STS is switched off in ${region} for the account of the role.${said}`,
      advice: 'Take another region, such as us-east-1.',
    };
  }
  if (failure.status === 'denied') return refused(asked, text, said);
  const token = tokenError(code, asked, said);
  if (token) return token;
  switch (failure.reason.kind) {
    case 'credentials-expired':
      return {
        kind: 'credentials-expired',
        message: `The credentials that ${asked.call} is called with have expired.`,
        advice: 'Get new ones and paste them.',
      };
    case 'credentials-invalid':
    case 'clock-skew':
    case 'unreachable':
    case 'throttled':
      return signInError(failure, region);
    default:
      return {
        kind: 'other',
        message: `${asked.call} failed with ${code === 'SyntaxError' ? 'an answer that is not one of AWS' : code}.${said}`,
        advice: 'Check the fields; if the page is set up with a custom endpoint, check config.json as well.',
      };
  }
}

function mfaError(said: string): SignInError {
  return {
    kind: 'denied',
    message: `AWS did not take the MFA code.${said}`,
    advice:
      'Each code works once: wait for the next one. The device must belong to the user whose keys these are, and its clock must be right.',
  };
}

function durationError(text: string, said: string): SignInError {
  return {
    kind: 'denied',
    message: `The session is longer than AWS allows.${said}`,
    advice: /chain/i.test(text)
      ? 'A role that is assumed with the credentials of another role gets one hour at most. Take one hour or less.'
      : 'Take a shorter duration: the maximum session duration stands in the settings of the role, one hour unless someone raised it.',
  };
}

/** AWS answers alike whether the role is missing, does not trust the caller, or wants another external ID. */
function refused(asked: StsAsked, text: string, said: string): SignInError {
  const role = asked.roleArn === undefined ? 'the role' : roleWords(asked.roleArn);
  if (asked.call === 'sts:GetSessionToken') {
    return {
      kind: 'denied',
      message: `AWS refused sts:GetSessionToken.${said}`,
      advice:
        'It takes the long-lived keys of a user: not those of root with MFA missing, and none that are temporary already.',
    };
  }
  const message = `AWS refused ${asked.call} for ${role}.${said}`;
  if (asked.call !== 'sts:AssumeRole') {
    const what = asked.call === 'sts:AssumeRoleWithSAML' ? 'SAML provider' : 'issuer';
    return {
      kind: 'denied',
      message,
      advice: `Either there is no such role, or its trust policy does not name this ${what} and ${asked.call}, or one of its conditions (audience, subject) does not hold for you.`,
    };
  }
  const because = sayWhichPolicy(text);
  if (because) return { kind: 'denied', message, advice: because };
  const externalId = asked.withExternalId
    ? 'the external ID is another one than its trust policy asks for'
    : 'its trust policy asks for an external ID, and none was given';
  const mfa = asked.withMfa ? '' : ' It may also ask for MFA.';
  return {
    kind: 'denied',
    message,
    advice: `AWS does not tell which of these it is: the trust policy of the role does not name you; ${externalId}; your own policies do not allow sts:AssumeRole on it; or there is no such role.${mfa}`,
  };
}

function sayWhichPolicy(text: string): string | undefined {
  if (/session policy/i.test(text)) {
    return 'The session that asks is itself limited to reads. Sign in again with that limit switched off, then open the account.';
  }
  if (/service control policy/i.test(text)) {
    return 'A service control policy of the organisation denies it: ask whoever keeps those.';
  }
  if (/resource control policy/i.test(text)) {
    return 'A resource control policy of the organisation of the role denies it: ask whoever keeps those.';
  }
  if (/permissions boundary/i.test(text))
    return 'The permissions boundary of the caller does not allow sts:AssumeRole.';
  if (/identity-based policy/i.test(text)) {
    return 'The policies of the caller do not allow sts:AssumeRole on this role: add it to one of them.';
  }
  return undefined;
}

/** What STS says of tokens and responses of identity providers. */
function tokenError(code: string, { call }: StsAsked, said: string): SignInError | undefined {
  const isSaml = call === 'sts:AssumeRoleWithSAML';
  if (call !== 'sts:AssumeRoleWithWebIdentity' && !isSaml) return undefined;
  const what = isSaml ? 'SAML response' : 'web identity token';
  switch (code.replace(/Exception$/, '')) {
    case 'ExpiredToken':
      return {
        kind: 'credentials-expired',
        message: `The ${what} has expired.${said}`,
        advice: isSaml
          ? 'AWS takes a SAML response within five minutes of its making. Sign in at the identity provider again and paste the new one.'
          : 'Get a new one from the identity provider and paste it.',
      };
    case 'InvalidIdentityToken':
      return {
        kind: 'credentials-invalid',
        message: `AWS does not accept the ${what}.${said}`,
        advice: isSaml
          ? 'Paste the whole value of SAMLResponse. Its issuer and certificate must be those of the SAML provider in IAM.'
          : 'Paste the whole token. Its issuer must be an OpenID Connect provider in IAM of the account of the role.',
      };
    case 'IDPRejectedClaim':
      return {
        kind: 'denied',
        message: `AWS or the identity provider rejected a claim of the ${what}.${said}`,
        advice:
          'Its audience must be one that the identity provider in IAM lists, and it must not have been withdrawn.',
      };
    case 'IDPCommunicationError':
      return {
        kind: 'other',
        message: `AWS could not reach the identity provider to check the ${what}.${said}`,
        advice: 'Try again; if it stays so, the issuer must let AWS read its keys.',
      };
    default:
      return undefined;
  }
}

function roleWords(roleArn: string): string {
  const { accountId, name } = roleParts(roleArn);
  return accountId === '' ? roleArn : `the role ${name} of ${accountId}`;
}
