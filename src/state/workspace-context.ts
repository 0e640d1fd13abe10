import { createContext, useContext } from 'react';
import type { Workspace } from './workspace.ts';

/** Filled once, at the root of the workspace. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** What is on screen and how to change it; only inside of the workspace. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace was called outside of the workspace.');
  return workspace;
}
