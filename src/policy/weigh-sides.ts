import type { AccessRequest, DecidingStatement, NamedPolicy, PolicyStack } from './access-verdict.ts';
import { matchAllow, matchDeny } from './match-principal.ts';
import { mayHaveResourcePolicy, needsKeyPolicy } from './resource-policy-services.ts';
import { type PolicyStatement, readStatements } from './statement.ts';
import { all, any, type Truth } from './truth.ts';
import { type WeighedStatement, weighStatement } from './weigh-statement.ts';

/** What one side says: whether it allows and whether it denies. */
export interface Side {
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

export interface Sides {
  readonly identity: Side;
  readonly boundary: Side;
  readonly resource: ResourceSide;
}

/** Weighs every statement of every policy at hand that speaks of a request. */
export function weighSides(request: AccessRequest, policies: PolicyStack): Sides {
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
