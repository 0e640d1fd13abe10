import type { Graph, GraphEdge, GraphNode } from '../graph/graph.ts';
import type { ErrorStatement } from '../inventory/statements.ts';
import type { ErrorSubjects } from './error-names.ts';
import type { Evidence, Fix, NotChecked, Severity } from './finding.ts';

/** A failed call with what it speaks of. */
export interface FailedCall {
  readonly graph: Graph;
  readonly said: ErrorStatement;
  /** AWS's error code, or empty when the text has none. */
  readonly code: string;
  /** `AddRoleToInstanceProfile`, from the text or else from the command; empty when neither tells. */
  readonly operation: string;
  readonly subjects: ErrorSubjects;
  readonly partition: string | undefined;
}

/** What a failed call means for the chain that it names. */
export interface ErrorExplanation {
  readonly severity: Severity;
  readonly title: string;
  readonly answer: string;
  /** Subject first; when empty, the account stands in. */
  readonly nodes: readonly (GraphNode | undefined)[];
  readonly edges?: readonly (GraphEdge | undefined)[] | undefined;
  readonly evidence?: readonly (Evidence | undefined)[] | undefined;
  readonly fix: Fix;
  readonly notChecked?: readonly NotChecked[] | undefined;
  readonly delay?: string | undefined;
  readonly docs: string;
}

/** One kind of failure: how its text is known, and what is to be said of it. */
export interface ErrorKind {
  readonly id: string;
  readonly code?: RegExp | undefined;
  readonly operation?: RegExp | undefined;
  readonly text?: RegExp | undefined;
  /** Where one pattern doesn't do. */
  readonly matches?: ((text: string) => boolean) | undefined;
  /** `undefined` leaves the failure to the kinds after it. */
  readonly explain: (call: FailedCall) => ErrorExplanation | undefined;
}
