import * as fc from 'fast-check';
import { buildScene } from '../scene/build-scene.ts';
import { example } from '../scene/example.test-data.ts';

/** What strangers may write into a name, and what some language takes as its own. */
export const HOSTILE_TEXTS: readonly string[] = [
  '</style><script>alert(1)</script>',
  ']]><!--',
  '<!ENTITY x "y">&x;&amp;',
  '"onload="alert(1)',
  "' or '1'='1",
  '\u202egnp.exe\u2066',
  '\u0000\u0007\u001b[31m',
  '\ud800 alone',
  '\ufffe\uffff',
  '🦊👩‍👩‍👧 שלום سلام 漢字',
  '```\n# heading\n---',
  '"] --> x["',
  '%%{init: {"securityLevel":"loose"}}%%',
  '#quot;#35;',
  'style a:b #x;',
  'click n1 call f()',
  'end',
  'subgraph x',
  '\\N \\l \\" \\',
  '"; } digraph { x -> y; "',
  '<b>html</b>',
  '`code`` ``` [link](javascript:alert(1)) ![i](x)',
  '| a | b |',
  '   ',
];

/** Any text at all, more often than not one that means harm. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '<', '>', '&', '`', '%', '#', ';', '\n', '|', 'a'),
    maxLength: 12,
  }),
);

/** Two chains and a broken one, all of whose names are the given one. */
export function sceneNamed(name: string) {
  const { graph, chains } = example({
    instances: [
      { name, id: 'i-1', profile: name === '' ? 'p' : name },
      { name, id: 'i-2', profile: 'gone' },
      { name, id: 'i-3' },
    ],
    profiles: { [name === '' ? 'p' : name]: name === '' ? 'r' : name },
  });
  return { graph, chains, scene: buildScene(graph, chains, [], { openFolds: [] }) };
}
