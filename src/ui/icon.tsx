import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { ICON_PATHS } from './icon-paths.ts';

export type IconName = keyof typeof ICON_PATHS;

export interface IconProps {
  readonly name: IconName;
  /** Edge in CSS pixels; the paths sit on a 16 px grid. */
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A line drawing beside a text or inside a labelled control; never the only carrier of a meaning. */
export function Icon({ name, size = 16, className }: IconProps): ReactElement {
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
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0', className)}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
