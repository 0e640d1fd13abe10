import type { RedactedKind } from '../inventory/redacted-kinds.ts';
import { isAwsName } from './aws-own.ts';
import { hideName } from './hide-name.ts';
import { hideAccount, hideAddress, hideHost, hideId } from './hide-values.ts';
import type { KnownNames } from './known-names.ts';
import { isWholeId, type Piece, piecesOf } from './patterns.ts';
import type { Register } from './register.ts';

/** What is to be hidden, and all that was hidden before. */
export interface Hiding {
  readonly register: Register;
  readonly kinds: ReadonlySet<RedactedKind>;
  /** Names that free texts are searched for. */
  readonly known: KnownNames;
  /** What stands behind the pseudonyms that were given. */
  readonly behind: Map<string, string>;
  /** Records that were gone through, with what came of them, so that reading on costs what is new. */
  readonly done: WeakMap<object, unknown>;
}

export function accountOf({ register, kinds }: Hiding, account: string): string {
  return kinds.has('accounts') ? hideAccount(register, account) : account;
}

export function idOf({ register, kinds }: Hiding, id: string): string {
  if (!kinds.has('ids')) return id;
  return /^\d{12}$/.test(id) ? id : hideId(register, id);
}

export function addressOf({ register, kinds }: Hiding, address: string): string {
  return kinds.has('ips') ? hideAddress(register, address) : address;
}

/** A name, which may have a path before it, wildcards in it, and ids or accounts as parts. */
export function nameOf(hiding: Hiding, name: string, kind: RedactedKind = 'names'): string {
  if (isAwsName(name)) return name;
  const hidden = name
    .split('/')
    .map((part) => partOf(hiding, part, kind))
    .join('/');
  if (hidden !== name) hiding.known.add(name, hidden);
  return hidden;
}

/** One part of a name or path. */
export function partOf(hiding: Hiding, part: string, kind: RedactedKind = 'names'): string {
  if (part === '' || isAwsName(part)) return part;
  if (isWholeId(part)) return idOf(hiding, part);
  const sso = /^AWSReservedSSO_/.exec(part)?.[0] ?? '';
  const hide = hiding.kinds.has(kind);
  return (
    sso +
    piecesOf(part.slice(sso.length))
      .map((piece) =>
        piece.kind === 'plain'
          ? hide
            ? hideName(hiding.register, piece.text, part)
            : piece.text
          : pieceOf(hiding, piece),
      )
      .join('')
  );
}

/** A part of any text that has a shape of its own. */
export function pieceOf(hiding: Hiding, { kind, text }: Piece): string {
  switch (kind) {
    case 'account':
      return accountOf(hiding, text);
    case 'uuid':
    case 'unique':
    case 'resource':
      return idOf(hiding, text);
    case 'host':
      return hiding.kinds.has('ips') ? hideHost(hiding.register, text) : text;
    case 'ip':
      return addressOf(hiding, text);
    case 'variable':
    case 'plain':
      return text;
  }
}
