import { groupedAccount } from '../base/account-id.ts';
import type { CannotTell, Gap } from './comparison.ts';

/** What cannot be told, and for want of which read, in one sentence. */
export function gapSentence({ gap, nodes }: CannotTell): string {
  return `${lackWords(gap)}: ${openWords(gap, nodes.length)}.`;
}

function lackWords(gap: Gap): string {
  const account = gap.accountId === undefined ? 'its account' : `account ${groupedAccount(gap.accountId)}`;
  if (gap.accountMissing) {
    const whose = gap.accountId === undefined ? 'what names no account' : account;
    return `The ${gap.side} read knows nothing of ${whose}`;
  }
  const where = gap.region === undefined ? account : `${gap.region} of ${account}`;
  return `In the ${gap.side} read ${gap.call} ${statusWords(gap)} in ${where}`;
}

function statusWords({ entry }: Gap): string {
  switch (entry?.status) {
    case 'denied':
      return 'was denied';
    case 'failed':
      return 'failed';
    case 'partial':
      return 'did not come to its end';
    default:
      return entry?.reason?.kind === 'running' ? 'is still running' : 'was not made';
  }
}

function openWords({ side }: Gap, count: number): string {
  const verb = side === 'later' ? 'removed' : 'added';
  if (count === 0)
    return `whether anything was ${side === 'later' ? 'added' : 'removed'} there cannot be told`;
  return count === 1
    ? `whether 1 thing was ${verb} cannot be told`
    : `whether ${count} things were ${verb} cannot be told`;
}
