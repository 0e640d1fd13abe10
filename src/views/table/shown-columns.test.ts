import { describe, expect, it } from 'vitest';
import { defaultColumns, formatShownColumns, parseShownColumns } from './shown-columns.ts';

describe('Chosen columns', () => {
  it('come back as they were kept', () => {
    const chosen = parseShownColumns('roleArn,instanceName');
    expect(formatShownColumns(chosen)).toBe('instanceName,roleArn');
    expect(parseShownColumns(formatShownColumns(chosen))).toEqual(chosen);
  });

  it('are the usual ones when nothing, or nothing known, was kept', () => {
    for (const stored of [null, '', 'gone,__proto__', ',,,']) {
      expect(parseShownColumns(stored)).toEqual(defaultColumns());
    }
  });
});
