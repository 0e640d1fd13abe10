import { describe, expect, test } from 'vitest';
import { toNodeId } from '../graph/draft.ts';
import type { ProfileNode, SourceNode } from '../graph/graph.ts';
import { toArn, toRegion } from '../inventory/ids.ts';
import { example } from './example.test-data.ts';
import { nodeLines } from './mark-text.ts';

const { graph } = example({});

describe('the two lines of a mark', () => {
  const template: SourceNode = {
    kind: 'launch-template',
    id: toNodeId('launch-template:x'),
    label: 'image-bake, version 3',
    region: toRegion('eu-west-1'),
    record: {
      origin: { call: 'ec2:DescribeLaunchTemplateVersions', label: 'test' },
      LaunchTemplateName: 'image-bake',
      VersionNumber: 3,
    },
  };

  function textsIn(room: number): readonly string[] {
    const { title, subtitle } = nodeLines(graph, template, room);
    return [title.text, subtitle.text];
  }

  test('a launch template has its name in the first and its version in the second, however narrow', () => {
    expect(textsIn(300)).toEqual(['image-bake', 'launch template · version 3 · euw1']);
    expect(textsIn(140)).toEqual(['image-bake', 'template version 3 · euw1']);
    expect(textsIn(110)).toEqual(['image-bake', 'template v3 · euw1']);
  });

  test('what a launch template names by the ARN of a role is not called a missing profile', () => {
    const misnomer: ProfileNode = {
      kind: 'profile',
      id: toNodeId('profile:x'),
      label: 'runner',
      name: 'runner',
      arn: toArn('arn:aws:iam::111122223333:role/runner'),
      ghost: {
        kind: 'gone',
        why: 'it is a role ARN, not an instance profile ARN: EC2 takes no role here',
      },
    };
    expect(nodeLines(graph, misnomer, 160).subtitle.text).toBe('a role ARN, not a profile');
    expect(nodeLines(graph, misnomer, 90).subtitle.text).toBe('a role ARN');
  });
});
