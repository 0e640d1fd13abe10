import type { ReactElement } from 'react';
import type { Paint, Shape } from '../../scene/drawing.ts';

/** Shapes of the scene as SVG elements. Colours are CSS variables, so a change of theme draws nothing anew. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }): readonly ReactElement[] {
  return shapes.map((shape, index) => {
    switch (shape.kind) {
      case 'path':
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity beside their place
            key={index}
            d={shape.d}
            fill={paint(shape.fill)}
            stroke={shape.stroke && paint(shape.stroke)}
            strokeWidth={shape.strokeWidth}
            strokeDasharray={shape.dash}
            strokeLinecap={shape.flat ? undefined : 'round'}
            strokeLinejoin={shape.flat ? undefined : 'round'}
          />
        );
      case 'text':
        return (
          <text
            key={index}
            x={shape.x}
            y={shape.y}
            fontSize={shape.size}
            fontFamily={shape.family === 'mono' ? 'var(--font-mono)' : undefined}
            fontWeight={shape.bold ? 600 : undefined}
            letterSpacing={shape.spacing}
            fill={paint(shape.fill)}
            textAnchor={shape.anchor === 'start' ? undefined : shape.anchor}
          >
            {shape.text}
            {shape.rest && <tspan fontFamily="var(--font-sans)">{shape.rest}</tspan>}
          </text>
        );
    }
  });
}

/** The value of an SVG attribute for a colour role. */
export function paint(role: Paint): string {
  return role === 'none' ? 'none' : `var(--${role})`;
}
