import type { Brand } from '../base/brand.ts';
import type { EdgeId, Graph, NodeId } from '../graph/graph.ts';
import type { CallName } from '../inventory/calls.ts';

/** `<rule>:<what it is about>`: the same for the same fault in every read, so a dismissal sticks. */
export type FindingId = Brand<'FindingId'>;

/** `unknown` is "cannot tell": something that would matter could not be read. It is never a verdict. */
export type Severity = 'critical' | 'warning' | 'info' | 'unknown';

/** A field that AWS gave, its value, and where it was read. */
export interface Evidence {
  /** `IamInstanceProfile.Id of i-0abc…`. */
  readonly field: string;
  readonly value: string;
  /** `ec2:DescribeInstances, live, eu-west-1` or the file's name. */
  readonly source: string;
}

/** What to do, ready to run. */
export interface Fix {
  readonly sentence: string;
  /** AWS CLI commands, one a line, quoted for a POSIX shell, with region and the right partition. */
  readonly command?: string | undefined;
  readonly terraform?: string | undefined;
  readonly cloudFormation?: string | undefined;
}

/** A call whose answer would have been needed. */
export interface NotChecked {
  readonly call: CallName;
  readonly why: string;
}

export interface Finding {
  readonly id: FindingId;
  readonly rule: string;
  readonly severity: Severity;
  /** A few words for lists: "Empty profile". */
  readonly title: string;
  /** One sentence that answers: what is so, for whom, with which effect. */
  readonly answer: string;
  /** Subjects first, the rest of the chain after; never empty. */
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
  readonly evidence: readonly Evidence[];
  readonly fix: Fix;
  readonly notChecked: readonly NotChecked[];
  /** A documented delay: "credentials already handed out stay valid for up to …". */
  readonly delay?: string | undefined;
  /** The AWS page behind the rule. */
  readonly docs: string;
}

/** One rule, one file. It reads the graph and gives its findings; it never looks at another rule's. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly find: (graph: Graph) => readonly Finding[];
}

/** For one instance, before everything else: what it runs as, or why it has no credentials. */
export interface ChainAnswer {
  readonly instance: NodeId;
  readonly outcome: 'runs-as' | 'no-credentials' | 'cannot-tell';
  readonly sentence: string;
  /** "If it still fails": what to look at on the host when AWS's side is right. */
  readonly hints: readonly string[];
}
