import { compareText } from '../base/compare.ts';
import type { JsonValue } from '../base/json.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Tag } from '../inventory/records.ts';
import { REDACTED_KINDS, type RedactedKind } from '../inventory/redacted-kinds.ts';
import { isServiceHost } from './aws-own.ts';
import { type FieldRule, INVENTORY_FIELDS } from './fields.ts';
import { arnOf, arnOrNameOf, userIdOf, valueOf } from './hide-arn.ts';
import { jsonOf, policyOf, tagKeyOf } from './hide-policy.ts';
import { commandOf, labelOf, textOf } from './hide-text.ts';
import { accountOf, addressOf, type Hiding, idOf, nameOf, partOf } from './hiding.ts';
import { createKnownNames } from './known-names.ts';
import { piecesOf } from './patterns.ts';
import { keepingGiven, type Register } from './register.ts';

/** Puts pseudonyms in the place of what is hidden. With one {@link Register} two redactors agree on every pseudonym. */
export interface Redactor {
  readonly kinds: ReadonlySet<RedactedKind>;
  /**
   * The same account under pseudonyms: every record, message and policy of it. What is equal stays equal and what differs stays
   * different, so its graph and findings are the same but for the names.
   */
  readonly inventory: (inventory: Inventory) => Inventory;
  /** A text from elsewhere; pseudonyms in it stay what they are. */
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
  /** What stands behind a whole pseudonym that was given to an ARN, a name, an id or an account; any other text as it is. */
  readonly reveal: (text: string) => string;
  /** Any single value by what its field would hold. */
  readonly value: (rule: Exclude<FieldRule, 'policy' | 'json' | 'tag'>, value: string) => string;
}

export function createRedactor(register: Register, kinds: ReadonlySet<RedactedKind>): Redactor {
  const hiding: Hiding = {
    register,
    kinds,
    known: createKnownNames(),
    behind: new Map(),
    done: new WeakMap(),
  };
  const outside: Hiding = { ...hiding, register: keepingGiven(register) };
  return {
    kinds,
    inventory: (inventory) => inventoryOf(hiding, inventory),
    text: (text) => (kinds.size === 0 ? text : commandOrText(outside, text)),
    name: (name) => labelOf(outside, name),
    reveal: (text) => hiding.behind.get(text) ?? text,
    value: (rule, value) => leafOf(hiding, rule, value),
  };
}

function commandOrText(hiding: Hiding, text: string): string {
  return text.startsWith('aws ') && text.includes(' --') ? commandOf(hiding, text) : textOf(hiding, text);
}

type Lists = typeof INVENTORY_FIELDS;

function inventoryOf(hiding: Hiding, inventory: Inventory): Inventory {
  if (hiding.kinds.size === 0) return inventory;
  for (const list of Object.keys(INVENTORY_FIELDS) as (keyof Lists)[]) {
    for (const record of inventory[list]) {
      if (!hiding.done.has(record)) reserveIn(hiding.register, INVENTORY_FIELDS[list], record);
    }
  }
  const lists: Partial<Record<keyof Inventory, readonly unknown[]>> = {};
  for (const list of Object.keys(INVENTORY_FIELDS) as (keyof Lists)[]) {
    lists[list] = listOf(hiding, list, inventory[list]);
  }
  const redacted = REDACTED_KINDS.filter(
    (kind) => hiding.kinds.has(kind) || inventory.redacted?.includes(kind) === true,
  );
  // Each list was made field by field from the list of the same name.
  return { ...inventory, ...(lists as Partial<Inventory>), redacted };
}

/**
 * Pseudonyms are given in the order of the records' ids, which AWS draws at random: neither the order in which calls answered
 * nor the alphabet shows in them, and the same account gets the same ones again.
 */
function listOf(hiding: Hiding, list: keyof Lists, records: readonly object[]): readonly unknown[] {
  const { done, kinds } = hiding;
  const fresh = records
    .filter((record) => !done.has(record))
    .map((record) => ({ record, key: idIn(record) }));
  fresh.sort((a, b) => compareText(a.key, b.key));
  for (const { record } of fresh) done.set(record, fieldsOf(hiding, INVENTORY_FIELDS[list], record));
  const result = records.map((record) => done.get(record));
  // A sentence, or a tag that is shown, may hold a name that a later part of the account makes known.
  if (FREE_TEXTS.has(list) || kinds.size < REDACTED_KINDS.length)
    for (const record of records) done.delete(record);
  return result;
}

const FREE_TEXTS: ReadonlySet<keyof Lists> = new Set(['statements', 'coverage']);

