import type { ReactElement } from 'react';
import type { Graph, NodeId, PolicyNode, RoleNode } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { LazyPolicyDocument } from '../policy/lazy-policy-document.tsx';
import { FactGroups } from './fact-groups.tsx';
import { policyFacts } from './facts.ts';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';

export interface PolicyDetailProps {
  readonly node: PolicyNode;
  readonly onSelect: (node: NodeId) => void;
}

/** A policy: what it says, the roles that have it, and its fields. */
export function PolicyDetail({ node, onSelect }: PolicyDetailProps): ReactElement {
  const { graph } = useWorkspace();
  return (
    <>
      {node.document !== undefined && (
        <PanelSection heading="Statements">
          <LazyPolicyDocument document={node.document} what={`policy ${node.label}`} />
        </PanelSection>
      )}
      <Roles heading="Gives permissions to" roles={rolesOf(graph, node, 'has')} onSelect={onSelect} />
      <Roles heading="Is the boundary of" roles={rolesOf(graph, node, 'bounds')} onSelect={onSelect} />
      <FactGroups groups={policyFacts(node)} />
    </>
  );
}

function Roles(props: {
  readonly heading: string;
  readonly roles: readonly RoleNode[];
  readonly onSelect: (node: NodeId) => void;
}): ReactElement | null {
  const { heading, roles, onSelect } = props;
  if (roles.length === 0) return null;
  return (
    <PanelSection heading={heading} count={roles.length}>
      {roles.map((role) => (
        <NodeButton key={role.id} node={role} onSelect={onSelect} />
      ))}
    </PanelSection>
  );
}

function rolesOf(graph: Graph, node: PolicyNode, kind: 'has' | 'bounds'): readonly RoleNode[] {
  return (graph.incoming.get(node.id) ?? []).flatMap((edge) => {
    const role = edge.kind === kind ? graph.nodes.get(edge.from) : undefined;
    return role?.kind === 'role' ? [role] : [];
  });
}
