import type { ReactElement } from 'react';
import type { NodeId, RoleNode } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { AskMore } from './ask-more.tsx';
import { FactGroups } from './fact-groups.tsx';
import { roleFacts } from './facts.ts';
import { InstanceList } from './instance-list.tsx';
import { PanelSection } from './panel-section.tsx';
import { PoliciesSection } from './policies-section.tsx';
import { instancesOfRole, profilesOfRole } from './relations.ts';
import { ProfilesWithCounts } from './same-role.tsx';
import { TagList } from './tag-list.tsx';
import { TrustSection } from './trust-section.tsx';
import { WhoMaySection } from './who-may-section.tsx';

export interface RoleDetailProps {
  readonly node: RoleNode;
  readonly onSelect: (node: NodeId) => void;
}

/** A role: the profiles that hold it, its instances, who may assume it, its policies and fields. */
export function RoleDetail({ node, onSelect }: RoleDetailProps): ReactElement {
  const { graph, reading } = useWorkspace();
  const profiles = profilesOfRole(graph, node.id);
  const listed = node.record?.details === 'listed';
  const deepen = reading.deepen;
  return (
    <>
      {profiles.length > 0 && (
        <PanelSection heading="In instance profiles" count={profiles.length}>
          <ProfilesWithCounts profiles={profiles.map((link) => link.node.id)} onSelect={onSelect} />
        </PanelSection>
      )}
      <InstanceList
        heading="Instances with this role"
        instances={instancesOfRole(graph, node.id)}
        onSelect={onSelect}
      />
      <TrustSection role={node} />
      <PoliciesSection role={node} onSelect={onSelect} />
      {node.ghost === undefined && <WhoMaySection key={node.id} node={node} onSelect={onSelect} />}
      <FactGroups groups={roleFacts(node)} />
      {listed && deepen && (
        <div className="px-4 pb-3">
          <AskMore
            call="iam:GetRole"
            resource={node.name}
            accountId={node.accountId}
            label="Read boundary, tags, last use"
            onAsk={() => deepen(node.id)}
          />
        </div>
      )}
      <TagList
        tags={node.record?.Tags}
        notRead={listed && !node.record?.Tags ? 'Not read yet.' : undefined}
      />
    </>
  );
}
