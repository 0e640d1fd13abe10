import type { ReactElement } from 'react';
import type { Graph, RoleNode } from '../../graph/graph.ts';
import type { RolePoliciesRecord } from '../../inventory/records.ts';
import { decodeDocument } from '../../policy/decode-document.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { RawJson } from './raw-json.tsx';

/** The permissions policies of a role, where a source gave them. Most reads leave them out, and then nothing shows. */
export function PoliciesSection(props: {
  readonly graph: Graph;
  readonly role: RoleNode;
}): ReactElement | null {
  const records = policiesOf(props.graph, props.role);
  if (records.length === 0) return null;
  const attached = records.flatMap((record) => record.AttachedPolicies ?? []);
  const inline = records.flatMap((record) => record.InlinePolicies ?? []);
  const named = records
    .flatMap((record) => record.InlinePolicyNames ?? [])
    .filter((name) => !inline.some((policy) => policy.PolicyName === name));
  const count = attached.length + inline.length + named.length;
  return (
    <PanelSection heading="Permissions policies" count={count}>
      <ul className="text-sm">
        {attached.map((policy) => (
          <li key={policy.PolicyArn} className="flex min-h-6 items-center gap-2">
            <bdi className="min-w-0 flex-1 truncate" title={policy.PolicyArn}>
              {policy.PolicyName}
            </bdi>
            <span className="text-xs text-muted">managed</span>
            <CopyButton text={policy.PolicyArn} what={`ARN of ${policy.PolicyName}`} />
          </li>
        ))}
        {inline.map((policy) => {
          const document = decodeDocument(policy.PolicyDocument);
          return (
            <li key={policy.PolicyName} className="py-[3px]">
              <span className="flex items-center gap-2">
                <bdi className="min-w-0 flex-1 truncate">{policy.PolicyName}</bdi>
                <span className="text-xs text-muted">inline</span>
              </span>
              {document.ok && (
                <RawJson what={policy.PolicyName} text={JSON.stringify(document.value, undefined, 2)} />
              )}
            </li>
          );
        })}
        {named.map((name) => (
          <li key={name} className="flex min-h-6 items-center gap-2">
            <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
            <span className="text-xs text-muted">inline, not read</span>
          </li>
        ))}
      </ul>
      {count === 0 && <p className="text-sm text-muted">None.</p>}
    </PanelSection>
  );
}

function policiesOf(graph: Graph, role: RoleNode): readonly RolePoliciesRecord[] {
  return graph.inventory.rolePolicies.filter(
    (record) =>
      record.RoleName === role.name &&
      (record.accountId === undefined || role.accountId === undefined || record.accountId === role.accountId),
  );
}
