import type { Verdict } from './case-expected.test-data.ts';
import { FIRST_VERDICTS } from './case-verdicts-1.test-data.ts';
import { LAST_VERDICTS } from './case-verdicts-2.test-data.ts';

/** The verdict of each case, by its id. */
export const VERDICTS: Readonly<Record<number, Verdict>> = { ...FIRST_VERDICTS, ...LAST_VERDICTS };
