import type { GraphEdge, GraphNode } from '../graph/graph.ts';
import type { Evidence, Fix, Severity } from './finding.ts';

/** What came of setting a statement against the chains. */
export interface Comparison {
  /** `explained` is of the error of a call, which is no claim about a chain. */
  readonly outcome: 'agrees' | 'disagrees' | 'explained' | 'not-in-account' | 'cannot-tell';
  /** One sentence for the reader. */
  readonly sentence: string;
  /** The chain it speaks of, subject first; empty when none was found. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly evidence: readonly Evidence[];
  readonly fix?: Fix | undefined;
  readonly delay?: string | undefined;
  /** How grave a disagreement is; absent when there is none. */
  readonly severity?: Severity | undefined;
}
