import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { buildScene } from './build-scene.ts';
import { type Example, example } from './example.test-data.ts';
import type { Mark, Scene } from './scene.ts';
import { textWidth } from './text-width.ts';

const WEB = Array.from({ length: 5 }, (_, n) => ({ name: `web-${n + 1}`, profile: 'web' }));

function draw(about: Example, openFolds: readonly string[] = [], findings: readonly Finding[] = []): Scene {
  const { graph, chains } = example(about);
  return buildScene(graph, chains, findings, { openFolds });
}

function titles(scene: Scene, kind: string): readonly string[] {
  return (scene.columns.find((column) => column.kind === kind)?.marks ?? []).map((mark) => mark.title.full);
}

function markTitled(scene: Scene, title: string): Mark {
  const mark = [...scene.marks.values()].find((each) => each.title.full === title);
  if (!mark)
    throw new Error(
      `No mark titled ${title}; there are ${[...scene.marks.values()].map((each) => each.title.full).join(', ')}`,
    );
  return mark;
}

describe('a chain', () => {
  test('reads as one straight line from instance through profile to role', () => {
    const scene = draw({
      instances: [{ name: 'db', profile: 'db-profile' }],
      profiles: { 'db-profile': 'db-role' },
    });
    expect(scene.columns.map((column) => column.heading)).toEqual([
      'Instances',
      'Instance profiles',
      'Roles',
    ]);
    expect(new Set([...scene.marks.values()].map((mark) => mark.y)).size).toBe(1);
    expect(scene.wires.map((wire) => [wire.tone, wire.tag])).toEqual([
      ['confirmed', undefined],
      ['confirmed', 'names differ'],
    ]);
  });

  test('says aloud what it is, how it is linked and what is wrong', () => {
    const scene = draw({ instances: [{ name: 'db', profile: 'db' }], profiles: { db: '' } });
    expect(markTitled(scene, 'db').spoken).toBe(
      'Instance db, i-db, running, m6i.large in eu-west-1a. Uses instance profile db.',
    );
    expect(scene.columns[2]?.marks[0]?.spoken).toBe(
      'Role no role: no role in this profile: the instance gets no credentials.',
    );
    expect(scene.columns[1]?.marks[0]?.spoken).toBe(
      'Instance profile db. Broken: no role in this profile: the instance gets no credentials. Used by 1 instance.',
    );
  });

  test('says aloud that names differ', () => {
    const scene = draw({
      profiles: { 'db-profile': 'db-role' },
      instances: [{ name: 'db', profile: 'db-profile' }],
    });
    expect(markTitled(scene, 'db-profile').spoken).toContain('Holds role db-role. Their names differ.');
  });

  test.each(['tightest', 'tight', 'regular', 'wide', 'widest'] as const)(
    'in %s columns the tag "names differ" covers neither profile nor role',
    (room) => {
      const { graph, chains } = example({
        instances: ['p1', 'p2', 'p3'].map((name) => ({ name, profile: name })),
        profiles: { p1: 'shared', p2: 'shared', p3: 'shared' },
      });
      const scene = buildScene(graph, chains, [], { openFolds: [], room });
      const [, profiles, roles] = scene.columns;
      const tagged = scene.wires.filter((wire) => wire.tag !== undefined);
      expect(tagged).toHaveLength(3);
      for (const wire of tagged) {
        const half = (textWidth(wire.tag ?? '', { family: 'sans', size: 11 }) + 14) / 2;
        expect(wire.middle.x - half).toBeGreaterThanOrEqual((profiles?.x ?? 0) + (profiles?.width ?? 0));
        expect(wire.middle.x + half).toBeLessThanOrEqual(roles?.x ?? 0);
      }
    },
  );

  test('a role in several profiles is one mark with a wire from each', () => {
    const scene = draw({
      instances: [
        { name: 'a', profile: 'p1' },
        { name: 'b', profile: 'p2' },
      ],
      profiles: { p1: 'shared', p2: 'shared' },
    });
    expect(titles(scene, 'role')).toEqual(['shared']);
    expect(scene.wires.filter((wire) => wire.to === markTitled(scene, 'shared').id)).toHaveLength(2);
    expect(markTitled(scene, 'shared').subtitle.full).toBe('in 2 profiles · 2 instances');
  });
});

