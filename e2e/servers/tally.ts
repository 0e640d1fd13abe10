import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { RESULTS } from './folders.ts';

/**
 * Counts the tests of one run from the reports of Vitest and Playwright and prints the closing line that continuous
 * integration reads. A test that passed only when it was tried again counts as failed.
 */
const UNIT = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const E2E = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  /** What stopped the run as a whole, such as a server that did not start. */
  errors: v.array(v.unknown()),
});

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const unit = read('unit.json', UNIT, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
}));
const e2e = read('e2e.json', E2E, ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
}));
console.log(`${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed} failed`);

function read<TSchema extends v.GenericSchema>(
  name: string,
  schema: TSchema,
  count: (report: v.InferOutput<TSchema>) => Tally,
): Tally {
  const file = `${RESULTS}/${name}`;
  if (!existsSync(file)) {
    console.log(`No ${name}: that part of the tests did not run, see above.`);
    return { passed: 0, failed: 0 };
  }
  return count(v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))));
}
