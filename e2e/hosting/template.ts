import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { TEMPLATE } from '../../deploy/made-files.ts';
import { ROOT, VENV } from '../servers/folders.ts';

/** The answers to the template's questions, as far as a test needs them. */
export interface Answers {
  readonly conditions: Readonly<Record<string, boolean>>;
  /** What `Ref` and `${…}` stand for. */
  readonly values: Readonly<Record<string, string>>;
}

const OBJECT = v.record(v.string(), v.unknown());
const SUB = v.union([
  v.pipe(
    v.string(),
    v.transform((text): readonly [string, Record<string, unknown>] => [text, {}]),
  ),
  v.tuple([v.string(), OBJECT]),
]);
const IF = v.tuple([v.string(), v.unknown(), v.unknown()]);
/** Stands for `AWS::NoValue`: the thing is left out. */
const NOTHING = Symbol('no value');

/** The template, with the short forms of its functions written out. */
export function readTemplate(): Readonly<Record<string, unknown>> {
  const python = spawnSync(`${VENV}/bin/python`, [`${ROOT}/e2e/hosting/read_template.py`, TEMPLATE], {
    encoding: 'utf8',
  });
  if (python.status !== 0) throw new Error(`The template can't be read: ${python.stderr}`);
  return v.parse(OBJECT, JSON.parse(python.stdout));
}

/** A part of a template, by the keys that lead to it. */
export function partOf(template: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((part, key) => v.parse(OBJECT, part)[key], template);
}

/** What CloudFormation makes of a part: `Fn::If`, `Fn::Sub` and `Ref` done away with. */
export function resolved(part: unknown, answers: Answers): unknown {
  if (Array.isArray(part)) {
    return part.map((item) => resolved(item, answers)).filter((item) => item !== NOTHING);
  }
  if (typeof part !== 'object' || part === null) return part;
  const [only, ...others] = Object.entries(part);
  if (only !== undefined && others.length === 0) {
    const [name, inner] = only;
    if (name === 'Ref') return inner === 'AWS::NoValue' ? NOTHING : answers.values[String(inner)];
    if (name === 'Fn::If') {
      const [condition, then, otherwise] = v.parse(IF, inner);
      return resolved(answers.conditions[condition] === true ? then : otherwise, answers);
    }
    if (name === 'Fn::Sub') return substituted(inner, answers);
  }
  return Object.fromEntries(
    Object.entries(part)
      .map(([key, inner]) => [key, resolved(inner, answers)] as const)
      .filter(([, inner]) => inner !== NOTHING),
  );
}

function substituted(inner: unknown, answers: Answers): string {
  const [text, own] = v.parse(SUB, inner);
  return text.replace(/\$\{([^}]+)\}/g, (_all, name: string) => {
    const value = name in own ? resolved(own[name], answers) : answers.values[name];
    if (typeof value !== 'string') throw new Error(`The test gives no value for ${name}.`);
    return value;
  });
}
