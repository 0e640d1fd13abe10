import type { ReactElement } from 'react';

/** An EC2 instance state with the dot that it has in the picture too. */
export function StateWords({ state }: { readonly state: string }): ReactElement {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[state] ?? CHANGING}`} />
      {state}
    </span>
  );
}

const CHANGING = 'border-2 border-doubt-fill';

const DOTS: Readonly<Record<string, string>> = {
  running: 'bg-ok',
  stopped: 'border-2 border-ghost',
  'shutting-down': 'bg-line-strong',
  terminated: 'bg-line-strong',
};
