import type { RedactedKind } from '../inventory/redacted-kinds.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { createRegister } from './register.ts';

export { pairNodes } from './pair-graphs.ts';
export type { Redactor } from './redactor.ts';

/** Gives redactors that agree with each other: what one calls a thing the next calls it, too. */
export type RedactorFor = (kinds: ReadonlySet<RedactedKind>) => Redactor;

/** Begins afresh: nobody knows any pseudonym yet. */
export function createRedactors(): RedactorFor {
  const register = createRegister();
  return (kinds) => createRedactor(register, kinds);
}
