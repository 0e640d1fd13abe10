import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Holds the source to the table of rooms in `src/README.md`: what the table does not allow, fails. */

interface Rule {
  /** Rooms whose values and types may be imported. */
  readonly rooms: ReadonlySet<string>;
  /** Rooms of which only types may be imported. */
  readonly typesOf: ReadonlySet<string>;
  readonly everything: boolean;
  readonly packages: readonly string[];
}

type Rules = ReadonlyMap<string, Rule>;

interface Import {
  /** As written: `../base/result.ts`, `react`. `undefined` for a computed `import(…)`. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

const SRC = fileURLToPath(new URL('.', import.meta.url));
const TABLE = readFileSync(`${SRC}README.md`, 'utf8');

/** Names of the packages column that stand for more than the package of that name. */
const PACKAGE_GROUPS: Readonly<Record<string, RegExp>> = {
  'aws-sdk': /^@(aws-sdk|smithy)\//,
  tanstack: /^@tanstack\//,
  react: /^react(-dom)?(\/|$)/,
  node: /^node:/,
};

/** The rules of the table, by room. */
function readRules(markdown: string): Rules {
  const rows = markdown.matchAll(/^\| `(\w+)`\s*\|[^|]*\|([^|]*)\|([^|]*)\|$/gm);
  return new Map(
    [...rows].map(([, room = '', mayImport = '', packages = '']) => [room, rule(mayImport, packages)]),
  );
}

function rule(mayImport: string, packages: string): Rule {
  const names = items(mayImport);
  return {
    rooms: new Set(names.filter((name) => !name.endsWith(' (types)'))),
    typesOf: new Set(
      names.filter((name) => name.endsWith(' (types)')).map((name) => name.replace(' (types)', '')),
    ),
    everything: names.includes('everything'),
    packages: items(packages),
  };
}

function items(cell: string): readonly string[] {
  return cell.split(',').flatMap((item) => item.trim() || []);
}

/**
 * All imports of a TypeScript file: statements at the start of a line (where the formatter puts them), `import(…)`, and
 * `new URL('./x', …)`, by which workers are named.
 */
function scanImports(source: string): readonly Import[] {
  const code = source.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  const statements = code.matchAll(
    /^(?:import|export)(\s+type\b)?[\w$\s{},*]*?(?:\bfrom\s*)?['"]([^'"\n]+)['"]/gm,
  );
  const dynamic = code.matchAll(/\bimport\(\s*(?:['"]([^'"\n]+)['"])?/g);
  const urls = code.matchAll(/\bnew URL\(\s*['"](\.[^'"\n]+)['"]/g);
  return [
    ...[...statements].map(([, type, target]) => ({ target, typeOnly: type !== undefined })),
    ...[...dynamic, ...urls].map(([, target]) => ({ target, typeOnly: false })),
  ];
}

/** Why the table does not allow an import of a file such as `graph/chain.ts`; `undefined` when it does. */
function whyForbidden(rules: Rules, file: string, { target, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  const own = rules.get(room);
  if (own === undefined) return `${room} is not a room of the table`;
  if (target === undefined) return 'a computed import() cannot be checked';
  if (!target.startsWith('.')) {
    return own.packages.some((name) => isOfPackage(target, name))
      ? undefined
      : `${room} may import the packages: ${own.packages.join(', ') || 'none'}`;
  }
  const path = posix.normalize(posix.join(posix.dirname(file), target));
  if (path.startsWith('..')) return 'it lies outside of src';
  const other = roomOf(path);
  if (other === room || own.everything || own.rooms.has(other)) return undefined;
  if (own.typesOf.has(other)) {
    return typeOnly ? undefined : `${room} may import only types of ${other}`;
  }
  return `${room} may import: ${[...own.rooms, ...own.typesOf].join(', ') || 'no other room'}`;
}

function isOfPackage(target: string, name: string): boolean {
  return PACKAGE_GROUPS[name]?.test(target) ?? (target === name || target.startsWith(`${name}/`));
}

function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
}

describe('the rooms of the source', () => {
  const rules = readRules(TABLE);
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    // Tests and their data may import anything; nothing that ships may import them.
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-data)?\.tsx?$/.test(file));

  it('import only what the table in src/README.md allows', () => {
    const violations = files.flatMap((file) =>
      scanImports(readFileSync(`${SRC}${file}`, 'utf8')).flatMap((one) => {
        const why = whyForbidden(rules, file, one);
        return why === undefined ? [] : `src/${file} imports ${one.target ?? 'something computed'}: ${why}`;
      }),
    );
    expect(violations).toEqual([]);
  });

  it('never import what is there for tests: their data, or the simulator under the AGPL', () => {
    const targets = files.flatMap((file) => scanImports(readFileSync(`${SRC}${file}`, 'utf8')));
    expect(
      targets.filter(({ target = '' }) => /\.test-data\.|^@cloud-copilot\/iam-simulate/.test(target)),
    ).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(`${SRC}../package.json`, 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(Object.keys(dependencies)).toContain('react');
    expect(Object.keys(dependencies)).not.toContain('@cloud-copilot/iam-simulate');
  });

  it('are all in the table, and the table names no room that is not there', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !rules.has(room))).toEqual([]);
    const named = [...rules.values()].flatMap(({ rooms, typesOf }) => [...rooms, ...typesOf]);
    expect(named.filter((room) => room !== 'everything' && !rules.has(room))).toEqual([]);
    expect(rules.size).toBeGreaterThan(10);
  });
});

