import type { JsonValue } from '../base/json.ts';

/** Somebody wants to do something to something: what AWS decides for each request. */
export interface AccessRequest {
  /** `s3:GetObject`. */
  readonly action: string;
  /** The ARN of the resource, or `*` for an action that takes none. */
  readonly resource: string;
  /** Whose permissions are asked about. */
  readonly principal: AccessPrincipal;
  /** The account that owns the resource, where it is known: the ARN of a bucket doesn't say. */
  readonly resourceAccount?: string | undefined;
  /** Condition keys of the request by lower-case name; a key that isn't here is one that nobody knows. */
  readonly context: ReadonlyMap<string, ContextValue>;
}

/** A role, whose sessions do the asking; or a user. */
export interface AccessPrincipal {
  /** The ARN of the role, with its path; or of the user. */
  readonly arn: string;
  readonly account?: string | undefined;
  /** `AROA…` or `AIDA…`, which resource policies may name. */
  readonly roleId?: string | undefined;
  /** The name of the role's session, which is the instance's id for credentials of an instance. */
  readonly sessionName?: string | undefined;
}

/** What a request carries under a condition key. */
export type ContextValue =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  /** Surely not sent. */
  | { readonly kind: 'absent' };

/** A policy document with the name that people know it by. */
export interface NamedPolicy {
  readonly name: string;
  readonly arn?: string | undefined;
  /** In any form that `decodeDocument` takes. */
  readonly document: JsonValue;
}

/** The policies that speak on a request, as far as they are at hand. */
export interface PolicyStack {
  /** Inline and managed policies of the role. */
  readonly identity: readonly NamedPolicy[];
  /** Identity policies that exist, and whose documents are not at hand. */
  readonly identityUnread: readonly string[];
  /** `unread` when the role has one, or may have one, and its document is not at hand. */
  readonly boundary: NamedPolicy | 'none' | 'unread';
  /** The policy on the resource, such as a bucket policy; `unread` when nobody supplied it. */
  readonly resource: NamedPolicy | 'none' | 'unread';
}

/** As AWS's own simulator says it, and a fourth for what the documents at hand don't decide. */
export type AccessAnswer = 'allowed' | 'explicitly-denied' | 'implicitly-denied' | 'cannot-tell';

/** A statement that decides, or would decide if its condition held. */
export interface DecidingStatement {
  readonly from: 'identity' | 'boundary' | 'resource';
  readonly policy: string;
  /** Position in the document, from 0. */
  readonly statement: number;
  readonly sid?: string | undefined;
  readonly effect: 'Allow' | 'Deny';
}

/** What one side says for itself; `not-there` is a boundary or a resource policy that doesn't exist. */
export type SideAnswer = 'allows' | 'denies' | 'silent' | 'undecided' | 'not-there';

/** The answer for one request, with all that it rests on. */
export interface AccessVerdict {
  readonly answer: AccessAnswer;
  /** One sentence's end: "a statement of policy AppAccess allows it". */
  readonly why: string;
  readonly deciding: readonly DecidingStatement[];
  /** Which side lacks an Allow, on a refusal that is no explicit Deny; both may. */
  readonly lacking: readonly ('identity' | 'boundary' | 'resource')[];
  /** Each side for itself. A resource policy that lets the role's account in, and no more, counts as one that allows. */
  readonly sides: Readonly<Record<DecidingStatement['from'], SideAnswer>>;
  /** Condition keys that would have decided, as the policies spell them. */
  readonly missingContext: readonly string[];
  /** What may still change the answer and could not be seen: service control policies, an unread boundary … */
  readonly notSeen: readonly string[];
}
