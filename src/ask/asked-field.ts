/** What can be asked for in a form: each kind has one reader, see `readField`. */
export type FieldKind =
  | 'bucket'
  | 'object'
  | 'kms-key'
  | 'region'
  | 'repository'
  | 'log-group'
  | 'role-arn'
  | 'account'
  | 'actions'
  | 'resource'
  | 'workspace';

/** One field of a question or a checklist. */
export interface AskedField {
  readonly kind: FieldKind;
  readonly label: string;
  readonly placeholder: string;
  readonly description?: string | undefined;
  /** What may stay empty; what needs it is then left out. */
  readonly optional?: true | undefined;
}

/** An action on a resource, with `{…}` where a value of the form goes. */
export interface PairTemplate {
  readonly action: string;
  /** `{object}`, `{kmsKey}`, `*`. */
  readonly on: string;
}

/** One thing to decide: an action on a resource. */
export interface AskedPair {
  readonly action: string;
  readonly resource: string;
  /** The account that owns the resource, where it is known. */
  readonly account?: string | undefined;
}

/** What a person typed, by kind of field. */
export type FieldTexts = Readonly<Partial<Record<FieldKind, string>>>;

/** What the fields say, under the names that templates use. */
export type FieldValues = Readonly<Record<string, string>>;
