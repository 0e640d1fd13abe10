import { expect, test } from 'vitest';
import { blackOut, crashReport } from './crash-report.ts';

test('a report names the fault and the place, and nothing of the account', () => {
  const error = new Error(
    'No node arn:aws:iam::111122223333:role/s3access for i-0a1b2c3d4e5f67890 with AKIAIOSFODNN7EXAMPLE',
  );
  const report = crashReport(error, '\n    at GraphView\n    at Shell', 'Chromium');
  expect(report).toContain('Error: No node [arn] for [id] with [id]');
  expect(report).toContain('at GraphView');
  expect(report).not.toMatch(/s3access|111122223333|0a1b2c3d|IOSFODNN7/);
});

test('secrets and tokens are hidden whatever they look like', () => {
  expect(blackOut('wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY')).toBe('[hidden]');
  expect(blackOut(`token ${'IQoJb3JpZ2luX2Vj'.repeat(20)}`)).toBe('token [hidden]');
});

test('file names and lines of the stack stay readable, without the query of the address', () => {
  const line = 'at draw (http://localhost:5173/src/views/graph/graph-view.tsx?t=1732:10:5)';
  expect(blackOut(line)).toContain('/src/views/graph/graph-view.tsx');
  expect(blackOut(line)).not.toContain('?t=');
});
