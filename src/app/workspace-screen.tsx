import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useSource } from '../state/use-source.ts';
import { useWorkspaceChain } from '../state/use-workspace-chain.ts';
import { WorkspaceContext } from '../state/workspace-context.ts';
import { Shell } from './shell.tsx';

/** The workspace with its data: one chain of memos for everything on screen. */
export function WorkspaceScreen(): ReactElement {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Filled />
    </QueryClientProvider>
  );
}

function Filled(): ReactElement {
  const source = useSource();
  const workspace = useWorkspaceChain(source);
  return (
    <WorkspaceContext value={workspace}>
      <Shell source={source} />
    </WorkspaceContext>
  );
}
