import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../../graph/chain-of.ts';
import { anyExample } from '../../scene/any-example.test-data.ts';
import { buildScene } from '../../scene/build-scene.ts';
import { drawMark } from '../../scene/draw-mark.ts';
import { example } from '../../scene/example.test-data.ts';
import { HOSTILE_TEXTS, hostileText, sceneNamed } from '../hostile.test-data.ts';
import { composePicture, wholeMarks } from './compose-picture.ts';
import { PALETTES } from './palette.ts';
import { pictureSvg } from './picture-svg.ts';

interface Read {
  readonly elements: readonly {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  readonly texts: readonly string[];
}

/** Reads XML with a parser that forgives nothing. */
function readXml(xml: string): Read {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const texts: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'tspan') text = '';
    elements.push({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
    });
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text' || name === 'title') texts.push(text);
  });
  parser.write(xml).close();
  return { elements, texts };
}

function svgOf(name: string, caption: readonly string[] = [name]): string {
  const { scene } = sceneNamed(name);
  return pictureSvg(composePicture({ scene, caption }), PALETTES.light, name);
}

/** All that a picture is made of: nothing in this list loads, runs or styles. */
const ELEMENTS = new Set(['svg', 'title', 'rect', 'g', 'path', 'text', 'tspan']);

describe('An exported SVG', () => {
  test('is well-formed XML whatever names hold, and holds neither script, style nor reference', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const { elements } = readXml(svgOf(name));
        for (const { name: element, attributes } of elements) {
          expect(ELEMENTS).toContain(element);
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).not.toMatch(/^on|href|style|class/);
            if (key !== 'xmlns') expect(value).not.toMatch(/url\(|:\/\//);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is well-formed XML for every account, in both colours', () => {
    fc.assert(
      fc.property(anyExample, fc.constantFrom('light' as const, 'dark' as const), (about, theme) => {
        const { graph, chains } = example(about);
        const scene = buildScene(graph, chains, [], { openFolds: [] });
        readXml(pictureSvg(composePicture({ scene, caption: ['x'] }), PALETTES[theme], 'x'));
      }),
      { numRuns: 20 },
    );
  });

  test.each(HOSTILE_TEXTS)('shows %j as text, without what turns or hides other text', (name) => {
    for (const text of readXml(svgOf(name)).texts) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
    }
  });

  test('has every text of the screen as real text, and the caption below', () => {
    const { scene } = sceneNamed('web-1');
    const { texts } = readXml(svgOf('web-1', ['account 1111-2222-3333', 'read 2026-11-25 09:47 UTC']));
    for (const mark of scene.marks.values()) {
      const look = { detail: 'full', lit: false, selected: false, height: mark.height } as const;
      for (const shape of drawMark(mark, look)) {
        if (shape.kind === 'text') expect(texts).toContain(shape.text + (shape.rest ?? ''));
      }
    }
    expect(texts).toContain('INSTANCES');
    expect(texts.at(-1)).toBe('account 1111-2222-3333 · read 2026-11-25 09:47 UTC');
  });

  test('has a colour of its palette for everything that is painted', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { scene } = sceneNamed('web-1');
      const known = new Set<string>([...Object.values(PALETTES[theme]), 'none']);
      const { elements } = readXml(
        pictureSvg(composePicture({ scene, caption: ['x'] }), PALETTES[theme], 'x'),
      );
      const painted = elements.flatMap(({ attributes }) =>
        [attributes['fill'], attributes['stroke']].filter(Boolean),
      );
      expect(painted.length).toBeGreaterThan(10);
      for (const colour of painted) expect(known).toContain(colour);
    }
  });
});

describe('A part of the picture', () => {
  const { graph, chains } = example({
    instances: Array.from({ length: 40 }, (_, n) => ({ name: `host${n}x`, profile: `p${n}` })),
    profiles: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`p${n}`, `r${n}`])),
  });
  const scene = buildScene(graph, chains, [], { openFolds: [] });

  test('has the columns whole that its edges cut, and no others', () => {
    const [instances, profiles, roles] = scene.columns;
    if (!instances || !profiles || !roles) throw new Error('The example lacks a column.');
    const cut = wholeMarks(scene, { left: profiles.x + 50, top: 0, right: profiles.x + 90, bottom: 100 });
    expect(cut.left).toBeGreaterThan(instances.x + instances.width);
    expect(cut.left).toBeLessThan(profiles.x);
    expect(cut.right).toBeGreaterThan(profiles.x + profiles.width);
    expect(cut.right).toBeLessThan(roles.x);
  });

  test('has the rows whole that its edges cut, and no others', () => {
    fc.assert(
      fc.property(fc.nat(scene.height), fc.integer({ min: 1, max: 900 }), (top, height) => {
        const box = { left: 0, top, right: scene.width, bottom: top + height };
        const whole = wholeMarks(scene, box);
        for (const mark of scene.marks.values()) {
          const below = mark.y + mark.height;
          const touched = mark.y < box.bottom && below > box.top;
          const inside = mark.y >= whole.top && below <= whole.bottom;
          const outside = below <= whole.top || mark.y >= whole.bottom;
          expect(touched ? inside : outside).toBe(true);
        }
      }),
    );
  });

  test('lights the selected chain and steps back with the rest, as on screen', () => {
    const [first] = chains;
    if (!first?.instance) throw new Error('The example has no chain.');
    const lit = chainOf(graph, first.instance);
    const selected = scene.markOf.get(first.instance);
    const picture = composePicture({ scene, light: { ...lit, selected, dim: 'selection' }, caption: [] });
    const { elements } = readXml(pictureSvg(picture, PALETTES.light, 'x'));
    const groups = elements.filter(({ name, attributes }) => name === 'g' && attributes['opacity']);
    expect(new Set(groups.map(({ attributes }) => attributes['opacity']))).toEqual(new Set(['0.5', '0.55']));
    expect(groups.length - 1).toBe(scene.marks.size - lit.nodes.size);
    expect(elements.some(({ attributes }) => attributes['stroke'] === PALETTES.light.accent)).toBe(true);
  });
});
