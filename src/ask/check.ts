import type { AskedField, PairTemplate } from './asked-field.ts';

/** What one step of a checklist looks at. Steps are data; `run-check.ts` has one probe for each kind. */
export type Probe =
  /** The role's trust policy lets EC2 in. */
  | { readonly kind: 'trust-ec2' }
  /** The trust policy allows this principal, with this external ID. */
  | { readonly kind: 'trust-principal'; readonly principal: string; readonly externalId: string }
  /** The profile holds a role, and it is the one that was read. */
  | { readonly kind: 'profile-holds-role' }
  /** The role, or another one that a field names, may do all of these. */
  | { readonly kind: 'may'; readonly pairs: readonly PairTemplate[]; readonly who?: 'other-role' | undefined }
  /** A permissions boundary, as far as it is known. */
  | { readonly kind: 'boundary' }
  /** Something to hand over: the ARN of the profile. */
  | { readonly kind: 'profile-arn' }
  /** The service takes the name of the profile for that of the role. */
  | { readonly kind: 'same-names' }
  /** To hand over as well when profile and role have different names. */
  | { readonly kind: 'role-arn-if-names-differ' }
  /** Nothing that could be seen from here. */
  | { readonly kind: 'unseen'; readonly why: string };

export interface CheckStep {
  readonly title: string;
  readonly probe: Probe;
  /** The page that asks for it, when it is another than the checklist's. */
  readonly source?: string | undefined;
  /** A step that only counts when this value of the form is there. */
  readonly when?: string | undefined;
  /** Not asked for in every case: a failure is then something to know, and not a "no". */
  readonly advised?: true | undefined;
}

/** A list of all that something needs of an instance's role, as data. */
export interface Check {
  readonly id: string;
  readonly name: string;
  /** One sentence on what it is about. */
  readonly about: string;
  /** The page that the steps follow. */
  readonly source: string;
  readonly fields: readonly AskedField[];
  readonly steps: readonly CheckStep[];
}