function reserveIn(register: Register, rules: Rules, value: unknown): void {
  if (value === undefined || value === null || rules === 'keep') return;
  if (Array.isArray(value)) {
    for (const item of value) reserveIn(register, rules, item);
  } else if (isObject(value)) {
    if (rules === 'tag') register.reserve(String(value['Value']));
    if (typeof rules === 'string') return;
    for (const [field, inner] of Object.entries(value)) {
      const rule = rules[field];
      if (rule !== undefined) reserveIn(register, rule, inner);
    }
  } else if (typeof value === 'string' && typeof rules === 'string') {
    if (RESERVED.has(rules)) register.reserve(value);
    else for (const { kind, text } of piecesOf(value)) if (kind !== 'plain') register.reserve(text);
  }
}

const RESERVED: ReadonlySet<FieldRule> = new Set(['account', 'alias', 'name', 'id', 'ip', 'arn-or-name']);

const ID_FIELDS = ['RoleId', 'InstanceProfileId', 'InstanceId', 'AssociationId', 'LaunchTemplateId'] as const;

function idIn(record: unknown): string {
  if (!isObject(record)) return '';
  for (const field of ID_FIELDS) {
    const id = record[field];
    if (typeof id === 'string') return id;
  }
  return '';
}

type Rules = FieldRule | { readonly [field: string]: Rules };

function fieldsOf(hiding: Hiding, rules: Rules, value: unknown): unknown {
  if (value === undefined || value === null || rules === 'keep') return value;
  if (rules === 'policy') return policyOf(hiding, value as JsonValue);
  if (rules === 'json') return jsonOf(hiding, value as JsonValue);
  if (Array.isArray(value)) return value.map((item: unknown) => fieldsOf(hiding, rules, item));
  if (rules === 'tag') return tagOf(hiding, value as Tag);
  if (typeof rules === 'string') return typeof value === 'string' ? leafOf(hiding, rules, value) : value;
  if (!isObject(value)) return value;
  if (ownedByAws(value)) return { ...value, ...origin(hiding, rules, value) };
  const result: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    const rule = rules[field];
    // What no rule speaks of is left out: it came from nowhere that the record types know.
    if (rule !== undefined) result[field] = fieldsOf(hiding, rule, inner);
  }
  return result;
}

/** A managed policy that every account has. */
function ownedByAws(value: { readonly [field: string]: unknown }): boolean {
  return typeof value['PolicyArn'] === 'string' && /^arn:[^:]*:iam::aws:/.test(value['PolicyArn']);
}

function origin(
  hiding: Hiding,
  rules: { readonly [field: string]: Rules },
  value: { readonly [field: string]: unknown },
): { readonly [field: string]: unknown } {
  return Object.fromEntries(
    ['origin', 'accountId'].flatMap((field) => {
      const rule = rules[field];
      return rule === undefined || value[field] === undefined
        ? []
        : [[field, fieldsOf(hiding, rule, value[field])] as const];
    }),
  );
}

function leafOf(hiding: Hiding, rule: FieldRule, value: string): string {
  const hidden = hide(hiding, rule, value);
  if (hidden !== value) hiding.behind.set(hidden, value);
  return hidden;
}

function hide(hiding: Hiding, rule: FieldRule, value: string): string {
  switch (rule) {
    case 'account':
      return accountOf(hiding, value);
    case 'alias':
      return nameOf(hiding, value, 'accounts');
    case 'name':
      return nameOf(hiding, value);
    case 'id':
      return idOf(hiding, value);
    case 'ip':
      return addressOf(hiding, value);
    case 'host':
      return hostOf(hiding, value);
    case 'arn':
      return arnOf(hiding, value);
    case 'arn-or-name':
      return arnOrNameOf(hiding, value);
    case 'user-id':
      return userIdOf(hiding, value);
    case 'text':
      return textOf(hiding, value);
    case 'command':
      return commandOf(hiding, value);
    case 'label':
      return labelOf(hiding, value);
    case 'keep':
    case 'policy':
    case 'json':
    case 'tag':
      return value;
  }
}

const AWS_DOMAIN =
  /\.(?:[a-z0-9-]+\.)?(?:compute(?:-\d)?\.internal|ec2\.internal|compute(?:-\d)?\.amazonaws\.com(?:\.cn)?)$/;

/** Host and domain: AWS's own domains stay, those of a network of somebody's own are names. */
function hostOf(hiding: Hiding, host: string): string {
  if (isServiceHost(host)) return host;
  const domain = AWS_DOMAIN.exec(host)?.[0] ?? '';
  return partOf(hiding, host.slice(0, host.length - domain.length)) + domain;
}

/** The tag that names an instance is hidden with the names as well as with the tags. */
function tagOf(hiding: Hiding, { Key, Value }: Tag): Tag {
  const isName = Key === 'Name' || Key.startsWith('aws:');
  const kind = isName && hiding.kinds.has('names') ? 'names' : 'tags';
  const hidden = hiding.kinds.has(kind) ? valueOf(hiding, Value, kind) : textOf(hiding, Value);
  return { Key: tagKeyOf(hiding, Key), Value: hidden };
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
