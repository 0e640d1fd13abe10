import type { Redaction } from '../../state/workspace.ts';

/** How names are shown while some are hidden; where there is no workspace yet, as they are. */
export type Hiding = Pick<Redaction, 'text' | 'name' | 'account'>;

export const NOTHING_HIDDEN: Hiding = {
  text: (text) => text,
  name: (name) => name,
  account: (accountId) => accountId,
};
