import type { ReactElement } from 'react';
import type { NodeId, RoleNode } from '../../graph/graph.ts';
import { rolePolicies } from '../../graph/role-policies.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { MissingRead } from '../policy/missing-read.tsx';
import { PolicyRow } from '../policy/policy-row.tsx';
import { readsOfRole } from '../policy/role-reads.ts';
import { PanelSection } from './panel-section.tsx';

export interface PoliciesSectionProps {
  readonly role: RoleNode;
  readonly onSelect: (node: NodeId) => void;
}

/** What a role may do: its policies, each opening into words, its boundary, and a button that reads what is missing. */
export function PoliciesSection({ role, onSelect }: PoliciesSectionProps): ReactElement | null {
  const { graph, reading, view, commands } = useWorkspace();
  const policies = rolePolicies(graph, role);
  const { running, missing, canBringMore } = readsOfRole(graph, role, policies);
  const { permissions, boundary, complete, begun } = policies;
  const read = reading.readPolicies;
  const hasBoundary = typeof boundary !== 'string';
  if (role.ghost || (!begun && !hasBoundary && !read && missing.length === 0)) return null;
  const listed = permissions.filter(({ node }) => node.type !== 'unknown');
  return (
    <PanelSection
      heading="Permissions policies"
      count={begun ? listed.length : undefined}
      aside={
        view.view === 'graph' &&
        (listed.length > 0 || hasBoundary) && (
          <Button
            size="small"
            className="max-md:hidden"
            onClick={() => commands.showPolicies(view.policies !== true)}
          >
            {view.policies ? 'Hide in graph' : 'Show in graph'}
          </Button>
        )
      }
    >
      {listed.length > 0 && (
        <ul className="text-sm">
          {listed.map(({ node }) => (
            <PolicyRow key={node.id} node={node} onSelect={onSelect} />
          ))}
        </ul>
      )}
      {listed.length === 0 && complete && (
        <p className="text-sm">None: neither a managed nor an inline policy.</p>
      )}
      {begun && !complete && !running && (
        <p className="text-sm text-muted">There may be more: not all lists came to their end.</p>
      )}
      {hasBoundary && (
        <>
          <h4 className="mt-2 text-xs text-muted">Permissions boundary, which limits all of them</h4>
          <ul className="text-sm">
            <PolicyRow node={boundary.node} onSelect={onSelect} />
          </ul>
        </>
      )}
      {begun && boundary === 'none' && <p className="mt-1 text-sm text-muted">No permissions boundary.</p>}
      {missing.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5">
          {missing.map((entry) => (
            <MissingRead
              key={`${entry.call} ${entry.resource ?? ''} ${entry.detail ?? ''}`}
              entry={entry}
              role={role.name}
            />
          ))}
        </ul>
      )}
      {read && canBringMore && (
        <div className="mt-1.5 flex flex-col items-start gap-1">
          <Button
            size="small"
            icon={running ? 'clock' : 'search'}
            disabled={running}
            onClick={() => read(role.id)}
          >
            {running ? 'Reading…' : begun || missing.length > 0 ? 'Read what is missing' : 'Read policies'}
          </Button>
          {!begun && !running && missing.length === 0 && (
            <p className="text-xs text-muted">
              Lists and documents of this role alone. CloudTrail records the calls.
            </p>
          )}
        </div>
      )}
    </PanelSection>
  );
}
