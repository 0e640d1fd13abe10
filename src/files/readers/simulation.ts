import type { Reader } from '../reader.ts';

/** IAM API `SimulatePrincipalPolicy`: a verdict of the day it was asked, and no record of the account. */
export const readSimulation: Reader = (_output, source) => {
  source.note(
    `${source.command.label}: a verdict of the policy simulator says nothing of what exists, and was left out.`,
  );
  return { part: {}, records: 0, supplied: true };
};
