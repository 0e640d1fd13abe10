import { describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import {
  ACCOUNT,
  instance,
  inventoryOf,
  originOf,
  profile,
  reference,
  role,
} from '../graph/records.test-data.ts';
import { toArn } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import { buildScene, type SceneOptions } from './build-scene.ts';
import { CARD_HEIGHT, ROW_GAP } from './geometry.ts';
import { placeNearLinks } from './order-policies.ts';
import type { Mark, Scene } from './scene.ts';
import { trunkLanes } from './trunks.ts';

const AWS = 'arn:aws:iam::aws:policy/';

/** Instances `i-<role>`, each with a role of that name, and the managed and inline policies of each. */
function sceneOf(
  roles: Readonly<
    Record<string, { readonly managed?: readonly string[]; readonly inline?: readonly string[] }>
  >,
  options: Partial<SceneOptions> = {},
  more: InventoryPart = {},
): Scene {
  const names = Object.keys(roles);
  const graph = buildGraph(
    inventoryOf({
      instances: names.map((name) => instance(`i-${name}`, reference(name))),
      instanceProfiles: names.map((name) => profile(name, [role(name)])),
      rolePolicies: Object.entries(roles).map(([RoleName, { managed = [], inline = [] }]) => ({
        origin: originOf('iam:GetAccountAuthorizationDetails'),
        accountId: ACCOUNT,
        RoleName,
        AttachedPolicies: managed.map((PolicyName) => ({ PolicyName, PolicyArn: toArn(AWS + PolicyName) })),
        InlinePolicyNames: inline,
        InlinePolicies: inline.map((PolicyName) => ({ PolicyName, PolicyDocument: '{}' })),
      })),
      ...more,
    }),
  );
  return buildScene(graph, listChains(graph), [], { openFolds: [], policies: true, ...options });
}

const policies = (scene: Scene): readonly Mark[] =>
  scene.columns.find((column) => column.kind === 'policy')?.marks ?? [];
const titles = (scene: Scene) => policies(scene).map((mark) => mark.title.full);
const wiresTo = (scene: Scene, title: string) => {
  const mark = policies(scene).find((each) => each.title.full === title);
  return scene.wires.filter((wire) => wire.to === mark?.id);
};

describe('the column of policies', () => {
  const two = { a: { managed: ['Shared'], inline: ['own'] }, b: { managed: ['Shared'] } };

  it('is there only when asked for, and only when a policy is known', () => {
    expect(sceneOf(two, { policies: false }).columns.map((column) => column.kind)).toEqual([
      'instance',
      'profile',
      'role',
    ]);
    expect(sceneOf({ a: {} }).columns).toHaveLength(3);
    expect(sceneOf(two).columns.at(-1)).toMatchObject({ kind: 'policy', heading: 'Policies', count: 2 });
  });

  it('leaves every other mark where it was', () => {
    const without = sceneOf(two, { policies: false });
    const withThem = sceneOf(two);
    for (const [id, { x, y }] of without.marks) expect(withThem.marks.get(id)).toMatchObject({ x, y });
  });

  it('draws a shared policy once, with a wire from each role', () => {
    const scene = sceneOf(two);
    expect(titles(scene)).toEqual(['own', 'Shared']);
    expect(wiresTo(scene, 'Shared')).toHaveLength(2);
    expect(policies(scene).map((mark) => mark.subtitle.full)).toContain('AWS managed · 2 roles · not read');
  });

  it('dots the wire to a boundary', () => {
    const bounded = role('a', {
      details: 'full',
      PermissionsBoundary: { PermissionsBoundaryArn: toArn(`${AWS}Limit`) },
    });
    const scene = sceneOf({ a: { inline: ['own'] } }, {}, { roles: [bounded] });
    expect(wiresTo(scene, 'Limit').map((wire) => wire.bounds)).toEqual([true]);
    expect(wiresTo(scene, 'own').map((wire) => wire.bounds)).toEqual([false]);
  });

  it('folds the many policies of one role after the first three, and opens them', () => {
    const many = { a: { inline: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] } };
    const folded = sceneOf(many);
    expect(titles(folded)).toEqual(['p1', 'p2', 'p3', '3 more policies']);
    expect(wiresTo(folded, '3 more policies')[0]?.edges).toHaveLength(3);
    const key = policies(folded).at(-1)?.fold?.key ?? '';
    expect(titles(sceneOf(many, { openFolds: [key] }))).toEqual([
      'p1',
      'p2',
      'p3',
      '3 more policies',
      'p4',
      'p5',
      'p6',
    ]);
  });

  it('starts the policies of a role on the row of the role', () => {
    const scene = sceneOf({ a: { inline: ['own'] }, b: {}, c: { inline: ['last'] } });
    const roles = scene.columns.find((column) => column.kind === 'role')?.marks ?? [];
    expect(policies(scene).map((mark) => mark.y)).toEqual([roles[0]?.y, roles[2]?.y]);
  });

  it('keeps marks apart and in order, whatever is shared', () => {
    const names = Array.from({ length: 40 }, (_, at) => `r${at}`);
    const scene = sceneOf(
      Object.fromEntries(
        names.map((name, at) => [
          name,
          { managed: [`M${at % 7}`, `N${at % 3}`], inline: at % 2 ? [`own-${at}`, `more-${at}`] : [] },
        ]),
      ),
    );
    const marks = policies(scene);
    expect(marks).toHaveLength(50);
    for (const [at, mark] of marks.slice(1).entries()) {
      expect(mark.y - (marks[at]?.y ?? 0)).toBeGreaterThanOrEqual(CARD_HEIGHT + ROW_GAP);
    }
    expect(scene.height).toBeGreaterThan((marks.at(-1)?.y ?? 0) + CARD_HEIGHT);
  });
});

const item = (id: string, ...links: readonly number[]) => ({ id, key: id, links });

describe('the order of policies', () => {
  const space = { top: 0, height: 44, gap: 10 };

  it('follows the roles, so that wires cross no more than they must', () => {
    const placed = placeNearLinks([item('a', 300), item('b', 200, 220), item('c', 100)], space);
    expect(placed.map(({ item: { id } }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('puts each as near to its roles as the others leave room, and none above the top', () => {
    const placed = placeNearLinks([item('a', 500), item('b', 500), item('c', 40)], space);
    expect(placed.map(({ y }) => y)).toEqual([18, 478, 532]);
    const crowded = placeNearLinks([item('a', 22), item('b', 23), item('c', 24)], space);
    expect(crowded.map(({ y }) => y)).toEqual([0, 54, 108]);
  });

  it('of what shares a place puts what is used most first', () => {
    const placed = placeNearLinks([item('a', 90, 110), item('z', 80, 100, 120)], space);
    expect(placed.map(({ item: { id } }) => id)).toEqual(['z', 'a']);
  });
});

describe('the uprights of wires', () => {
  it('that pass each other stand apart, as long as there are lanes', () => {
    const lanes = trunkLanes(
      [
        { id: 'a', top: 0, bottom: 100 },
        { id: 'b', top: 50, bottom: 150 },
        { id: 'c', top: 120, bottom: 200 },
      ],
      4,
    );
    expect(lanes.get('a')).not.toBe(lanes.get('b'));
    expect(lanes.get('a')).toBe(lanes.get('c'));
    const few = trunkLanes(
      Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, top: at, bottom: 100 + at })),
      3,
    );
    expect(Math.max(...few.values())).toBe(2);
  });
});
