import type { Finding } from '../../findings/finding.ts';
import type { NodeId } from '../../graph/graph.ts';
import type { Scene } from '../../scene/scene.ts';

/** The node to select so that the picture lights up what a finding is about: its first that is drawn. */
export function proofNode(finding: Finding, scene: Scene): NodeId | undefined {
  return finding.nodes.find((node) => scene.markOf.has(node)) ?? finding.nodes[0];
}
