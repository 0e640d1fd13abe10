import type { ReactElement } from 'react';
import type { NodeId, RoleNode } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { instancesOfProfile, profilesOfRole } from './relations.ts';

export interface SameRoleProps {
  readonly role: RoleNode;
  /** The profiles that one comes from. */
  readonly except: readonly NodeId[];
  readonly onSelect: (node: NodeId) => void;
}

/** The other profiles that hold the same role, which the EC2 console never shows together. */
export function SameRole({ role, except, onSelect }: SameRoleProps): ReactElement | null {
  const { graph } = useWorkspace();
  const others = profilesOfRole(graph, role.id).filter(({ node }) => !except.includes(node.id));
  if (role.ghost?.kind === 'empty' || others.length === 0) return null;
  return (
    <PanelSection heading="The same role is also in" count={others.length}>
      <ProfilesWithCounts profiles={others.map(({ node }) => node.id)} onSelect={onSelect} />
    </PanelSection>
  );
}

/** Profiles, each with the number of its instances. */
export function ProfilesWithCounts(props: {
  readonly profiles: readonly NodeId[];
  readonly onSelect: (node: NodeId) => void;
}): ReactElement {
  const { graph } = useWorkspace();
  return (
    <ul>
      {props.profiles.map((id) => {
        const node = graph.nodes.get(id);
        if (!node) return null;
        const instances = instancesOfProfile(graph, id).length;
        return (
          <li key={id}>
            <NodeButton
              node={node}
              trailing={`${instances} ${instances === 1 ? 'instance' : 'instances'}`}
              onSelect={props.onSelect}
            />
          </li>
        );
      })}
    </ul>
  );
}
