import { type ReactElement, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { crashReport } from './crash-report.ts';

export interface CrashPanelProps {
  readonly error: unknown;
  readonly where: string | undefined;
  readonly onRetry: () => void;
}

/** What a person sees instead of an empty page. Uses nothing but the simplest parts, as anything else may be what broke. */
export function CrashPanel({ error, where, onRetry }: CrashPanelProps): ReactElement {
  const [copied, setCopied] = useState(false);
  const report = crashReport(error, where, navigator.userAgent);
  return (
    <div role="alert" className="mx-auto flex max-w-2xl flex-col gap-4 px-6 py-12">
      <h1 className="text-xl font-semibold">Rolewire stopped because of a fault of its own</h1>
      <p className="text-muted">
        Nothing was sent anywhere. “Try again” draws the screen anew from what was already read. If it stops
        again, load the page afresh: that signs you out. The report below holds no credentials and no names of
        your account.
      </p>
      <pre className="max-h-72 overflow-auto rounded-lg border border-line bg-sunken p-3 text-sm whitespace-pre-wrap">
        {report}
      </pre>
      <div className="flex gap-2">
        <Button kind="primary" size="large" onClick={onRetry}>
          Try again
        </Button>
        <Button
          size="large"
          onClick={() => {
            void navigator.clipboard.writeText(report).then(() => setCopied(true));
          }}
        >
          {copied ? 'Copied' : 'Copy the report'}
        </Button>
      </div>
    </div>
  );
}
