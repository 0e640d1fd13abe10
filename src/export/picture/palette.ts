import type { Paint } from '../../scene/drawing.ts';

export type PaletteName = 'light' | 'dark';

/** A colour for each role. */
export type Palette = Readonly<Record<Exclude<Paint, 'none'>, string>>;

/** The colours of `ui/tokens.css`, for pictures that leave the page. A test holds the two equal. */
export const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  light: {
    canvas: '#f6f7f9',
    raised: '#ffffff',
    sunken: '#eef1f5',
    line: '#e1e5eb',
    'line-strong': '#c6cdd8',
    text: '#14181f',
    muted: '#56606e',
    accent: '#0f766e',
    'accent-tint': '#e3f3f1',
    danger: '#b8231a',
    'danger-fill': '#c2261c',
    'danger-tint': '#fdf1f0',
    'on-danger': '#ffffff',
    'doubt-fill': '#b45309',
    'doubt-tint': '#fdf3e4',
    'on-doubt': '#ffffff',
    info: '#17579b',
    'info-tint': '#e6f0fb',
    ok: '#14743a',
    edge: '#97a1af',
    ghost: '#7b8594',
    'ghost-tint': '#f2f4f6',
  },
  dark: {
    canvas: '#0d1116',
    raised: '#1a2029',
    sunken: '#0a0e12',
    line: '#252d38',
    'line-strong': '#3b4655',
    text: '#e8ecf2',
    muted: '#9ca8b8',
    accent: '#3fc7b6',
    'accent-tint': '#10302d',
    danger: '#ff8a7d',
    'danger-fill': '#e2574b',
    'danger-tint': '#2b151a',
    'on-danger': '#1d0705',
    'doubt-fill': '#e09a3e',
    'doubt-tint': '#33240f',
    'on-doubt': '#211402',
    info: '#86bcf6',
    'info-tint': '#12263d',
    ok: '#5cc98a',
    edge: '#5a6677',
    ghost: '#8793a4',
    'ghost-tint': '#181e26',
  },
};

/** The families of `ui/tokens.css`: a picture names them and carries none, so that it stays one small file of real text. */
export const FONT_STACKS = {
  sans: 'Inter, "SF Pro Text", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif',
  mono: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
} as const;
