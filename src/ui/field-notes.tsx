import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface FieldNotesProps {
  /** Named by the control's `aria-describedby`. */
  readonly id: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
}

/** What stands under a field: the error when there is one, else the description. */
export function FieldNotes({ id, description, error }: FieldNotesProps): ReactElement | null {
  if (error) {
    return (
      <p id={id} className="flex items-start gap-1.5 text-sm text-danger">
        <Icon name="critical" size={14} className="mt-0.5" />
        <span className="min-w-0">{error}</span>
      </p>
    );
  }
  if (!description) return null;
  return (
    <p id={id} className="text-sm text-muted">
      {description}
    </p>
  );
}
