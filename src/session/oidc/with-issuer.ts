import { ok } from '../../base/result.ts';
import type { CredentialSource } from '../credential-source.ts';
import type { PlanSignIn } from '../sign-in-plan.ts';
import { DEFAULT_SESSION_NAME } from '../sts/role-request.ts';
import { regionOfId } from './issuer.ts';
import type { FinishedSignIn } from './relying-party.ts';
import type { Person } from './token-claims.ts';

/** Signs in to AWS as a person who signed in at an issuer. */
export function withIssuer({ issuer, person, tokens }: FinishedSignIn): PlanSignIn {
  return async (config, region) => {
    const { leadsTo } = issuer;
    if (leadsTo.kind === 'identity-pool') {
      const { identityPool } = await import('./identity-pool.ts');
      return ok({ source: identityPool({ issuer, pool: leadsTo.pool, person, tokens }, config) });
    }
    const { webIdentity } = await import('../sts/sources.ts');
    const role = {
      roleArn: leadsTo.role.roleArn,
      sessionName: sessionNameOf(person),
      limited: true,
    };
    const place = { config, region: leadsTo.role.region ?? region };
    const source: CredentialSource = {
      ...webIdentity(tokens.idToken, role, place, { renews: tokens.renews }),
      words: `those of a role, for ${person.name} of ${issuer.label}`,
      person,
      forget: tokens.forget,
    };
    return ok({ source });
  };
}

/** The region to sign in to AWS at; `undefined` leaves it to `config.json`. */
export function signInRegionOf({ issuer: { leadsTo } }: FinishedSignIn): string | undefined {
  if (leadsTo.kind === 'web-identity') return leadsTo.role.region;
  return leadsTo.pool.region ?? regionOfId(leadsTo.pool.userPoolId);
}

/** Who it was stands in CloudTrail beside each call, in the characters that STS allows there. */
function sessionNameOf({ name }: Person): string {
  const allowed = name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 64);
  return allowed.length >= 2 ? allowed : DEFAULT_SESSION_NAME;
}
