import type { ReactElement } from 'react';
import { FactList } from './fact-list.tsx';
import type { FactGroup } from './facts.ts';
import { PanelSection } from './panel-section.tsx';

/** Fields by topic, each topic a section. */
export function FactGroups({ groups }: { readonly groups: readonly FactGroup[] }): ReactElement {
  return (
    <>
      {groups.map((group) => (
        <PanelSection key={group.heading} heading={group.heading}>
          <FactList facts={group.facts} />
        </PanelSection>
      ))}
    </>
  );
}
