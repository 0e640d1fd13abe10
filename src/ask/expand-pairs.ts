import { parseArn } from '../base/arn.ts';
import type { AskedPair, FieldValues, PairTemplate } from './asked-field.ts';

/**
 * Pairs with the values of a form in their places. A pair that needs what the form leaves empty is left out. `{actions}` on its
 * own stands for each of the actions that were named.
 */
export function expandPairs(templates: readonly PairTemplate[], values: FieldValues): readonly AskedPair[] {
  return templates.flatMap(({ action, on }) => {
    const resource = fill(on, values);
    if (resource === undefined) return [];
    const actions = action === '{actions}' ? (values.actions?.split(' ') ?? []) : [action];
    return actions.map((each) => ({ action: each, resource, account: ownerOf(resource, values) }));
  });
}

/** A text with `{name}` replaced by the value of that name; `undefined` when one is missing. */
export function fill(template: string, values: FieldValues): string | undefined {
  let whole = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) whole = false;
    return value ?? '';
  });
  return whole ? text : undefined;
}

/** ARNs of S3 name no account: it's the one that the form says. */
function ownerOf(resource: string, values: FieldValues): string | undefined {
  const account = parseArn(resource)?.account;
  if (account !== undefined && /^\d{12}$/.test(account)) return account;
  if (resource === '*') return values.account;
  return values.bucketAccount ?? values.owner;
}