describe('the scanner of imports', () => {
  it('finds every way to import, over several lines too', () => {
    const source = [
      "import '../ui/global.css';",
      "import { a, type B } from '../base/a.ts';",
      "import type { C } from '../base/c.ts';",
      "import * as v from 'valibot';",
      'import React, {',
      '  useState,',
      "} from 'react';",
      "export { d } from './d.ts';",
      "export type { E } from './e.ts';",
      "export * from './f.ts';",
      "const g = await import('../app/g.tsx');",
      "const h = new Worker(new URL('./h.ts', import.meta.url));",
      'const i = await import(name);',
    ].join('\n');
    expect(scanImports(source)).toEqual([
      { target: '../ui/global.css', typeOnly: false },
      { target: '../base/a.ts', typeOnly: false },
      { target: '../base/c.ts', typeOnly: true },
      { target: 'valibot', typeOnly: false },
      { target: 'react', typeOnly: false },
      { target: './d.ts', typeOnly: false },
      { target: './e.ts', typeOnly: true },
      { target: './f.ts', typeOnly: false },
      { target: '../app/g.tsx', typeOnly: false },
      { target: undefined, typeOnly: false },
      { target: './h.ts', typeOnly: false },
    ]);
  });

  it('takes comments, strings and other exports for what they are', () => {
    const source = [
      "// import { a } from '../app/a.ts';",
      "/** import('../app/b.ts') */",
      " * import { c } from '../app/c.ts';",
      "export const from = 'graph';",
      "export function importAll(from: string): string { return 'x'; }",
      "const text = 'import { d } from e';",
    ].join('\n');
    expect(scanImports(source)).toEqual([]);
  });
});

describe('the rules of the table', () => {
  const rules = readRules(
    [
      '| room | gives | may import | packages |',
      '| ---- | ----- | ---------- | -------- |',
      '| `base` | parts | | |',
      '| `graph` | Graph | base, findings (types) | valibot |',
      '| `state` | hooks | base | react, tanstack |',
      '| `app` | shell | everything | node |',
    ].join('\n'),
  );
  const why = (file: string, target: string, typeOnly = false) =>
    whyForbidden(rules, file, { target, typeOnly });

  it('allow a room itself, the rooms it names, and their packages', () => {
    expect(why('graph/a.ts', './b.ts')).toBeUndefined();
    expect(why('graph/deep/a.ts', '../../base/b.ts')).toBeUndefined();
    expect(why('graph/a.ts', 'valibot')).toBeUndefined();
    expect(why('state/a.ts', '@tanstack/react-query')).toBeUndefined();
    expect(why('state/a.ts', 'react/jsx-runtime')).toBeUndefined();
    expect(why('app/a.ts', '../state/b.ts')).toBeUndefined();
    expect(why('app/a.ts', 'node:fs')).toBeUndefined();
  });

  it('allow only types where the table says so', () => {
    expect(why('graph/a.ts', '../findings/b.ts', true)).toBeUndefined();
    expect(why('graph/a.ts', '../findings/b.ts')).toBe('graph may import only types of findings');
  });

  it('forbid everything else and name the rule', () => {
    expect(why('base/a.ts', '../graph/b.ts', true)).toBe('base may import: no other room');
    expect(why('graph/a.ts', '../state/b.ts')).toBe('graph may import: base, findings');
    expect(why('graph/a.ts', 'react')).toBe('graph may import the packages: valibot');
    expect(why('state/a.ts', 'react-aria-components')).toBe('state may import the packages: react, tanstack');
    expect(why('base/a.ts', '../../public/b.json')).toBe('it lies outside of src');
    expect(why('other/a.ts', './b.ts')).toBe('other is not a room of the table');
    expect(why('loose.ts', './b.ts')).toBe('loose.ts is not a room of the table');
  });
});
