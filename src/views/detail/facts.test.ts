import { describe, expect, it } from 'vitest';
import { exampleInstance, exampleRole } from '../../export/example-graph.ts';
import type { RoleRecord } from '../../inventory/records.ts';
import { durationWords, instanceFacts, roleFacts } from './facts.ts';
import { splitMarked } from './marked-text.tsx';

const listed: RoleRecord = {
  origin: { call: 'iam:ListRoles', label: 'live' },
  RoleName: 's3access',
  details: 'listed',
  MaxSessionDuration: 5400,
};

function value(record: RoleRecord, label: string): string | undefined {
  return roleFacts({ ...exampleRole, record })
    .flatMap((group) => group.facts)
    .find((fact) => fact.label === label)?.value;
}

describe('Fields of a node', () => {
  it('says "not read yet" of what a list leaves out, and "none" only once the role itself was read', () => {
    expect(value(listed, 'Boundary')).toBe('not read yet');
    expect(value({ ...listed, details: 'full' }, 'Boundary')).toBe('none');
    expect(value(listed, 'Last used')).toBe('not read yet');
    expect(value({ ...listed, details: 'full' }, 'Last used')).toContain('400 days');
  });

  it('leaves out what no source gave', () => {
    const labels = instanceFacts(exampleInstance).flatMap((group) => group.facts.map((fact) => fact.label));
    expect(labels).toContain('Private IP');
    expect(labels).not.toContain('Public IP');
    expect(instanceFacts(exampleInstance).map((group) => group.heading)).toEqual(['Instance', 'Network']);
  });

  it('writes durations as people say them', () => {
    expect([3600, 5400, 900].map(durationWords)).toEqual(['1 h', '1 h 30 min', '15 min']);
  });
});

describe('Sentences with marked names', () => {
  it('set the names apart and keep every other character', () => {
    expect(splitMarked('`a b` runs as `<i>`.')).toEqual([
      { text: 'a b', isName: true },
      { text: ' runs as ', isName: false },
      { text: '<i>', isName: true },
      { text: '.', isName: false },
    ]);
    expect(splitMarked('lone ` tick')).toEqual([{ text: 'lone ` tick', isName: false }]);
  });
});
