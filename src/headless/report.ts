import type { FileReading, NotUsed } from '../files/read-cli-document.ts';
import { answerChains } from '../findings/answers.ts';
import { diagnose } from '../findings/diagnose.ts';
import type { ChainAnswer, Finding } from '../findings/finding.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Ghost, Graph, GraphEdge, GraphNode } from '../graph/graph.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { TrustVerdict } from '../policy/trust-verdict.ts';

/** All that Rolewire knows of the files it was given, as one JSON document. Lists are in a stable order. */
export interface Report {
  readonly nodes: readonly ReportNode[];
  readonly edges: readonly ReportEdge[];
  readonly findings: readonly ReportFinding[];
  /** For each instance, what it runs as, or why it has no credentials. */
  readonly answers: readonly ChainAnswer[];
  readonly coverage: readonly CoverageEntry[];
  readonly notUsed: readonly NotUsed[];
  readonly notes: readonly string[];
}

interface ReportNode {
  readonly kind: GraphNode['kind'];
  readonly id: string;
  readonly label: string;
  readonly arn: string | null;
  readonly account: string | null;
  readonly partition: string | null;
  readonly region: string | null;
  /** Why it is drawn though it was not found; null for what was found. */
  readonly ghost: Ghost | null;
  /** Of an instance. */
  readonly instanceId?: string | undefined;
  readonly state?: string | null | undefined;
  /** Of a profile or role: the bare name and AWS's unique id. */
  readonly name?: string | undefined;
  readonly uniqueId?: string | null | undefined;
  /** Of a role: may EC2 assume it? */
  readonly trust?: TrustVerdict | null | undefined;
  readonly serviceLinked?: boolean | undefined;
}

interface ReportEdge {
  readonly id: string;
  readonly kind: GraphEdge['kind'];
  readonly from: string;
  readonly to: string;
  readonly status: GraphEdge['status'];
  readonly why: string | null;
  readonly namesDiffer: boolean;
}

/** A finding, with the nodes that it is about spelled out beside their ids. */
type ReportFinding = Finding & { readonly subjects: readonly Subject[] };

type Subject = Pick<ReportNode, 'kind' | 'id' | 'label' | 'arn'>;

/** Runs the whole pipeline over what files brought. */
export function makeReport({ inventory, notes, notUsed }: FileReading): Report {
  const graph = buildGraph(inventory);
  return {
    nodes: [...graph.nodes.values()].map(reportNode),
    edges: graph.edges.map(reportEdge),
    findings: diagnose(graph).map((finding) => ({ ...finding, subjects: subjectsOf(finding, graph) })),
    answers: answerChains(graph),
    coverage: inventory.coverage,
    notUsed,
    notes,
  };
}

function reportNode(node: GraphNode): ReportNode {
  return {
    kind: node.kind,
    id: node.id,
    label: node.label,
    arn: node.arn ?? null,
    account: node.accountId ?? null,
    partition: node.partition ?? null,
    region: node.region ?? null,
    ghost: node.ghost ?? null,
    ...ownParts(node),
  };
}

function ownParts(node: GraphNode): Partial<ReportNode> {
  switch (node.kind) {
    case 'instance':
      return { instanceId: node.instanceId, state: node.record?.State ?? null };
    case 'profile':
      return { name: node.name, uniqueId: node.profileId ?? null };
    case 'role':
      return {
        name: node.name,
        uniqueId: node.roleId ?? null,
        trust: node.trust ?? null,
        serviceLinked: node.serviceLinked,
      };
    default:
      return {};
  }
}

function reportEdge(edge: GraphEdge): ReportEdge {
  return {
    id: edge.id,
    kind: edge.kind,
    from: edge.from,
    to: edge.to,
    status: edge.status,
    why: edge.why ?? null,
    namesDiffer: edge.namesDiffer ?? false,
  };
}

function subjectsOf(finding: Finding, graph: Graph): readonly Subject[] {
  return finding.nodes.flatMap((id) => {
    const node = graph.nodes.get(id);
    return node === undefined
      ? []
      : [{ kind: node.kind, id: node.id, label: node.label, arn: node.arn ?? null }];
  });
}
