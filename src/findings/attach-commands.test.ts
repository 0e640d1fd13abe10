import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { attachCommands, attachVerb } from './attach-commands.ts';
import { association, associations, FILE, instance, instances } from './cli-input.test-data.ts';

function nodeOf(state: string, profileName: string | undefined, associated = true) {
  const rows =
    associated && profileName !== undefined
      ? [association('iip-assoc-1', 'i-1', profileName, 'associated')]
      : [];
  const input = {
    ...instances(
      instance('i-1', profileName, { State: { Name: state }, Placement: { AvailabilityZone: 'eu-west-1a' } }),
    ),
    ...associations(...rows),
  };
  const node = buildGraph(readCliDocument(input, FILE).inventory).byKind.instance[0];
  if (node === undefined) throw new Error('the input has one instance');
  return node;
}

describe('the way to give an instance a profile', () => {
  it('is the verb that its state allows', () => {
    expect(attachVerb(nodeOf('running', 'p'))).toBe('replace');
    expect(attachVerb(nodeOf('stopped', 'p'))).toBe('disassociate-first');
    expect(attachVerb(nodeOf('pending', 'p'))).toBe('disassociate-first');
    expect(attachVerb(nodeOf('running', undefined))).toBe('associate');
    expect(attachVerb(nodeOf('terminated', 'p'))).toBe('none');
    expect(attachCommands(nodeOf('shutting-down', 'p'), 'q')).toBeUndefined();
  });

  it('takes the association id that is known, in the region of the instance', () => {
    expect(attachCommands(nodeOf('running', 'p'), 'q')).toBe(
      'aws ec2 replace-iam-instance-profile-association --association-id iip-assoc-1 --iam-instance-profile Name=q --region eu-west-1',
    );
  });

  it('looks the association id up where it is not known', () => {
    const lines = attachCommands(nodeOf('running', 'p', false), 'q')?.split('\n');
    expect(lines?.[0]).toMatch(
      /^ASSOCIATION_ID=\$\(aws ec2 describe-iam-instance-profile-associations .*Values=i-1/,
    );
    expect(lines?.[1]).toContain('--association-id "$ASSOCIATION_ID"');
  });

  it('writes names with signs as JSON, which the shorthand of the CLI would break', () => {
    expect(attachCommands(nodeOf('running', undefined), 'p+=,.@-_')).toContain(
      `--iam-instance-profile '{"Name":"p+=,.@-_"}'`,
    );
  });
});
