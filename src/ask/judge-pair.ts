import { parseArn } from '../base/arn.ts';
import type { RoleNode } from '../graph/graph.ts';
import type { AccessVerdict, ContextValue, PolicyStack } from '../policy/access-verdict.ts';
import { evaluateAccess } from '../policy/evaluate-access.ts';
import { mayHaveResourcePolicy } from '../policy/resource-policy-services.ts';
import type { AskedPair } from './asked-field.ts';
import { type PastedPolicies, policyStackOf, type RolePolicies, type Supplied } from './policy-stack.ts';
import { principalOf } from './request-context.ts';

/** How the account of the role stands to that of the resource. */
export type AccountRelation = 'same' | 'other' | 'unknown';

/** Which policy speaks for a resource, by what people call it. */
export type ResourceSide = 'bucket' | 'key' | 'other' | 'none';

/** The answer for one action on one resource. */
export interface PairAnswer {
  readonly pair: AskedPair;
  readonly verdict: AccessVerdict;
  readonly relation: AccountRelation;
  readonly side: ResourceSide;
  /** The policies that it was judged by. */
  readonly stack: PolicyStack;
  /** Allowed by what AWS documents of this policy, whose document was not read. */
  readonly byAwsDocs?: string | undefined;
}

/** What decides a pair besides the pair itself. */
export interface PairFacts {
  readonly role: RoleNode;
  readonly policies: RolePolicies;
  readonly pasted: PastedPolicies;
  readonly context: ReadonlyMap<string, ContextValue>;
}

/** Judges one pair by the policies at hand; see {@link evaluateAccess} for what they decide. */
export function judgePair(pair: AskedPair, { role, policies, pasted, context }: PairFacts): PairAnswer {
  const side = sideOf(pair);
  const resource = resourcePolicy(pair, side, pasted);
  const request = {
    action: pair.action,
    resource: pair.resource,
    principal: principalOf(role),
    resourceAccount: pair.account,
    context,
  };
  const stack = policyStackOf(policies, resource);
  const verdict = namingLists(evaluateAccess(request, stack));
  const answer = { pair, verdict, relation: relationOf(role, pair), side, stack };
  if (verdict.answer !== 'cannot-tell' || policies.partlyKnown.size === 0) return answer;
  // AWS's own policies hold no Deny, so one that surely allows the action settles what it leaves open.
  const settled = evaluateAccess(request, policyStackOf(policies, resource, true));
  const by = settled.deciding.find((each) => policies.partlyKnown.has(each.policy));
  return settled.answer === 'allowed' && by !== undefined
    ? { ...answer, verdict: settled, byAwsDocs: by.policy }
    : answer;
}

function namingLists(verdict: AccessVerdict): AccessVerdict {
  return { ...verdict, why: withLists(verdict.why), notSeen: verdict.notSeen.map(withLists) };
}

/** The evaluator speaks of "policy X"; a list that was not read is none. */
function withLists(text: string): string {
  return text.replace(/\bpolicy (?=(?:managed|inline) policies of )/g, 'the ');
}

/** Which policy of the resource has a say. */
function sideOf({ action, resource }: AskedPair): ResourceSide {
  if (!mayHaveResourcePolicy(action, resource)) return 'none';
  const [service] = action.toLowerCase().split(':');
  if (service === 's3') return 'bucket';
  return service === 'kms' ? 'key' : 'other';
}

function resourcePolicy(
  { resource }: AskedPair,
  side: ResourceSide,
  pasted: PastedPolicies,
): PolicyStack['resource'] {
  switch (side) {
    case 'bucket':
      return asPolicy(`of ${bucketOf(resource)}`, pasted.bucket);
    case 'key':
      return asPolicy('of the KMS key', pasted.key);
    case 'other':
      return 'unread';
    default:
      return 'none';
  }
}

function bucketOf(resource: string): string {
  const arn = parseArn(resource);
  return (
    arn?.resource
      .split('/')
      .slice(0, arn.resource.startsWith('accesspoint') ? 2 : 1)
      .join('/') ?? ''
  );
}

function asPolicy(name: string, supplied: Supplied | undefined): PolicyStack['resource'] {
  if (supplied === undefined) return 'unread';
  return supplied.kind === 'none' ? 'none' : { name, document: supplied.document };
}

function relationOf(role: RoleNode, { account }: AskedPair): AccountRelation {
  if (account === undefined || role.accountId === undefined) return 'unknown';
  return account === role.accountId ? 'same' : 'other';
}
