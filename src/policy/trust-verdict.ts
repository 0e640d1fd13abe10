/** May EC2 of a partition assume a role? Each answer names the statement (by position, from 0) that it rests on. */
export type TrustVerdict =
  | { readonly answer: 'yes'; readonly statement: number; readonly note?: TrustNote | undefined }
  | {
      readonly answer: 'no';
      readonly reason: TrustRefusal;
      readonly statement?: number | undefined;
      readonly detail: string;
    }
  | {
      readonly answer: 'cannot-confirm';
      readonly reason: TrustDoubt;
      readonly statement?: number | undefined;
      readonly detail: string;
    };

/** Why EC2 surely may not. */
export type TrustRefusal =
  /** No Allow statement names the EC2 service principal. */
  | 'ec2-not-named'
  /** EC2 of another partition is named, or a spelling that this partition does not take. */
  | 'wrong-partition'
  /** The statement that names EC2 has a condition that EC2 never satisfies (external id, MFA, a date in the past). */
  | 'condition-never-met'
  /** The statement that names EC2 allows another action than sts:AssumeRole. */
  | 'wrong-action'
  /** A Deny without condition covers EC2. */
  | 'denied';

/** Why nobody can tell from the document alone. */
export type TrustDoubt =
  /** A condition on a key whose value EC2 sends but the document alone does not tell. */
  | 'condition-undecided'
  /** A conditional Deny may cover EC2. */
  | 'deny-undecided'
  | 'unreadable'
  | 'not-supplied';

/** Something worth saying of a trust that works. */
export type TrustNote =
  /** aws-cn: only one of the two spellings is listed. */
  | 'china-one-spelling'
  /** aws-iso*: the legacy spelling is listed. */
  | 'legacy-spelling';
