import { lazy, type ReactElement, Suspense } from 'react';
import { FALLBACK_REGION } from '../session/session.ts';
import { useAppConfig } from '../state/app-config.ts';
import { openFiles, openSample, useLoaded } from '../state/loaded-store.ts';
import { sessionStore, useSessions } from '../state/session-store.ts';
import { signInAs } from '../state/sign-in-request.ts';
import { StartScreen } from '../views/signin/start-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LoadingScreen } from './loading-screen.tsx';

/** Everything beyond the first screen, loaded when there is something to show. */
const WorkspaceScreen = lazy(async () => {
  const { WorkspaceScreen: screen } = await import('./workspace-screen.tsx');
  return { default: screen };
});

/** The first screen until there is an inventory, the workspace from then on. */
export function App(): ReactElement {
  return (
    <ErrorBoundary>
      <Screen />
    </ErrorBoundary>
  );
}

function Screen(): ReactElement {
  const loaded = useLoaded();
  const { sessions } = useSessions();
  const config = useAppConfig();
  if (loaded.inventory || sessions.length > 0) {
    return (
      <Suspense fallback={<LoadingScreen />}>
        <WorkspaceScreen />
      </Suspense>
    );
  }
  return (
    <StartScreen
      startRegion={(config?.ok && config.value.startRegion) || FALLBACK_REGION}
      configProblem={config && !config.ok ? config.error.message : undefined}
      onSignIn={(...request) => signInAs(sessionStore, ...request)}
      onFiles={(files) => void openFiles(files)}
      onSample={() => void openSample()}
      loaded={loaded}
    />
  );
}
