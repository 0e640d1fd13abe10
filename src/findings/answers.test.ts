import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { answerChains } from './answers.ts';
import {
  type CliInput,
  FILE,
  instance,
  instances,
  profile,
  profiles,
  role,
  trust,
} from './cli-input.test-data.ts';

const answer = (input: CliInput) => answerChains(buildGraph(readCliDocument(input, FILE).inventory))[0];
const why = (input: CliInput) => answer(input)?.sentence;

const named = { Tags: [{ Key: 'Name', Value: 'web-1' }] };
const uses = instances(instance('i-1', 'p', named));

describe('the answer for an instance', () => {
  it('says what it runs as, by its name and id', () => {
    expect(answer({ ...uses, ...profiles(profile('p', [role('s3access')])) })).toMatchObject({
      outcome: 'runs-as',
      sentence: '`web-1` (`i-1`) runs as role `s3access` through profile `p`.',
    });
  });

  it('has hints for the host only when the chain is right', () => {
    const right = answer({ ...uses, ...profiles(profile('p', [role('r')])) });
    expect(right?.hints.join(' ')).toMatch(/NO_PROXY=169\.254\.169\.254.*controller/);
    expect(answer({ ...uses, ...profiles(profile('p', [])) })?.hints).toEqual([]);
  });

  it('says why it has no credentials', () => {
    const lambda = trust({ Principal: { Service: 'lambda.amazonaws.com' } });
    expect(why({ ...uses, ...profiles(profile('p', [])) })).toContain('its profile `p` contains no role');
    expect(why({ ...uses, ...profiles() })).toContain('its profile `p` is gone');
    expect(why({ ...uses, ...profiles(profile('p', [role('r', lambda)])) })).toContain(
      'EC2 may not assume role `r`',
    );
    expect(why(instances(instance('i-1')))).toContain('no instance profile is attached');
    const off = instances(instance('i-1', 'p', { MetadataOptions: { HttpEndpoint: 'disabled' } }));
    expect(why({ ...off, ...profiles(profile('p', [role('r')])) })).toContain(
      'its metadata endpoint is disabled',
    );
  });

  it('cannot tell what was not read, and names the call', () => {
    expect(answer(uses)).toMatchObject({ outcome: 'cannot-tell' });
    expect(answer(uses)?.sentence).toContain('iam:ListInstanceProfiles');
    const { Roles: _left, ...trimmed } = profile('p', []);
    expect(answer({ ...uses, ...profiles(trimmed) })?.sentence).toContain(
      'does not say which role profile `p` holds',
    );
  });

  it('says no more of a terminated instance than that', () => {
    const over = instances(instance('i-1', 'gone', { State: { Name: 'terminated' } }));
    expect(answer({ ...over, ...profiles() })?.sentence).toBe('`i-1` is terminated, so it runs as nothing.');
  });
});
