import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

/** The outlines of the picture, small: they tell the kind where there is no room for the word. */
export type GlyphShape = 'card' | 'capsule' | 'cut-card' | 'page';

const OUTLINES: Record<GlyphShape, string> = {
  card: 'M3.25 4.25h9.5a1.25 1.25 0 0 1 1.25 1.25v5a1.25 1.25 0 0 1-1.25 1.25h-9.5A1.25 1.25 0 0 1 2 10.5v-5a1.25 1.25 0 0 1 1.25-1.25ZM4.75 8h.01',
  capsule: 'M5.25 4.25h5.5a3.75 3.75 0 0 1 0 7.5h-5.5a3.75 3.75 0 0 1 0-7.5Z',
  'cut-card': 'M4.75 4.25h6.5L14 7v2l-2.75 2.75h-6.5L2 9V7l2.75-2.75Z',
  page: 'M4 2.5h5L12.5 6v7.5H4v-11ZM9 2.5V6h3.5',
};

export interface KindGlyphProps {
  readonly shape: GlyphShape;
  /** Dashed for something referred to but not found. */
  readonly ghost?: boolean;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** Instance a card, profile a capsule, role a card with cut corners, policy or template a page. */
export function KindGlyph({ shape, ghost = false, size = 16, className }: KindGlyphProps): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={ghost ? '2.2 2.2' : undefined}
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      <path d={OUTLINES[shape]} />
    </svg>
  );
}
