import type { Graph } from '../graph/graph.ts';
import type { ErrorStatement } from '../inventory/statements.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from './error-explanation.ts';
import { subjectsOf } from './error-names.ts';
import {
  existingAssociation,
  identityProfileNotFound,
  incorrectInstanceState,
  invalidAssociationId,
  invalidInstanceId,
  notActiveAssociation,
} from './errors/association.ts';
import { alreadyExists, deleteConflict } from './errors/conflicts.ts';
import { deniedEncoded, deniedInWords, profileForRole, verificationFailed } from './errors/denied.ts';
import { invalidProfile, profileWithoutRole } from './errors/invalid-profile.ts';
import { oneRolePerProfile, quotaExceeded } from './errors/limits.ts';
import { invalidName, noSuchEntity } from './errors/names.ts';
import { nodeRoleTrust, notConnected } from './errors/other-services.ts';
import { concurrent, throttled, unexplained } from './errors/passing.ts';
import { malformedPolicy } from './errors/policies.ts';
import { serviceLinkedCreation, unmodifiable } from './errors/service-linked.ts';

/** Every kind of failure that is known, the narrow ones first: the first that explains a text wins. */
const ERROR_KINDS: readonly ErrorKind[] = [
  verificationFailed,
  profileForRole,
  deniedInWords,
  deniedEncoded,
  serviceLinkedCreation,
  oneRolePerProfile,
  quotaExceeded,
  existingAssociation,
  identityProfileNotFound,
  notActiveAssociation,
  invalidAssociationId,
  incorrectInstanceState,
  invalidInstanceId,
  alreadyExists,
  deleteConflict,
  invalidName,
  malformedPolicy,
  nodeRoleTrust,
  notConnected,
  profileWithoutRole,
  unmodifiable,
  noSuchEntity,
  invalidProfile,
  throttled,
  concurrent,
  unexplained,
];

/** What the error text of a launch, associate, add-role, delete or pass-role call means for the chain that it names. */
export function explainError(
  graph: Graph,
  said: ErrorStatement,
): { readonly kind: string; readonly explanation: ErrorExplanation } | undefined {
  const call = failedCall(graph, said);
  for (const kind of ERROR_KINDS) {
    if (!isOfKind(kind, call)) continue;
    const explanation = kind.explain(call);
    if (explanation !== undefined) return { kind: kind.id, explanation };
  }
  return undefined;
}

function isOfKind(kind: ErrorKind, call: FailedCall): boolean {
  return (
    (kind.code === undefined || kind.code.test(call.code) || kind.code.test(call.said.text.slice(0, 300))) &&
    (kind.operation === undefined || kind.operation.test(call.operation)) &&
    (kind.text === undefined || kind.text.test(call.said.text)) &&
    (kind.matches === undefined || kind.matches(call.said.text))
  );
}

function failedCall(graph: Graph, said: ErrorStatement): FailedCall {
  const subjects = subjectsOf(graph, said);
  const known = subjects.profile ?? subjects.role ?? subjects.instance;
  return {
    graph,
    said,
    code: said.code ?? '',
    operation: said.operation ?? operationOf(said.command),
    subjects,
    partition: known?.partition ?? partitionOf(graph, said.accountId),
  };
}

/** `iam delete-role --role-name x` → `DeleteRole`. */
function operationOf(command: string): string {
  const name = /^(?:account \S+: *)?(?:aws )?[a-z][\w-]* ([a-z][a-z-]*)/.exec(command)?.[1] ?? '';
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function partitionOf(graph: Graph, accountId: string | undefined): string | undefined {
  return graph.inventory.accounts.find((account) => account.accountId === accountId)?.partition;
}
