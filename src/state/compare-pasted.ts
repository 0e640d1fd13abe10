import { ok, type Result } from '../base/result.ts';
import type { FileError } from '../files/file-error.ts';
import { pastedStatements } from '../files/pasted-statements.ts';
import { compareStatement } from '../findings/compare-statement.ts';
import type { Comparison } from '../findings/comparison.ts';
import type { Graph } from '../graph/graph.ts';

/** Sets each thing that pasted text says against the chains. The error says what the text is, and what to paste instead. */
export function comparePasted(graph: Graph, text: string): Result<readonly Comparison[], FileError> {
  const statements = pastedStatements(text);
  return statements.ok
    ? ok(statements.value.map((statement) => compareStatement(graph, statement)))
    : statements;
}