describe('folding', () => {
  test('like instances of one profile fold into a stack with its count', () => {
    const scene = draw({ instances: WEB, profiles: { web: 'web' } });
    expect(titles(scene, 'instance')).toEqual(['web-*']);
    const stack = markTitled(scene, 'web-*');
    expect([stack.count, stack.nodes.length, stack.state]).toEqual([5, 5, 'running']);
  });

  test('instances of one Auto Scaling group fold whatever they are called', () => {
    const tags = { 'aws:autoscaling:groupName': 'blue' };
    const scene = draw({
      instances: ['x', 'y', 'z'].map((name) => ({ name, profile: 'web', tags })),
      profiles: { web: 'web' },
    });
    expect(scene.columns[0]?.marks).toHaveLength(1);
    expect(scene.columns[0]?.marks[0]?.subtitle.full).toContain('Auto Scaling group blue');
  });

  test('two are no stack, and neither are instances of different state or region', () => {
    expect(titles(draw({ instances: WEB.slice(0, 2), profiles: { web: 'web' } }), 'instance')).toEqual([
      'web-1',
      'web-2',
    ]);
    const mixed = WEB.map((each, n) => ({
      ...each,
      state: n % 2 ? 'stopped' : 'running',
      region: n < 2 ? 'us-east-1' : 'eu-west-1',
    }));
    expect(titles(draw({ instances: mixed, profiles: { web: 'web' } }), 'instance')).toHaveLength(5);
  });

  test('opening a stack keeps everything above it and beside it where it was', () => {
    const about: Example = {
      instances: [{ name: 'app', profile: 'app' }, ...WEB, { name: 'zed', profile: 'zed' }],
      profiles: { app: 'app', web: 'web', zed: 'zed' },
    };
    const closed = draw(about);
    const stack = markTitled(closed, 'web-*');
    const open = draw(about, [stack.fold?.key ?? '']);
    expect(titles(open, 'instance')).toEqual([
      'app',
      'web-*',
      'web-1',
      'web-2',
      'web-3',
      'web-4',
      'web-5',
      'zed',
    ]);
    for (const mark of closed.marks.values()) {
      if (mark.y > stack.y) continue;
      expect(open.marks.get(mark.id), mark.title.full).toMatchObject({ x: mark.x, y: mark.y });
    }
    expect(markTitled(open, 'web-*').fold?.open).toBe(true);
  });

  test('an instance whose own link is broken stands beside the stack of its fellows', () => {
    const scene = draw({
      instances: [...WEB, { name: 'web-6', profile: 'web', profileId: 'old' }],
      profiles: { web: 'web' },
    });
    expect(titles(scene, 'instance')).toEqual(['web-6', 'web-*']);
    expect(scene.wires.find((wire) => wire.from === markTitled(scene, 'web-6').id)?.tone).toBe('broken');
  });

  test('profiles that no instance uses fold into one line with their roles', () => {
    const scene = draw({ profiles: { a: 'ra', b: 'rb', c: 'rc' } });
    expect(titles(scene, 'profile')).toEqual(['3 profiles no instance uses']);
    expect(titles(scene, 'role')).toEqual([]);
    expect(scene.columns.map((column) => column.count)).toEqual([0, 3, 3]);
  });

  test('an empty profile is not folded away with the unused ones', () => {
    const scene = draw({ profiles: { a: 'ra', b: 'rb', c: 'rc', hollow: '' } });
    expect(titles(scene, 'profile')).toEqual(['hollow', '3 profiles no instance uses']);
  });

  test('nothing is called unused when the instances could not be read', () => {
    const scene = draw({ profiles: { a: 'ra', b: 'rb', c: 'rc' }, unread: ['ec2:DescribeInstances'] });
    expect(titles(scene, 'profile')).toEqual(['3 profiles, no user seen']);
  });

  test('roles that trust EC2 and sit in no profile fold into one line', () => {
    const scene = draw({ roles: ['a', 'b', 'c', 'd', 'lambda'], distrusting: ['lambda'] });
    expect(titles(scene, 'role')).toEqual(['4 EC2 roles in no profile']);
  });

  test('instances without a profile fold into one line', () => {
    const scene = draw({ instances: ['a', 'b', 'c'].map((name) => ({ name })) });
    expect(titles(scene, 'instance')).toEqual(['3 instances without a profile']);
  });
});

describe('order', () => {
  test('what is broken comes first, then labels as people count', () => {
    const scene = draw({
      instances: ['app-10', 'app-2', 'zoo'].map((name) => ({ name, profile: name })),
      profiles: { 'app-10': 'app-10', 'app-2': 'app-2', zoo: '' },
    });
    expect(titles(scene, 'instance')).toEqual(['zoo', 'app-2', 'app-10']);
  });
});

describe('telling the truth about a link', () => {
  test('a trust that refuses EC2 breaks the wire between profile and role', () => {
    const scene = draw({
      instances: [{ name: 'fn', profile: 'fn' }],
      profiles: { fn: 'fn-role' },
      distrusting: ['fn-role'],
    });
    expect(scene.wires.map((wire) => wire.tone)).toEqual(['confirmed', 'broken']);
    expect(markTitled(scene, 'fn-role')).toMatchObject({
      tone: 'broken',
      dashed: false,
      subtitle: { full: 'does not let EC2 assume it' },
    });
  });

  test('a profile that is gone is a red dashed ghost, one that could not be read a grey one', () => {
    const instances = [{ name: 'x', profile: 'lost' }];
    const gone = draw({ instances, profiles: {} });
    expect(markTitled(gone, 'lost')).toMatchObject({ tone: 'broken', dashed: true });
    expect(gone.columns[1]?.count).toBe(0);
    const unread = draw({ instances, profiles: {}, unread: ['iam:ListInstanceProfiles'] });
    expect(markTitled(unread, 'lost')).toMatchObject({ tone: 'unknown', dashed: true });
  });
});
