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
} from '../cli-input.test-data.ts';
import { stoppedInstance } from './stopped-instance.ts';

const find = (input: CliInput) => findWith(stoppedInstance, readCliDocument(input, FILE).inventory);

describe('a stopped instance', () => {
  it('gets the two steps, with its association id', () => {
    const [finding] = find({
      ...instances(instance('i-1', 'p', { State: { Name: 'stopped' } })),
      ...associations(association('iip-assoc-1', 'i-1', 'p', 'associated')),
    });
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['instance'] });
    expect(finding?.fix.command).toMatch(
      /^aws ec2 disassociate-iam-instance-profile --association-id iip-assoc-1\naws ec2 associate/,
    );
  });

  it('is not spoken of while it runs or has no association', () => {
    const rows = associations(association('iip-assoc-1', 'i-1', 'p', 'associated'));
    expect(find({ ...instances(instance('i-1', 'p')), ...rows })).toEqual([]);
    expect(find(instances(instance('i-1', undefined, { State: { Name: 'stopped' } })))).toEqual([]);
  });
});
