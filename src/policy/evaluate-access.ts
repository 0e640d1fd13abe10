import { parseArn } from '../base/arn.ts';
import type {
  AccessAnswer,
  AccessRequest,
  AccessVerdict,
  DecidingStatement,
  NamedPolicy,
  PolicyStack,
  SideAnswer,
} from './access-verdict.ts';
import { accessWords } from './access-words.ts';
import { matchAllow, matchDeny } from './match-principal.ts';
import { mayHaveResourcePolicy, needsKeyPolicy } from './resource-policy-services.ts';
import { type PolicyStatement, readStatements } from './statement.ts';
import { all, any, either, type Truth } from './truth.ts';
import { type WeighedStatement, weighStatement } from './weigh-statement.ts';

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

/** What one side says: whether it allows and whether it denies. */
interface Side {
  readonly exists: boolean;
  readonly allows: Truth;
  readonly denies: Truth;
  readonly statements: readonly WeighedStatement[];
  /** Policies of it that could not be read. */
  readonly unreadable: readonly string[];
}

/** The Allows of a resource policy are worth differently by whom they name. */
interface ResourceSide extends Side {
  readonly toSession: Truth;
  readonly toRole: Truth;
  readonly toAccount: Truth;
}

interface Sides {
  readonly identity: Side;
  readonly boundary: Side;
  readonly resource: ResourceSide;
}

function weighSides(request: AccessRequest, policies: PolicyStack): Sides {
  const { boundary } = policies;
  const bounded: Truth = boundary === 'none' ? 'no' : boundary === 'unread' ? 'unknown' : 'yes';
  return {
    identity: weighOwn('identity', policies.identity, policies.identityUnread.length > 0, request),
    boundary:
      boundary === 'none'
        ? { exists: false, allows: 'yes', denies: 'no', statements: [], unreadable: [] }
        : weighOwn('boundary', boundary === 'unread' ? [] : [boundary], boundary === 'unread', request),
    resource: weighResource(policies.resource, request, bounded),
  };
}

/** The policies of the principal, which name nobody: they are about whom they are attached to. */
function weighOwn(
  from: 'identity' | 'boundary',
  policies: readonly NamedPolicy[],
  moreUnread: boolean,
  request: AccessRequest,
): Side {
  const statements: WeighedStatement[] = [];
  const unreadable: string[] = [];
  for (const policy of policies) {
    const read = statementsIn(policy);
    if (read === undefined) unreadable.push(policy.name);
    else statements.push(...weighAll(read, from, policy.name, request));
  }
  const unread: Truth = moreUnread || unreadable.length > 0 ? 'unknown' : 'no';
  return {
    exists: true,
    allows: any([unread, ...holding(statements, 'Allow')]),
    denies: any([unread, ...holding(statements, 'Deny')]),
    statements,
    unreadable,
  };
}

function weighResource(
  policy: PolicyStack['resource'],
  request: AccessRequest,
  bounded: Truth,
): ResourceSide {
  const possible = mayHaveResourcePolicy(request.action, request.resource);
  const missing = policy === 'none' && needsKeyPolicy(request.action, request.resource);
  if (policy === 'unread' || missing) return possible ? unknownResource([]) : NO_RESOURCE_POLICY;
  if (policy === 'none') return NO_RESOURCE_POLICY;
  const read = statementsIn(policy);
  if (read === undefined) return unknownResource([policy.name]);
  const toSession: Truth[] = [];
  const toRole: Truth[] = [];
  const toAccount: Truth[] = [];
  const denies: Truth[] = [];
  const statements: WeighedStatement[] = [];
  for (const each of weighAll(read, 'resource', policy.name, request)) {
    if (each.statement.effect === 'Deny') {
      const hits = matchDeny(each.statement, request.principal, bounded);
      denies.push(all([hits, each.holds]));
      if (hits !== 'no') statements.push(withPrincipal(each, hits));
      continue;
    }
    const { direct, role, account } = matchAllow(each.statement, request.principal);
    toSession.push(all([direct, each.holds]));
    toRole.push(all([role, each.holds]));
    toAccount.push(all([account, each.holds]));
    const named = any([direct, role, account]);
    if (named !== 'no') statements.push(withPrincipal(each, named));
  }
  return {
    exists: true,
    allows: any([...toSession, ...toRole, ...toAccount]),
    denies: any(denies),
    toSession: any(toSession),
    toRole: any(toRole),
    toAccount: any(toAccount),
    statements,
    unreadable: [],
  };
}

const NO_RESOURCE_POLICY: ResourceSide = {
  exists: false,
  allows: 'no',
  denies: 'no',
  toSession: 'no',
  toRole: 'no',
  toAccount: 'no',
  statements: [],
  unreadable: [],
};

function unknownResource(unreadable: readonly string[]): ResourceSide {
  const unknown: Truth = 'unknown';
  return {
    exists: true,
    allows: unknown,
    denies: unknown,
    toSession: unknown,
    toRole: unknown,
    toAccount: unknown,
    statements: [],
    unreadable,
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

function weighAll(
  statements: readonly PolicyStatement[],
  from: DecidingStatement['from'],
  policy: string,
  request: AccessRequest,
): readonly WeighedStatement[] {
  return statements.flatMap((each) => weighStatement(each, from, policy, request) ?? []);
}

function holding(statements: readonly WeighedStatement[], effect: 'Allow' | 'Deny'): readonly Truth[] {
  return statements.filter((each) => each.statement.effect === effect).map((each) => each.holds);
}

function withPrincipal(weighed: WeighedStatement, named: Truth): WeighedStatement {
  return { ...weighed, holds: all([named, weighed.holds]) };
}

/** Policies are asked about many requests: each is read once. */
const READ = new WeakMap<NamedPolicy, readonly PolicyStatement[] | 'unreadable'>();

function statementsIn(policy: NamedPolicy): readonly PolicyStatement[] | undefined {
  let read = READ.get(policy);
  if (read === undefined) {
    const statements = readStatements(policy.document);
    read = statements.ok ? statements.value : 'unreadable';
    READ.set(policy, read);
  }
  return read === 'unreadable' ? undefined : read;
}
