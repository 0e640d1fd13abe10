import { compareText } from '../base/compare.ts';
import type { CoverageAnswer, CoverageScope } from '../graph/coverage-index.ts';
import type { Graph } from '../graph/graph.ts';
import { type CallName, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { NotChecked } from './finding.ts';

/** Those of the calls that were not read to their end in the scope, each with the reason in words. */
export function notCheckedOf(
  graph: Graph,
  calls: readonly CallName[],
  scope: CoverageScope = {},
): readonly NotChecked[] {
  return calls.flatMap((call) => {
    const answer = graph.coverage.of(call, scope);
    return answer.complete ? [] : [{ call, why: whyIncomplete(answer) }];
  });
}

/** Whether a call brought anything in the scope: read to its end, or a part of it. */
export function wasRead(graph: Graph, call: CallName, scope: CoverageScope = {}): boolean {
  return graph.coverage.entries.some(
    (entry) =>
      entry.call === call &&
      (entry.status === 'complete' || entry.status === 'partial') &&
      (scope.accountId === undefined || entry.accountId === undefined || entry.accountId === scope.accountId),
  );
}

/** What stands in the way, as a sentence that names the call and what to do. */
export function whyIncomplete(answer: Extract<CoverageAnswer, { readonly complete: false }>): string {
  const facts = callFacts(answer.call);
  const worst = answer.worst;
  if (!worst) return `${answer.call} was not read, and it would tell of ${facts.brings}.`;
  return `${answer.call}${placeWords(worst)} ${reasonWords(worst, facts.permission)}.`;
}

/** The sentence's end for one entry of coverage: "was denied: …". */
export function reasonWords(entry: CoverageEntry, permission: string): string {
  const reason = entry.reason;
  switch (reason?.kind) {
    case 'denied':
      return deniedWords(reason.by, reason.permission || permission);
    case 'region-not-enabled':
      return 'was refused because the region is not enabled for this account';
    case 'truncated':
      return `gave an incomplete list (${reason.how})`;
    case 'throttled':
      return 'was throttled by AWS (rate exceeded); read it again';
    case 'unreachable':
      return `could not reach ${reason.host}`;
    case 'credentials-expired':
      return 'failed because the credentials have expired';
    case 'credentials-invalid':
      return 'failed because AWS did not accept the credentials';
    case 'clock-skew':
      return "failed because this computer's clock is wrong";
    case 'cancelled':
      return 'was cancelled';
    case 'running':
      return 'is still being read';
    case 'other':
      return `failed (${reason.code})`;
    case 'not-supplied':
    case undefined:
      return entry.status === 'partial' ? 'gave an incomplete list' : 'was not read';
  }
}

function deniedWords(by: 'identity' | 'scp' | 'boundary' | 'unknown', permission: string): string {
  switch (by) {
    case 'scp':
      return `was denied by a service control policy of the organization (${permission})`;
    case 'boundary':
      return `was denied by the caller's permissions boundary (${permission})`;
    case 'identity':
    case 'unknown':
      return `was denied; it needs the permission ${permission}`;
  }
}

function placeWords(entry: CoverageEntry): string {
  const place = [
    entry.resource && `of \`${entry.resource}\``,
    entry.region && `in ${entry.region}`,
    entry.accountId && `in account ${entry.accountId}`,
  ].filter(Boolean);
  return place.length === 0 ? '' : ` ${place.join(' ')}`;
}

/** An order of entries that does not hang on the order in which they came. */
export function compareEntries(a: CoverageEntry, b: CoverageEntry): number {
  return (
    compareText(a.call, b.call) ||
    compareText(a.accountId ?? '', b.accountId ?? '') ||
    compareText(a.region ?? '', b.region ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
