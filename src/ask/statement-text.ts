import type { JsonValue } from '../base/json.ts';
import type { DecidingStatement, PolicyStack } from '../policy/access-verdict.ts';
import { decodeDocument } from '../policy/decode-document.ts';

/** A statement that decides as its policy has it, for people to read; `undefined` when the document has no such statement. */
export function statementText(stack: PolicyStack, deciding: DecidingStatement): string | undefined {
  const policies = {
    identity: stack.identity,
    boundary: [stack.boundary],
    resource: [stack.resource],
  }[deciding.from];
  for (const policy of policies) {
    if (typeof policy === 'string' || policy.name !== deciding.policy) continue;
    const document = decodeDocument(policy.document);
    const statement = document.ok ? statementAt(document.value.Statement, deciding.statement) : undefined;
    if (statement !== undefined) return JSON.stringify(statement, undefined, 2);
  }
  return undefined;
}

function statementAt(statements: JsonValue | undefined, index: number): JsonValue | undefined {
  if (Array.isArray(statements)) return (statements as readonly JsonValue[])[index];
  return index === 0 ? statements : undefined;
}
