import type { JsonValue } from '../base/json.ts';
import { judgeTrust } from './judge-trust.ts';
import type { TrustVerdict } from './trust-verdict.ts';

/** Gives the verdict on one trust policy in a partition. */
export type TrustJudge = (
  document: JsonValue | undefined,
  partition: string,
  accountId?: string | undefined,
) => TrustVerdict;

/**
 * A judge for the many roles of one reading, see {@link judgeTrust}: roles repeat the same few documents, so each distinct
 * one is judged once, and like documents share one verdict.
 */
export function trustJudge(asOf: string | undefined): TrustJudge {
  const verdicts = new Map<string, TrustVerdict>();
  return (document, partition, accountId) => {
    // The type is part of the key: the text "null" is an unreadable policy, and null is none.
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    // The account matters to the few documents alone that ask for it.
    const home = text !== undefined && /sourceaccount/i.test(text) ? accountId : undefined;
    const key = `${partition} ${home ?? ''} ${typeof document} ${text}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = judgeTrust(document, { partition, asOf, accountId: home });
    verdicts.set(key, verdict);
    return verdict;
  };
}
