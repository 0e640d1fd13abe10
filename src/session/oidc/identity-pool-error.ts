import { codeOf, explainFailure } from '../explain-failure.ts';
import type { SignInError } from '../session.ts';
import { regionOfId } from './issuer.ts';
import type { CognitoConfig } from './issuer-config.ts';

/**
 * What to tell a person whom an identity pool gave no credentials. Codes:
 * https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html#API_GetCredentialsForIdentity_Errors
 */
export function identityPoolError(error: unknown, pool: CognitoConfig, host: string): SignInError {
  const failure = explainFailure(error, {
    permission: 'cognito-identity:GetCredentialsForIdentity',
    host,
    othersAnswered: false,
    regionIsEnabled: false,
    notYetExpired: true,
  });
  const code = codeOf(error);
  const said = failure.message ? ` AWS says: ${failure.message}` : '';
  if (failure.reason.kind === 'unreachable') {
    return {
      kind: 'unreachable',
      message: `${host} could not be reached from this browser.`,
      advice: 'Check the network, and a proxy or an extension that blocks it; then sign in again.',
    };
  }
  if (failure.reason.kind === 'throttled') {
    return {
      kind: 'throttled',
      message: 'AWS asks to slow down: too many sign-ins at this identity pool.',
      advice: 'Wait a minute, then sign in again.',
    };
  }
  switch (code) {
    case 'NotAuthorizedException':
      return /expired/i.test(failure.message ?? '')
        ? {
            kind: 'clock-skew',
            message: `The identity pool of ${pool.label} takes the ID token for expired.${said}`,
            advice: 'Set date and time of this computer automatically, then sign in again.',
          }
        : {
            kind: 'denied',
            message: `The identity pool of ${pool.label} refuses this sign-in.${said}`,
            advice: `Whoever manages it has to name the user pool ${pool.userPoolId} and its app client ${pool.clientId} as an identity provider of the pool.`,
          };
    case 'InvalidIdentityPoolConfigurationException':
      return {
        kind: 'denied',
        message: `The identity pool of ${pool.label} has no role that it may give out.${said}`,
        advice:
          'Whoever manages it has to choose a role for authenticated access, whose trust policy names ' +
          `cognito-identity.amazonaws.com with the audience ${pool.identityPoolId} and "authenticated".`,
      };
    case 'ResourceNotFoundException':
      return {
        kind: 'config',
        message: `There is no identity pool ${pool.identityPoolId} in ${regionOfId(pool.identityPoolId)}.${said}`,
        advice: 'Whoever hosts this page has to check "identityPoolId" in config.json.',
      };
    default:
      return {
        kind: 'other',
        message: `The identity pool of ${pool.label} gave no credentials: ${code === 'SyntaxError' ? 'its answer was not one of AWS' : code}.${said}`,
        advice: 'Try again; if it stays so, whoever hosts this page has to check config.json.',
      };
  }
}
