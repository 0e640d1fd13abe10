import type { Graph } from '../graph/graph.ts';
import { compareFindings } from './build-finding.ts';
import type { Finding } from './finding.ts';
import { RULES } from './registry.ts';

/**
 * Runs every rule over the graph and gives what they find, worst first, ties by id. Deterministic: the same graph gives the
 * same findings with the same ids.
 */
export function diagnose(graph: Graph): readonly Finding[] {
  return RULES.flatMap((rule) => rule.find(graph)).sort(compareFindings);
}
