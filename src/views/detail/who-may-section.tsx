import { lazy, type ReactElement, Suspense, useId, useState } from 'react';
import type { NodeId, ProfileNode, RoleNode } from '../../graph/graph.ts';
import { Icon } from '../../ui/icon.tsx';
import { PanelSection } from './panel-section.tsx';

const WhoMayList = lazy(async () => {
  const { WhoMayList: component } = await import('./who-may-list.tsx');
  return { default: component };
});

export interface WhoMaySectionProps {
  readonly node: RoleNode | ProfileNode;
  readonly onSelect: (node: NodeId) => void;
}

/** Who may pass a role or change a chain. It takes the policies of the whole account to tell, so nothing is worked out before it's opened. */
export function WhoMaySection({ node, onSelect }: WhoMaySectionProps): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <PanelSection heading={node.kind === 'role' ? 'Who may pass this role' : 'Who may change this chain'}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="-ml-0.5 inline-flex min-h-6 items-center gap-1 rounded-sm pr-1 text-left text-sm text-muted hover:text-text"
      >
        <Icon name="chevron-right" size={14} className={`transition-transform ${open ? 'rotate-90' : ''}`} />
        {node.kind === 'role' ? 'Users and roles that may pass or change it' : 'Users and roles that may'}
      </button>
      <div id={id} className="text-sm">
        {open && (
          <Suspense fallback={<p className="mt-1 text-muted">Working it out…</p>}>
            <WhoMayList node={node} onSelect={onSelect} />
          </Suspense>
        )}
      </div>
    </PanelSection>
  );
}
