import { indexBy } from '../base/index-by.ts';
import type { JsonValue } from '../base/json.ts';
import type { Graph, PolicyNode, RoleNode } from '../graph/graph.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import type { DecidingStatement, NamedPolicy, PolicyStack } from '../policy/access-verdict.ts';
import { rightsOfAwsPolicy } from '../policy/aws-managed-rights.ts';
import { defaultContext } from '../policy/default-context.ts';
import { evaluateAccess } from '../policy/evaluate-access.ts';
import { isAdministrator, isAdministratorPolicy } from '../policy/permissions.ts';
import { coversAction, readStatements } from '../policy/statement.ts';
import { ESCALATIONS, type Escalation, type EscalationAct } from './escalations.ts';
import { type Permissions, permissionsOf } from './permissions.ts';

/** The most that a role can make of its permissions. */
export type RolePower =
  | { readonly kind: 'administrator'; readonly policy: string; readonly record: RolePoliciesRecord }
  | {
      readonly kind: 'escalates';
      readonly way: Escalation;
      readonly by: readonly DecidingStatement[];
      readonly record: RolePoliciesRecord;
    };

/** What a role may do of a kind, on every resource of it; `undefined` when nobody can tell, or it may not. */
export interface RolePowers {
  readonly of: (role: RoleNode) => RolePower | undefined;
  /** The statements by which a role, no administrator, may pass every role: to `service`, or to any when none is named. */
  readonly passesAll: (role: RoleNode, service?: string) => Passing | undefined;
}

export interface Passing {
  readonly by: readonly DecidingStatement[];
  readonly record: RolePoliciesRecord;
}

const known = new WeakMap<Graph, RolePowers>();

/** Worked out once for each role that a rule asks about. */
export function rolePowers(graph: Graph): RolePowers {
  const powers = known.get(graph) ?? makePowers(graph);
  known.set(graph, powers);
  return powers;
}

function makePowers(graph: Graph): RolePowers {
  const permissions = permissionsOf(graph);
  const boundaries = indexBy(
    graph.byKind.policy.filter((each) => each.document !== undefined),
    (each) => each.arn,
  );
  const documents = new DocumentFacts();
  const stacks = new Map<RoleNode, Stack | undefined>();
  const powers = new Map<RoleNode, RolePower | undefined>();
  // Most roles may do nothing of the kind, and then nothing more is looked up.
  const stackOf = (role: RoleNode, matters: (facts: Facts) => boolean) => {
    if (stacks.has(role)) return stacks.get(role);
    const record = permissions.of(role);
    if (record === undefined) return undefined;
    const read = permissions.documentsOf(record);
    const ofAws = (record.AttachedPolicies ?? []).map(({ PolicyArn }) => documents.ofAws(PolicyArn));
    const grants = [...read.map((each) => each.document), ...ofAws].some(
      (document) => document !== undefined && matters(documents.of(document)),
    );
    if (!grants) return undefined;
    const boundary = readBoundary(role, boundaries);
    const stack = boundary && readStack(record, read, boundary, documents);
    stacks.set(role, stack);
    return stack;
  };
  return {
    of: (role) => {
      if (!powers.has(role)) {
        const stack = stackOf(role, (facts) => facts.administrator || facts.ways.size > 0);
        powers.set(role, stack && powerOf(role, stack, documents));
      }
      return powers.get(role);
    },
    passesAll: (role, service) => {
      const stack = stackOf(role, (facts) => facts.passes);
      const facts = stack?.policies.identity.map((each) => documents.of(each.document)) ?? [];
      if (stack === undefined || !facts.some((each) => each.passes) || isAdministratorOf(stack, facts))
        return undefined;
      const act: EscalationAct = { action: 'iam:PassRole', on: 'role', passedTo: service };
      const by = judge(act, role, stack.policies);
      return by && { by, record: stack.record };
    },
  };
}

function powerOf(role: RoleNode, stack: Stack, documents: DocumentFacts): RolePower | undefined {
  const { policies, record } = stack;
  const facts = policies.identity.map((each) => documents.of(each.document));
  if (isAdministratorOf(stack, facts)) {
    const all = facts.findIndex((each) => each.administrator);
    return { kind: 'administrator', policy: policies.identity[all]?.name ?? '', record };
  }
  const candidates = ESCALATIONS.filter((way) => facts.some((each) => each.ways.has(way)));
  for (const way of candidates) {
    const by = way.acts.map((act) => judge(act, role, policies));
    if (by.every((each) => each !== undefined)) return { kind: 'escalates', way, by: by.flat(), record };
  }
  return undefined;
}

function isAdministratorOf({ policies }: Stack, facts: readonly Facts[]): boolean {
  const everything = facts.some((each) => each.administrator) && !facts.some((each) => each.denies);
  return everything && policies.boundary === 'none';
}

