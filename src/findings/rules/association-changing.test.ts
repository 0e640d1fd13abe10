import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  association,
  associations,
  type CliInput,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
} from '../cli-input.test-data.ts';
import { associationChanging } from './association-changing.ts';

const find = (input: CliInput) => findWith(associationChanging, readCliDocument(input, FILE).inventory);

const lists = {
  ...instances(instance('i-1', 'p')),
  ...profiles(profile('p', [role('p')]), profile('q', [role('q')])),
};
const stamped = (time: string) => ({
  ...association('iip-assoc-1', 'i-1', 'p', 'associating'),
  Timestamp: time,
});

describe('a changing association', () => {
  it('is a note at first, about the edge', () => {
    const [finding] = find({
      ...lists,
      ...associations(association('iip-assoc-1', 'i-1', 'p', 'associating')),
    });
    expect(finding).toMatchObject({ severity: 'info', edgeKinds: ['uses'] });
  });

  it('is stuck after ten minutes, by the time that AWS gives', () => {
    expect(find({ ...lists, ...associations(stamped('2026-03-02T11:45:00Z')) })[0]?.severity).toBe('warning');
    expect(find({ ...lists, ...associations(stamped('2026-03-02T11:55:00Z')) })[0]?.severity).toBe('info');
  });

  it('names both profiles in the middle of a swap', () => {
    const rows = associations(
      association('iip-assoc-1', 'i-1', 'p', 'disassociating'),
      association('iip-assoc-2', 'i-1', 'q', 'associating'),
    );
    const [finding] = find({ ...lists, ...rows });
    expect(finding).toMatchObject({ severity: 'info', edgeKinds: ['uses', 'uses'] });
    expect(finding?.answer).toContain('middle of a swap');
    expect(finding?.fix.command).toContain('Name=q');
  });

  it('is a warning when two rows have settled', () => {
    const rows = associations(
      association('iip-assoc-1', 'i-1', 'p', 'associated'),
      association('iip-assoc-2', 'i-1', 'q', 'associated'),
    );
    expect(find({ ...lists, ...rows })[0]).toMatchObject({
      severity: 'warning',
      title: 'Two associations at once',
    });
  });

  it('says nothing of one that has settled, or of a terminated instance', () => {
    expect(find({ ...lists, ...associations(association('iip-assoc-1', 'i-1', 'p', 'associated')) })).toEqual(
      [],
    );
    const over = instances(instance('i-1', 'p', { State: { Name: 'terminated' } }));
    expect(
      find({ ...lists, ...over, ...associations(association('iip-assoc-1', 'i-1', 'p', 'disassociating')) }),
    ).toEqual([]);
  });
});
