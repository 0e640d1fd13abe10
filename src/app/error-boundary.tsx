import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CrashPanel } from './crash-panel.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: unknown;
  readonly where?: string | undefined;
}

/** Keeps a fault of ours from leaving an empty page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('Something undefined was thrown.') };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? undefined });
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <CrashPanel
        error={this.state.error}
        where={this.state.where}
        onRetry={() => this.setState({ error: undefined, where: undefined })}
      />
    );
  }
}
