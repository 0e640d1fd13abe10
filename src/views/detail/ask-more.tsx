import type { ReactElement } from 'react';
import type { CallName } from '../../inventory/calls.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { reasonWords } from '../coverage/reason-words.ts';

export interface AskMoreProps {
  /** The call that the button makes. */
  readonly call: CallName;
  /** The name that it asks for. */
  readonly resource: string;
  readonly accountId: string | undefined;
  readonly label: string;
  readonly onAsk: () => void;
}

/** Asks AWS for one thing more; while it is on its way the button says so, and what went wrong stands beneath it. */
export function AskMore({ call, resource, accountId, label, onAsk }: AskMoreProps): ReactElement {
  const { inventory } = useWorkspace();
  const entry = inventory.coverage.find(
    (each) =>
      each.call === call &&
      each.resource === resource &&
      (each.accountId === undefined || accountId === undefined || each.accountId === accountId),
  );
  const running = entry?.reason?.kind === 'running';
  const words = entry && !running ? reasonWords(entry) : undefined;
  return (
    <div className="flex flex-col items-start gap-1">
      <Button size="small" icon={running ? 'clock' : 'search'} disabled={running} onClick={onAsk}>
        {running ? 'Reading…' : label}
      </Button>
      {words && (
        <p className="text-sm text-muted">
          {call}: {words.why} {words.permission && `Missing permission: ${words.permission}. `}
          {words.todo}
        </p>
      )}
    </div>
  );
}
