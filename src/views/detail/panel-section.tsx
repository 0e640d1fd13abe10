import { type ReactElement, type ReactNode, useId } from 'react';

export interface PanelSectionProps {
  readonly heading: string;
  /** How many things it lists. */
  readonly count?: number | undefined;
  /** Sits at the heading's right end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the panel with its heading. */
export function PanelSection({ heading, count, aside, children }: PanelSectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line px-4 py-3">
      <div className="mb-1.5 flex min-h-6 items-center gap-2">
        <h3 id={id} className="heading-caps">
          {heading}
        </h3>
        {count !== undefined && <span className="text-xs text-muted tabular-nums">{count}</span>}
        {aside && <div className="ml-auto flex items-center">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
