import { parseArn } from '../base/arn.ts';
import type { AccessPrincipal } from './access-verdict.ts';
import type { PolicyStatement, PrincipalSet } from './statement.ts';
import { all, any, not, type Truth, truthOf } from './truth.ts';

/**
 * How the statement of a resource policy names who asks. It makes a difference to what an Allow is worth, by the part on
 * resource-based policies of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface PrincipalMatch {
  /** The session itself, a user, or everyone: no permissions boundary limits such an Allow within one account. */
  readonly direct: Truth;
  /** The role, whose sessions stay within its permissions boundary. */
  readonly role: Truth;
  /** The account, which leaves it to the account's own policies. */
  readonly account: Truth;
}

const NOBODY: PrincipalMatch = { direct: 'no', role: 'no', account: 'no' };

/**
 * Whom the Principal or NotPrincipal of an Allow lets in, as far as it's the one who asks. AWS no longer supports an Allow with
 * NotPrincipal; where an older policy has one, it grants to "all principals except for the ones specified":
 * https://github.com/awsdocs/iam-user-guide/blob/main/doc_source/reference_policies_elements_notprincipal.md
 */
export function matchAllow(statement: PolicyStatement, asker: AccessPrincipal): PrincipalMatch {
  if (statement.principal !== undefined) {
    // "*" stays an Allow to everyone, whatever its conditions: "Permissions boundaries and session policies do not limit
    // permissions granted using the aws:PrincipalArn condition key with a wildcard(*) in the Principal element".
    return matchSet(statement.principal, asker);
  }
  if (statement.notPrincipal === undefined) return NOBODY;
  const { direct, role, account } = matchSet(statement.notPrincipal, asker);
  const named = any([direct, role]);
  if (named !== 'no') return { ...NOBODY, direct: not(named) };
  // All but the asker's account: neither edition of the page says what this means for its roles.
  return { ...NOBODY, direct: account === 'no' ? 'yes' : 'unknown' };
}

/**
 * Whether a Deny hits the one who asks. To be spared by NotPrincipal takes session, role and account: AWS asks to list all
 * three, and doesn't say what a part of them does. With a permissions boundary nobody is spared.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function matchDeny(statement: PolicyStatement, asker: AccessPrincipal, bounded: Truth): Truth {
  if (statement.principal !== undefined) {
    const { direct, role, account } = matchSet(statement.principal, asker);
    return any([direct, role, account]);
  }
  if (statement.notPrincipal === undefined) return 'no';
  const { direct, role, account } = matchSet(statement.notPrincipal, asker);
  const isUser = asksAsUser(asker);
  const named = isUser ? direct : any([direct, role]);
  if (named === 'no') return 'yes';
  const spared = statement.notPrincipal.anyone
    ? 'yes'
    : all(isUser ? [direct, account] : [direct, role, account]);
  return any([bounded, spared === 'yes' ? 'no' : 'unknown']);
}

function matchSet(set: PrincipalSet, asker: AccessPrincipal): PrincipalMatch {
  const account = asker.account ?? parseArn(asker.arn)?.account;
  const named = set.aws.map((each) => matchOne(each, asker, account));
  // Amazon S3 takes the canonical id of an account too, which nothing here knows.
  const canonical: Truth = set.canonicalUsers.length > 0 ? 'unknown' : 'no';
  return {
    direct: set.anyone ? 'yes' : any(named.map((each) => each.direct)),
    role: any(named.map((each) => each.role)),
    account: any([canonical, ...named.map((each) => each.account)]),
  };
}

function matchOne(written: string, asker: AccessPrincipal, account: string | undefined): PrincipalMatch {
  if (/^(AROA|AIDA)[A-Z0-9]+$/.test(written)) {
    const same = asker.roleId === undefined ? 'unknown' : truthOf(asker.roleId === written);
    return asksAsUser(asker) ? { ...NOBODY, direct: same } : { ...NOBODY, role: same };
  }
  const parts = parseArn(written);
  if (parts === undefined) return { ...NOBODY, account: truthOf(written === account) };
  if (parts.service === 'iam' && parts.resource === 'root') {
    return { ...NOBODY, account: account === undefined ? 'unknown' : truthOf(parts.account === account) };
  }
  if (parts.service === 'sts' && parts.resourceType === 'assumed-role') {
    return { ...NOBODY, direct: matchSession(parts.resource, parts.account, asker, account) };
  }
  if (written !== asker.arn) return NOBODY;
  return asksAsUser(asker) ? { ...NOBODY, direct: 'yes' } : { ...NOBODY, role: 'yes' };
}

function matchSession(
  resource: string,
  sessionAccount: string,
  asker: AccessPrincipal,
  account: string | undefined,
): Truth {
  const [, role, session] = resource.split('/');
  if (asksAsUser(asker) || role !== parseArn(asker.arn)?.name || sessionAccount !== account) return 'no';
  return asker.sessionName === undefined ? 'unknown' : truthOf(asker.sessionName === session);
}

function asksAsUser(asker: AccessPrincipal): boolean {
  return parseArn(asker.arn)?.resourceType === 'user';
}
