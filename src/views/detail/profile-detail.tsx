import type { ReactElement } from 'react';
import type { NodeId, ProfileNode } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { FactGroups } from './fact-groups.tsx';
import { profileFacts } from './facts.ts';
import { edgeWords } from './instance-detail.tsx';
import { InstanceList } from './instance-list.tsx';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { instancesOfProfile, rolesOfProfile } from './relations.ts';
import { SameRole } from './same-role.tsx';
import { SourceList } from './source-list.tsx';
import { TagList } from './tag-list.tsx';
import { WhoMaySection } from './who-may-section.tsx';

export interface ProfileDetailProps {
  readonly node: ProfileNode;
  readonly onSelect: (node: NodeId) => void;
}

/** An instance profile: its role, other profiles of that role, its instances, what else names it, its fields. */
export function ProfileDetail({ node, onSelect }: ProfileDetailProps): ReactElement {
  const { graph } = useWorkspace();
  const [held] = rolesOfProfile(graph, node.id);
  return (
    <>
      {held && (
        <PanelSection heading="Role">
          <NodeButton node={held.node} trailing={edgeWords(held.edge)} onSelect={onSelect} />
        </PanelSection>
      )}
      {held && <SameRole role={held.node} except={[node.id]} onSelect={onSelect} />}
      <InstanceList
        heading="Instances with this profile"
        instances={instancesOfProfile(graph, node.id)}
        onSelect={onSelect}
      />
      <SourceList node={node.id} onSelect={onSelect} />
      {node.ghost === undefined && <WhoMaySection key={node.id} node={node} onSelect={onSelect} />}
      <FactGroups groups={profileFacts(node)} />
      <TagList tags={node.record?.Tags} />
    </>
  );
}
