/** A colour by its role; the screen reads it from a CSS variable of that name, an exported picture from a palette. */
export type Paint =
  | 'none'
  | 'canvas'
  | 'raised'
  | 'sunken'
  | 'line'
  | 'line-strong'
  | 'text'
  | 'muted'
  | 'accent'
  | 'accent-tint'
  | 'danger'
  | 'danger-fill'
  | 'danger-tint'
  | 'on-danger'
  | 'doubt-fill'
  | 'doubt-tint'
  | 'on-doubt'
  | 'info'
  | 'info-tint'
  | 'ok'
  | 'edge'
  | 'ghost'
  | 'ghost-tint';

export interface PathShape {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill: Paint;
  readonly stroke?: Paint | undefined;
  readonly strokeWidth?: number | undefined;
  /** SVG `stroke-dasharray`. */
  readonly dash?: string | undefined;
  /** Ends and corners are round unless they are flat. */
  readonly flat?: boolean | undefined;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  /** Goes on in sans after a text in mono. */
  readonly rest?: string | undefined;
  readonly size: number;
  readonly family: 'sans' | 'mono';
  readonly bold: boolean;
  /** Between letters, in CSS pixels; 0 if absent. */
  readonly spacing?: number | undefined;
  readonly fill: Paint;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * What a picture is made of, back to front. The screen turns shapes into elements and an export into text, so both draw
 * alike.
 */
export type Shape = PathShape | TextShape;

/** Shapes with an origin of their own, back to front. */
export interface Group {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  /** Of the group as a whole; 1 if absent. */
  readonly opacity?: number | undefined;
  readonly parts: readonly (Shape | Group)[];
}
