import type { GraphEdge, NodeKind } from '../graph/graph.ts';
import type { Severity } from './finding.ts';

/** What a finding of a case must be: its subject, severity, and the sense of its sentence, fix and command. */
export interface Expected {
  readonly severity: Severity;
  /** The kind of the first node, or of the first edge when the case is about a link. */
  readonly node?: NodeKind;
  readonly edge?: GraphEdge['kind'];
  readonly answer: RegExp;
  readonly fix: RegExp;
  readonly command?: RegExp;
}

/** `worst` is the gravest severity that the case may show; `none` allows a mere note. */
export interface Verdict {
  readonly worst: Severity | 'none';
  readonly findings: readonly Expected[];
  /** What the answers for instances and their hints must say. */
  readonly answers?: readonly RegExp[];
}

/** A single finding that is also the worst. */
export const one = (expected: Expected): Verdict => ({ worst: expected.severity, findings: [expected] });
/** No alarm; the answers for instances must say this. */
export const healthy = (...answers: readonly RegExp[]): Verdict => ({ worst: 'none', findings: [], answers });
