import type { Graph, NodeId, ProfileNode, RoleNode } from '../graph/graph.ts';
import type { CallName } from '../inventory/calls.ts';
import type { AccessPrincipal, AccessVerdict, DecidingStatement } from '../policy/access-verdict.ts';
import { nameOf } from '../policy/access-words.ts';
import { defaultContext } from '../policy/default-context.ts';
import { evaluateAccess } from '../policy/evaluate-access.ts';
import { type AccountPrincipal, principalsOf } from './account-principals.ts';
import {
  questionsOnProfile,
  questionsOnRole,
  type WhoMayAct,
  type WhoMayQuestion,
} from './who-may-questions.ts';

/** The answer to all questions of one kind about a role or profile. */
export type WhoMayAnswer =
  /** Nobody can tell, and this call would. */
  | { readonly kind: 'not-read'; readonly why: string; readonly call: CallName }
  | {
      readonly kind: 'told';
      readonly questions: readonly AnsweredQuestion[];
      /** What the lists don't show, in sentences. */
      readonly limits: readonly string[];
      /** A call that would tell more, when the lists are not the whole. */
      readonly call?: CallName | undefined;
    };

export interface AnsweredQuestion {
  readonly question: WhoMayQuestion;
  /** Users first, then roles, in order of name. */
  readonly may: readonly WhoMayEntry[];
  /** Depends on something that nobody knows, such as a condition. */
  readonly perhaps: readonly WhoMayEntry[];
}

/** One who may, by which statements. */
export interface WhoMayEntry {
  readonly kind: AccountPrincipal['kind'];
  readonly name: string;
  readonly arn: string;
  /** The role, where the graph draws it. */
  readonly node?: NodeId | undefined;
  /** `iam:PutRolePolicy`, … of the question's acts those that this one may do, or perhaps. */
  readonly actions: readonly string[];
  /** "statement 1 (Launch) of policy Deploy", each once. */
  readonly by: readonly string[];
  /** Why only perhaps: "it depends on aws:SourceIp, which is not known here". */
  readonly why?: string | undefined;
}

/** Who may pass a role, and change it; or change which role instances get through a profile. Boundaries count. */
export function whoMay(graph: Graph, node: RoleNode | ProfileNode): WhoMayAnswer {
  const call = 'iam:GetAccountAuthorizationDetails';
  const { accountId } = node;
  const bulk = graph.coverage.of(call, { accountId });
  const questions = node.kind === 'role' ? questionsOnRole(node) : questionsOnProfile(graph, node);
  if (questions.length === 0 || accountId === undefined)
    return { kind: 'not-read', why: `The ARN of ${node.name} is not known.`, call };
  if (!bulk.complete && !hasUsers(graph, accountId)) {
    return {
      kind: 'not-read',
      why: 'This takes the policies of all users and roles of the account, and they were not read.',
      call,
    };
  }
  const principals = principalsOf(graph, accountId);
  return {
    kind: 'told',
    questions: questions.map((question) => answer(question, principals, accountId)),
    limits: limitsOf(graph, accountId, bulk.complete),
    call: bulk.complete ? undefined : call,
  };
}

function answer(
  question: WhoMayQuestion,
  principals: readonly AccountPrincipal[],
  accountId: string,
): AnsweredQuestion {
  const may: WhoMayEntry[] = [];
  const perhaps: WhoMayEntry[] = [];
  for (const each of principals) {
    const verdicts = question.acts.map((act) => ({ act, verdict: judge(act, each, accountId) }));
    const open = verdicts.filter(({ verdict }) => mayOrPerhaps(verdict));
    if (question.together ? open.length < verdicts.length : open.length === 0) continue;
    const sure = open.filter(({ verdict }) => verdict.answer === 'allowed');
    const isSure = question.together ? sure.length === open.length : sure.length > 0;
    if (isSure) may.push(entry(each, sure));
    else perhaps.push({ ...entry(each, open), why: whyPerhaps(open.map(({ verdict }) => verdict)) });
  }
  return { question, may, perhaps };
}

type Judged = { readonly act: WhoMayAct; readonly verdict: AccessVerdict };

function mayOrPerhaps({ answer: given }: AccessVerdict): boolean {
  return given === 'allowed' || given === 'cannot-tell';
}

function judge(
  { action, resource, context }: WhoMayAct,
  { principal, stack }: AccountPrincipal,
  owner: string,
) {
  const keys = new Map(defaultContext({ action, resource, principal, resourceAccount: owner }));
  for (const [key, value] of Object.entries(context))
    keys.set(key.toLowerCase(), { kind: 'values', values: [value] });
  // The region of "instances in any region" is not one value.
  if (resource.split(':')[3] === '*') keys.delete('aws:requestedregion');
  return evaluateAccess({ action, resource, principal, resourceAccount: owner, context: keys }, stack);
}

function entry(of: AccountPrincipal, judged: readonly Judged[]): WhoMayEntry {
  const statements = judged.flatMap(({ verdict }) => verdict.deciding.filter(isGrant));
  const principal: AccessPrincipal = of.principal;
  return {
    kind: of.kind,
    name: of.name,
    arn: principal.arn,
    node: of.node,
    actions: judged.map(({ act }) => act.action),
    by: [...new Set(statements.map(nameOf))],
  };
}

function isGrant(statement: DecidingStatement): boolean {
  return statement.effect === 'Allow' && statement.from === 'identity';
}

function whyPerhaps(verdicts: readonly AccessVerdict[]): string | undefined {
  return verdicts.find((each) => each.answer === 'cannot-tell')?.why;
}

function hasUsers(graph: Graph, accountId: string): boolean {
  return graph.inventory.users.some((each) => each.accountId === accountId);
}

function limitsOf(graph: Graph, accountId: string, complete: boolean): readonly string[] {
  const limits = [
    'The root user of the account always may. Service control policies of the organization, which may forbid it, are not seen. Service-linked roles, which AWS services alone can use, are left out.',
  ];
  if (!complete) limits.unshift('The account details were not read to their end: there may be more.');
  if (!hasUsers(graph, accountId)) {
    limits.unshift('No users came with the account details: either there are none, or they were left out.');
  }
  return limits;
}
