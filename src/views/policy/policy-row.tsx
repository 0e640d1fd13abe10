import { type ReactElement, useState } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { NodeId, PolicyNode } from '../../graph/graph.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LazyPolicyDocument } from './lazy-policy-document.tsx';

const TYPE_WORDS: Readonly<Record<PolicyNode['type'], string>> = {
  'aws-managed': 'AWS managed',
  'customer-managed': 'customer managed',
  inline: 'inline',
  unknown: '',
};

export interface PolicyRowProps {
  readonly node: PolicyNode;
  readonly onSelect: (node: NodeId) => void;
}

/** A policy in the list of its role: opens into its statements, and leads to a panel of its own. */
export function PolicyRow({ node, onSelect }: PolicyRowProps): ReactElement {
  const [open, setOpen] = useState(false);
  const name = displayText(node.label);
  const title = node.arn ?? name;
  return (
    <li className="border-b border-line last:border-0">
      <div className="flex items-center gap-1">
        {node.document === undefined ? (
          <span className="flex min-h-7 min-w-0 flex-1 items-center gap-2 py-1 pl-[18px]">
            <span className="min-w-0 flex-1">
              <bdi className="block truncate" title={title}>
                {name}
              </bdi>
              <span className="block truncate text-xs text-muted" title={node.ghost?.why}>
                {node.ghost?.why}
              </span>
            </span>
            <span className="shrink-0 text-xs text-muted">{TYPE_WORDS[node.type]}</span>
          </span>
        ) : (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex min-h-7 min-w-0 flex-1 items-center gap-1 rounded-sm text-left hover:bg-hover"
          >
            <Icon
              name="chevron-right"
              size={14}
              className={`shrink-0 text-muted transition-transform ${open ? 'rotate-90' : ''}`}
            />
            <bdi className="min-w-0 flex-1 truncate font-medium" title={title}>
              {name}
            </bdi>
            <span className="ml-1 shrink-0 text-xs text-muted">{TYPE_WORDS[node.type]}</span>
          </button>
        )}
        <IconButton
          icon="arrow-right"
          size="small"
          label={`About policy ${name}`}
          onClick={() => onSelect(node.id)}
        />
      </div>
      {open && node.document !== undefined && (
        <div className="pt-1 pb-3 pl-[18px]">
          <LazyPolicyDocument document={node.document} what={`policy ${name}`} />
        </div>
      )}
    </li>
  );
}
