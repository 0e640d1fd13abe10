import { instance as graphviz } from '@viz-js/viz';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyExample } from '../../scene/any-example.test-data.ts';
import { buildScene } from '../../scene/build-scene.ts';
import { example } from '../../scene/example.test-data.ts';
import { HOSTILE_TEXTS, hostileText, sceneNamed } from '../hostile.test-data.ts';
import { diagramOf } from './diagram.ts';
import { dotString, dotText } from './dot.ts';
import { mermaidLabel, mermaidText } from './mermaid.ts';

const viz = await graphviz();

/** Lays the graph out with the real Graphviz, and counts what it found. */
function expectGraphviz(dot: string, nodes: number, links: number): void {
  const { status, errors, output } = viz.render(dot, { format: 'json0' });
  expect(errors.filter(({ level }) => level === 'error')).toEqual([]);
  expect(status).toBe('success');
  const { objects = [], edges = [] } = v.parse(LAID_OUT, JSON.parse(output ?? '{}'));
  expect(objects.filter(({ name }) => /^n\d+$/.test(name))).toHaveLength(nodes);
  expect(edges).toHaveLength(links);
}

const LAID_OUT = v.object({
  objects: v.optional(v.array(v.object({ name: v.string() }))),
  edges: v.optional(v.array(v.unknown())),
});

describe('DOT text', () => {
  test.each(HOSTILE_TEXTS)('is read by Graphviz with names like %j, with no node more or less', (name) => {
    const diagram = diagramOf(sceneNamed(name).scene);
    expectGraphviz(dotText(diagram, [name]), diagram.nodes.length, diagram.links.length);
  });

  test('is read by Graphviz for every account', () => {
    fc.assert(
      fc.property(anyExample, (about) => {
        const { graph, chains } = example(about);
        const diagram = diagramOf(buildScene(graph, chains, [], { openFolds: [] }));
        expectGraphviz(dotText(diagram, ['x']), diagram.nodes.length, diagram.links.length);
      }),
      { numRuns: 15 },
    );
  });

  test('quotes so that no text ends its own quotes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(dotString(text)).toMatch(/^"(?:[^"\\\n\r]|\\["\\])*"$/);
      }),
    );
  });

  test('tells broken, unknown and holding links apart', () => {
    const dot = dotText(diagramOf(sceneNamed('web').scene), []);
    expect(dot).toMatch(/n\d+ -> n\d+$/m);
    expect(dot).toMatch(/n\d+ -> n\d+ \[label="broken", color="#c2261c"/);
    expect(dot).toContain('style="rounded,filled,dashed"');
  });
});

describe('Mermaid text', () => {
  test('has nothing in a label that could mean something to Mermaid', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, subtitle) => {
        const label = mermaidLabel(title, subtitle);
        expect(label).toMatch(/^"(?:[\p{L}\p{N}\p{M} _.,/()+·-]|#\d+;|<br\/>)+"$/u);
      }),
    );
  });

  test('spells every text so that it reads as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (text) => {
        const read = mermaidLabel(text)
          .slice(1, -1)
          .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
        expect(read).toBe(text);
      }),
    );
  });

  test.each(HOSTILE_TEXTS)('keeps its lines with names like %j', (name) => {
    const diagram = diagramOf(sceneNamed(name).scene);
    const text = mermaidText(diagram, [name]);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    expect(count(/^ {2,4}n\d+(\[|\(\[|\{\{|\[\/|\[\[)"[^"\n]+"(\]|\]\)|\}\}|\/\]|\]\])$/gm)).toBe(
      diagram.nodes.length,
    );
    expect(count(/^ {2}n\d+ (-->|--x|-\.->)(\|"[^"\n]+"\|)? n\d+$/gm)).toBe(diagram.links.length);
    expect(text).not.toContain('%%{');
  });
});
