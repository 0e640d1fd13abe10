import { assertNever } from '../base/assert-never.ts';
import type { Graph } from '../graph/graph.ts';
import type { Statement } from '../inventory/statements.ts';
import { compareAuthorization } from './compare-authorization.ts';
import { compareCallerIdentity } from './compare-caller-identity.ts';
import { compareInstanceMetadata } from './compare-instance-metadata.ts';
import type { Comparison } from './comparison.ts';
import { deniedCallOf } from './denied-call.ts';

/**
 * Sets what a host, a person or a failed call says against what AWS lists: finds the chain it speaks of and says whether it
 * agrees, disagrees (with the reason), is not in this account, or cannot be told from what was read.
 */
export function compareStatement(graph: Graph, statement: Statement): Comparison {
  switch (statement.kind) {
    case 'caller-identity':
      return compareCallerIdentity(graph, statement);
    case 'instance-metadata':
      return compareInstanceMetadata(graph, statement);
    case 'decoded-authorization':
      return compareAuthorization(graph, {
        principalArn: statement.principalArn,
        action: statement.action,
        resource: statement.resource,
        allowed: statement.allowed,
        explicitDeny: statement.explicitDeny,
        by: 'unknown',
      });
    case 'error': {
      const denied = deniedCallOf(statement.text);
      if (denied !== undefined) return compareAuthorization(graph, denied);
      return {
        outcome: 'cannot-tell',
        sentence: 'This error names no caller, so it cannot be set against a chain.',
        nodes: [],
        edges: [],
        evidence: [{ field: 'error text', value: statement.text, source: statement.label }],
      };
    }
    default:
      return assertNever(statement);
  }
}
