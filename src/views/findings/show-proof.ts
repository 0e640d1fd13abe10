import type { Finding } from '../../findings/finding.ts';
import type { NodeId } from '../../graph/graph.ts';
import type { Scene } from '../../scene/scene.ts';
import { keepProof } from '../../state/shown-proof.ts';
import type { Workspace } from '../../state/workspace.ts';

/** Goes to the picture with a node of the finding selected and all that the finding is about lit. */
export function showProofOf(finding: Finding, { commands, scene }: Workspace): void {
  const selected = proofNode(finding, scene);
  commands.select(selected);
  keepProof(selected && { finding, selected });
  commands.show('graph');
}

/** The node to select so that the picture lights up what a finding is about: its first that is drawn. */
function proofNode(finding: Finding, scene: Scene): NodeId | undefined {
  return finding.nodes.find((node) => scene.markOf.has(node)) ?? finding.nodes[0];
}
