import { assertNever } from '../base/assert-never.ts';
import type { ChainStatus } from '../graph/chain.ts';
import type { TrustVerdict } from '../policy/trust-verdict.ts';

/** What is different, with the names of both sides; an absent name is "none". */
export type Difference =
  | {
      readonly kind: 'role';
      readonly before?: string | undefined;
      readonly after?: string | undefined;
      /** The profile that it is held by on both sides, if that is one. */
      readonly through?: string | undefined;
    }
  | { readonly kind: 'profile'; readonly before?: string | undefined; readonly after?: string | undefined }
  /** The profile of this name has another id: it was deleted and made again. */
  | {
      readonly kind: 'profile-remade';
      readonly name: string;
      readonly before: string;
      readonly after: string;
      /** Whether this instance moved over to the new one; absent when it is about the profile itself. */
      readonly moved?: boolean | undefined;
    }
  | { readonly kind: 'profile-gone'; readonly name: string }
  | { readonly kind: 'profile-back'; readonly name: string }
  | { readonly kind: 'role-remade'; readonly before: string; readonly after: string }
  | { readonly kind: 'state'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'status';
      readonly before: ChainStatus;
      readonly after: ChainStatus;
      readonly why?: string | undefined;
    }
  | {
      readonly kind: 'trust';
      readonly before: TrustVerdict['answer'];
      readonly after: TrustVerdict['answer'];
      readonly detail?: string | undefined;
    }
  /** Another document with the same verdict. */
  | { readonly kind: 'trust-policy' }
  | { readonly kind: 'boundary'; readonly before?: string | undefined; readonly after?: string | undefined }
  | {
      readonly kind: 'attached-policies';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'inline-policies';
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly edited: readonly string[];
    }
  | { readonly kind: 'version'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'launches';
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** A difference as a part of a sentence, names between backticks. */
export function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'role': {
      const through =
        difference.through === undefined ? '' : ` through profile ${quoted(difference.through)}`;
      return `role ${fromTo(difference)}${through}`;
    }
    case 'profile':
      return `profile ${fromTo(difference)}`;
    case 'profile-remade':
      return remadeWords(difference);
    case 'profile-gone':
      return `its profile ${quoted(difference.name)} does not exist any more`;
    case 'profile-back':
      return `its profile ${quoted(difference.name)} exists again`;
    case 'role-remade':
      return `deleted and made again under the same name (${difference.before} → ${difference.after})`;
    case 'state':
      return `${difference.before} → ${difference.after}`;
    case 'status':
      return statusWords(difference);
    case 'trust':
      return `${TRUST_WORDS[difference.before]} → ${TRUST_WORDS[difference.after]}${difference.detail === undefined ? '' : ` (${difference.detail})`}`;
    case 'trust-policy':
      return 'another trust policy, with the same answer for EC2';
    case 'boundary':
      return `permissions boundary ${fromTo(difference)}`;
    case 'attached-policies':
      return listed([
        ['policy attached', difference.added],
        ['policy detached', difference.removed],
      ]);
    case 'inline-policies':
      return listed([
        ['inline policy added', difference.added],
        ['inline policy removed', difference.removed],
        ['inline policy edited', difference.edited],
      ]);
    case 'version':
      return `version ${difference.before} → ${difference.after}`;
    case 'launches':
      return `launches from ${names(difference.before)} → ${names(difference.after)}`;
    default:
      return assertNever(difference);
  }
}

/** A name for a sentence. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}

const TRUST_WORDS: Readonly<Record<TrustVerdict['answer'], string>> = {
  yes: 'EC2 may assume it',
  no: 'EC2 may not assume it',
  'cannot-confirm': 'a condition decides whether EC2 may assume it',
};

function fromTo({
  before,
  after,
}: {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}) {
  return `${before === undefined ? 'none' : quoted(before)} → ${after === undefined ? 'none' : quoted(after)}`;
}

function remadeWords(difference: Difference & { readonly kind: 'profile-remade' }): string {
  const ids = `(${difference.before} → ${difference.after})`;
  if (difference.moved === undefined) return `deleted and made again under the same name ${ids}`;
  const profile = `its profile ${quoted(difference.name)} was deleted and made again ${ids}`;
  return difference.moved
    ? `${profile}, and it uses the new one`
    : `${profile}, and it still refers to the old one`;
}

function statusWords({ before, after, why }: Difference & { readonly kind: 'status' }): string {
  if (after === 'works') return `the chain works now (it was ${before})`;
  const reason = why === undefined ? '' : `: ${why}`;
  return after === 'broken' ? `the chain is broken now${reason}` : `the chain is ${after} now${reason}`;
}

function listed(parts: readonly (readonly [string, readonly string[]])[]): string {
  return parts.flatMap(([words, list]) => (list.length === 0 ? [] : [`${words} ${names(list)}`])).join(', ');
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'nothing' : list.map(quoted).join(', ');
}
