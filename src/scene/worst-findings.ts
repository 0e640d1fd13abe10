import type { Finding, Severity } from '../findings/finding.ts';
import type { Graph, NodeId } from '../graph/graph.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { critical: 3, warning: 2, unknown: 1, info: 0 };

/**
 * The worst finding of each node that a finding is about. A finding names its subject first and the rest of the chain
 * after it: only the subject, and others of its kind, wear the badge, or every instance would wear its role's.
 */
export function worstFindings(graph: Graph, findings: readonly Finding[]): ReadonlyMap<NodeId, Finding> {
  const worst = new Map<NodeId, Finding>();
  for (const finding of findings) {
    const subject = finding.nodes[0];
    const kind = subject && graph.nodes.get(subject)?.kind;
    for (const id of finding.nodes) {
      if (graph.nodes.get(id)?.kind !== kind) continue;
      const known = worst.get(id);
      if (!known || WEIGHT[finding.severity] > WEIGHT[known.severity]) worst.set(id, finding);
    }
  }
  return worst;
}

/** The worse of two, for a mark that stands for many nodes. */
export function worseSeverity(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (!a || !b) return a ?? b;
  return WEIGHT[b] > WEIGHT[a] ? b : a;
}
