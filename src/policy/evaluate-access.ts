import { parseArn } from '../base/arn.ts';
import type {
  AccessAnswer,
  AccessRequest,
  AccessVerdict,
  DecidingStatement,
  PolicyStack,
  SideAnswer,
} from './access-verdict.ts';
import { accessWords } from './access-words.ts';
import { mayHaveResourcePolicy, needsKeyPolicy } from './resource-policy-services.ts';
import { all, any, either, type Truth } from './truth.ts';
import { type Side, type Sides, weighSides } from './weigh-sides.ts';
import type { WeighedStatement } from './weigh-statement.ts';

/**
 * May a role do something to something, as far as these policies say? Follows
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: a Deny wins; within one account
 * an Allow of either side is enough, across accounts both must allow; a permissions boundary limits what the role's own
 * policies and an Allow to the role itself give; a KMS key's policy must let the account in before its roles' policies count.
 * What nobody knows stays undecided, and only matters where it can turn the answer. Policies of the organization and of VPC
 * endpoints are not looked at, and named in `notSeen`. Never throws.
 */
export function evaluateAccess(request: AccessRequest, policies: PolicyStack): AccessVerdict {
  const sides = weighSides(request, policies);
  const grant = grantOf(request, sides);
  const denied = any([sides.identity.denies, sides.boundary.denies, sides.resource.denies]);
  const answer = answerOf(denied, grant);
  const lacking = answer === 'implicitly-denied' ? lackingOf(request, sides) : [];
  const deciding = decidingOf(answer, sides);
  const undecided =
    answer === 'cannot-tell' ? statementsOf(sides).filter((each) => each.holds === 'unknown') : [];
  const missingContext = [...new Set(undecided.flatMap((each) => each.missing))];
  const unread = unreadOf(policies, sides);
  const notSeen = [...unread, ...unseenOf(request)];
  const why = accessWords({
    answer,
    deciding,
    lacking,
    own: sideAnswer(sides.identity),
    missingContext,
    unread,
    accountKnown: sameAccount(request) !== 'unknown',
  });
  return {
    answer,
    why,
    deciding,
    lacking,
    sides: {
      identity: sideAnswer(sides.identity),
      boundary: sideAnswer(sides.boundary),
      resource: sideAnswer(sides.resource),
    },
    missingContext,
    notSeen,
  };
}

/** Whether there's a grant, Denies aside. */
function grantOf(request: AccessRequest, sides: Sides): Truth {
  const within = grantWithin(request, sides);
  const across = all([sides.identity.allows, sides.boundary.allows, sides.resource.allows]);
  const same = sameAccount(request);
  if (same === 'unknown') return either(within, across);
  return same === 'yes' ? within : across;
}

function grantWithin(request: AccessRequest, { identity, boundary, resource }: Sides): Truth {
  const counts: Truth = needsKeyPolicy(request.action, request.resource) ? resource.toAccount : 'yes';
  return any([
    all([identity.allows, boundary.allows, counts]),
    all([resource.toRole, boundary.allows]),
    resource.toSession,
  ]);
}

/** Whether the resource is of the account of the one who asks. What takes no resource, is. */
function sameAccount(request: AccessRequest): Truth {
  const parts = parseArn(request.resource);
  const own = request.principal.account ?? parseArn(request.principal.arn)?.account;
  if (request.resource === '*' || parts?.account === 'aws') return 'yes';
  const owner = request.resourceAccount ?? parts?.account;
  if (owner === undefined || owner === '' || own === undefined || own === '' || owner.includes('*'))
    return 'unknown';
  return owner === own ? 'yes' : 'no';
}

function answerOf(denied: Truth, grant: Truth): AccessAnswer {
  if (denied === 'yes') return 'explicitly-denied';
  if (grant === 'no') return 'implicitly-denied';
  return denied === 'no' && grant === 'yes' ? 'allowed' : 'cannot-tell';
}

function lackingOf(request: AccessRequest, sides: Sides): AccessVerdict['lacking'] {
  const { identity, boundary, resource } = sides;
  const lacking: AccessVerdict['lacking'][number][] = [];
  if (sameAccount(request) === 'yes') {
    const shut = needsKeyPolicy(request.action, request.resource) && resource.toAccount === 'no';
    if (identity.allows === 'no' && resource.toRole === 'no') lacking.push('identity');
    if (boundary.allows === 'no') lacking.push('boundary');
    if (shut && resource.toRole === 'no') lacking.push('resource');
    return lacking;
  }
  if (identity.allows === 'no') lacking.push('identity');
  if (boundary.allows === 'no') lacking.push('boundary');
  if (resource.allows === 'no' && sameAccount(request) === 'no') lacking.push('resource');
  return lacking;
}

function decidingOf(answer: AccessAnswer, sides: Sides): readonly DecidingStatement[] {
  const wanted = (each: WeighedStatement): boolean => {
    const { effect } = each.statement;
    switch (answer) {
      case 'explicitly-denied':
        return effect === 'Deny' && each.holds === 'yes';
      case 'allowed':
        return effect === 'Allow' && each.holds === 'yes';
      case 'implicitly-denied':
        return effect === 'Allow';
      case 'cannot-tell':
        return each.holds === 'unknown' || (effect === 'Allow' && each.holds === 'yes');
    }
  };
  return statementsOf(sides)
    .filter(wanted)
    .map(({ from, policy, statement }) => ({
      from,
      policy,
      statement: statement.index,
      sid: statement.sid,
      effect: statement.effect,
    }));
}

function statementsOf({ identity, boundary, resource }: Sides): readonly WeighedStatement[] {
  return [...identity.statements, ...boundary.statements, ...resource.statements];
}

function sideAnswer({ exists, allows, denies }: Side): SideAnswer {
  if (!exists) return 'not-there';
  if (denies === 'yes') return 'denies';
  if (denies === 'unknown') return 'undecided';
  if (allows === 'unknown') return 'undecided';
  return allows === 'yes' ? 'allows' : 'silent';
}

function unreadOf(policies: PolicyStack, sides: Sides): readonly string[] {
  const documents = [
    ...policies.identityUnread,
    ...sides.identity.unreadable,
    ...sides.boundary.unreadable,
    ...sides.resource.unreadable,
  ].map((name) => `policy ${name}`);
  if (policies.boundary === 'unread') documents.push("the role's permissions boundary");
  const noResource = sides.resource.exists && sides.resource.unreadable.length === 0;
  if (noResource && (policies.resource === 'unread' || policies.resource === 'none'))
    documents.push("the resource's own policy");
  return documents;
}

/** What no request to IAM shows: it's kept in the organization and in the network. */
function unseenOf(request: AccessRequest): readonly string[] {
  const common = ['service control policies of the organization', 'policies of VPC endpoints'];
  return mayHaveResourcePolicy(request.action, request.resource)
    ? [...common, "resource control policies of the resource's organization"]
    : common;
}
