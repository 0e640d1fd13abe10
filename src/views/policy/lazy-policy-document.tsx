import { lazy, type ReactElement, Suspense } from 'react';
import type { PolicyDocumentProps } from './policy-document.tsx';

const PolicyDocument = lazy(async () => {
  const { PolicyDocument: document } = await import('./policy-document.tsx');
  return { default: document };
});

/** A policy in words, loaded when the first one is opened. */
export function LazyPolicyDocument(props: PolicyDocumentProps): ReactElement {
  return (
    <Suspense fallback={<p className="text-sm text-muted">Loading…</p>}>
      <PolicyDocument {...props} />
    </Suspense>
  );
}
