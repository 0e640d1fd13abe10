import type { ReactElement } from 'react';
import type { NodeId } from '../../graph/graph.ts';
import { openAsk } from '../../state/ask-opening.ts';
import { Button } from '../../ui/button.tsx';

/** Opens the dialog about one node. */
export function AskButton({ about }: { readonly about: NodeId }): ReactElement {
  return (
    <div className="px-4 pt-2 pb-3">
      <Button size="small" icon="unknown" onClick={() => openAsk(about)}>
        Ask: can it …?
      </Button>
    </div>
  );
}
