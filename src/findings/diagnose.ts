import type { Graph } from '../graph/graph.ts';
import { compareFindings } from './build-finding.ts';
import type { Finding } from './finding.ts';
import { RULES } from './registry.ts';

/**
 * Runs every rule over the graph and gives what they find, worst first, ties by id. Deterministic: the same graph gives the
 * same findings with the same ids.
 */
export function diagnose(graph: Graph): readonly Finding[] {
  const sorted = RULES.flatMap((rule) => rule.find(graph)).sort(compareFindings);
  // Two statements may say one thing, such as the same error of two files.
  return sorted.filter((finding, at) => finding.id !== sorted[at - 1]?.id);
}