/** The statements that surely allow an act on all of its kind. */
function judge(
  { action, on, passedTo }: EscalationAct,
  role: RoleNode,
  policies: PolicyStack,
): readonly DecidingStatement[] | undefined {
  const resource = resourceOf(on, role);
  const principal = { arn: role.arn ?? '', account: role.accountId, roleId: role.roleId };
  const context = new Map(defaultContext({ action, resource, principal, resourceAccount: role.accountId }));
  context.delete('aws:requestedregion');
  if (passedTo !== undefined) context.set('iam:passedtoservice', { kind: 'values', values: [passedTo] });
  const request = { action, resource, principal, resourceAccount: role.accountId, context };
  const verdict = evaluateAccess(request, policies);
  return verdict.answer === 'allowed'
    ? verdict.deciding.filter((each) => each.from === 'identity' && each.effect === 'Allow')
    : undefined;
}

function resourceOf(on: EscalationAct['on'], role: RoleNode): string {
  const partition = role.partition ?? 'aws';
  const account = role.accountId ?? '';
  switch (on) {
    case 'any':
      return `arn:${partition}:*:*:${account}:*`;
    case 'instance':
      return `arn:${partition}:ec2:*:${account}:instance/*`;
    case 'function':
      return `arn:${partition}:lambda:*:${account}:function:*`;
    default:
      return `arn:${partition}:iam::${account}:${on}/*`;
  }
}

interface Stack {
  readonly policies: PolicyStack;
  readonly record: RolePoliciesRecord;
}

/** `undefined` when a policy that may take something away was not read. */
function readStack(
  record: RolePoliciesRecord,
  read: ReturnType<Permissions['documentsOf']>,
  boundary: NamedPolicy | 'none',
  documents: DocumentFacts,
): Stack | undefined {
  const names = new Set(read.map((each) => each.name));
  const identity: NamedPolicy[] = read.map(({ name, document }) => documents.named(name, document));
  for (const { PolicyName, PolicyArn } of record.AttachedPolicies ?? []) {
    if (names.has(PolicyName)) continue;
    const document = documents.ofAws(PolicyArn);
    if (document !== undefined) identity.push(documents.named(PolicyName, document));
    // AWS's own policies for instances deny nothing, so one that was not read only may allow more.
    else if (!PolicyArn.includes(':iam::aws:')) return undefined;
  }
  const lists = record.AttachedPolicies !== undefined && record.InlinePolicyNames !== undefined;
  if (!lists || record.InlinePolicyNames?.some((name) => !names.has(name))) return undefined;
  return { policies: { identity, identityUnread: [], boundary, resource: 'none' }, record };
}

function readBoundary(
  role: RoleNode,
  boundaries: ReadonlyMap<string | undefined, PolicyNode>,
): NamedPolicy | 'none' | undefined {
  const arn = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
  if (arn === undefined) return role.record?.details === 'full' ? 'none' : undefined;
  if (isAdministratorPolicy(arn)) return 'none';
  const policy = boundaries.get(arn);
  return policy?.document === undefined ? undefined : { name: policy.label, arn, document: policy.document };
}

/** Without one of these a text grants nothing of interest, and denies nothing. */
const MATTERS = /iam|sts|lambda|\*|%2a|deny|not|\?|%3f/i;

/** What rules want to know of a document before anything is weighed. */
interface Facts {
  readonly administrator: boolean;
  readonly denies: boolean;
  readonly passes: boolean;
  /** Ways that it speaks for the first act of. */
  readonly ways: ReadonlySet<Escalation>;
}

/** Roles repeat the same few documents: each distinct one is read once. */
class DocumentFacts {
  readonly #facts = new Map<JsonValue, Facts>();
  readonly #named = new Map<JsonValue, NamedPolicy>();
  readonly #ofAws = new Map<string, JsonValue | undefined>();

  /** What one of AWS's own policies grants of interest, where that is known without its document. */
  ofAws(policyArn: string): JsonValue | undefined {
    if (!this.#ofAws.has(policyArn)) this.#ofAws.set(policyArn, rightsOfAwsPolicy(policyArn));
    return this.#ofAws.get(policyArn);
  }

  of(document: JsonValue): Facts {
    const facts = this.#facts.get(document) ?? factsOf(document);
    this.#facts.set(document, facts);
    return facts;
  }

  /** One object for each document, so that the evaluator reads it once; another name makes another. */
  named(name: string, document: JsonValue): NamedPolicy {
    const before = this.#named.get(document);
    if (before?.name === name) return before;
    const policy = { name, document };
    this.#named.set(document, policy);
    return policy;
  }
}

const NOTHING: Facts = { administrator: false, denies: false, passes: false, ways: new Set() };

function factsOf(document: JsonValue): Facts {
  if (typeof document === 'string' && !MATTERS.test(document)) return NOTHING;
  const read = readStatements(document);
  const statements = read.ok ? read.value : [];
  const allows = statements.filter((each) => each.effect === 'Allow');
  const speaksFor = (action: string) => allows.some((each) => coversAction(each, action));
  return {
    administrator: isAdministrator(statements),
    denies: !read.ok || allows.length < statements.length,
    passes: speaksFor('iam:PassRole'),
    ways: new Set(ESCALATIONS.filter(({ acts: [first] }) => first !== undefined && speaksFor(first.action))),
  };
}
