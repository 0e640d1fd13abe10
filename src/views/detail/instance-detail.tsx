import type { ReactElement } from 'react';
import { worstSeverity } from '../../export/severities.ts';
import type { Severity } from '../../findings/finding.ts';
import type { GraphEdge, InstanceNode, NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { AssociationsSection } from './associations-section.tsx';
import { FactGroups } from './fact-groups.tsx';
import { instanceFacts } from './facts.ts';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { profilesOfInstance, rolesOfProfile } from './relations.ts';
import { SameRole } from './same-role.tsx';
import { TagList } from './tag-list.tsx';

export interface InstanceDetailProps {
  readonly node: InstanceNode;
  readonly onSelect: (node: NodeId) => void;
}

/** An instance: its profile and role, who else has that role, then its fields. */
export function InstanceDetail({ node, onSelect }: InstanceDetailProps): ReactElement {
  const { graph, findingsOf, dismissals } = useWorkspace();
  const worstOn = (id: NodeId): Severity | undefined =>
    worstSeverity((findingsOf.get(id) ?? []).filter((finding) => !dismissals.all.has(finding.id)));
  const profiles = profilesOfInstance(graph, node.id);
  const current = profiles.find(({ edge }) => edge.statedBy === 'instance') ?? profiles[0];
  const [held] = current ? rolesOfProfile(graph, current.node.id) : [];
  return (
    <>
      {profiles.length > 0 && (
        <PanelSection heading="Chain">
          {profiles.map(({ node: profile, edge }) => (
            <NodeButton
              key={profile.id}
              node={profile}
              severity={worstOn(profile.id)}
              trailing={edgeWords(edge) ?? 'instance profile'}
              onSelect={onSelect}
            />
          ))}
          {held && (
            <NodeButton
              node={held.node}
              severity={worstOn(held.node.id)}
              trailing={edgeWords(held.edge) ?? 'role'}
              onSelect={onSelect}
            />
          )}
        </PanelSection>
      )}
      {held && (
        <SameRole role={held.node} except={profiles.map((link) => link.node.id)} onSelect={onSelect} />
      )}
      <AssociationsSection associations={node.associations} />
      <FactGroups groups={instanceFacts(node)} />
      <TagList tags={node.record?.Tags} />
    </>
  );
}

/** What is to say of a link: nothing while it holds. */
export function edgeWords(edge: GraphEdge): string | undefined {
  if (edge.namesDiffer && edge.status === 'confirmed') return 'names differ';
  return edge.status === 'confirmed' ? undefined : EDGE_WORDS[edge.status];
}

const EDGE_WORDS = { broken: 'broken', changing: 'changing', unknown: 'cannot tell' } as const;
