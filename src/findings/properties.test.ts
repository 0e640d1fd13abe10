import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { CALL_NAMES, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { answerChains } from './answers.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';
import { CASES } from './load-cases.ts';

const FILE = { label: 'input.json', readAt: toIsoTime('2026-03-02T00:00:00Z') };

/** Where and whose a command was: as it stands in the case, in a region, in another account. */
const anyPlace = fc.constantFrom<(command: string) => string>(
  (command) => command,
  (command) => command,
  (command) => `${command} --region eu-west-1`,
  (command) => `${command} --region us-west-2`,
  (command) => `account 444455556666: ${command}`,
);

/** The inputs of some cases laid over each other: references that hit, miss and clash, errors and statements among them. */
const anyInventory = fc
  .array(fc.tuple(fc.constantFrom(...CASES), anyPlace), { minLength: 1, maxLength: 5 })
  .map((picked) => {
    const commands = picked.flatMap(([{ input }, place]) =>
      Object.entries(input).map(([command, output]) => [place(command), output] as const),
    );
    return readCliDocument(Object.fromEntries(commands), FILE).inventory;
  });

/** What may become of a read: its entry is gone, or says that it did not get to the end. */
const anyLoss = fc.constantFrom<(entry: CoverageEntry) => readonly CoverageEntry[]>(
  (entry) => [entry],
  () => [],
  (entry) => [{ ...entry, status: 'partial', reason: { kind: 'truncated', how: 'IsTruncated is true' } }],
  (entry) => [
    { ...entry, status: 'denied', reason: { kind: 'denied', permission: entry.call, by: 'unknown' } },
  ],
  (entry) => [{ ...entry, status: 'failed', reason: { kind: 'throttled' } }],
);

/**
 * A case of which less was read: what its calls tell of how far they got is worse, and records of such calls are lost. One
 * case alone, as cases laid over each other contradict one another.
 */
const anyReading = fc
  .tuple(
    fc.constantFrom(...CASES),
    fc.array(anyLoss, { minLength: 12, maxLength: 12 }),
    fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  )
  .map(([{ input }, losses, kept]) => {
    const { inventory } = readCliDocument(input, FILE);
    const lost = new Set<string>();
    const coverage = inventory.coverage.flatMap((entry, n) => {
      const left = losses[n % losses.length]?.(entry) ?? [entry];
      if (left.length !== 1 || left[0] !== entry) lost.add(entry.call);
      return left;
    });
    let at = 0;
    const isKept = (record: unknown) => !lost.has(callOf(record)) || kept[at++ % kept.length] === true;
    const lists = Object.entries(inventory).map(([key, value]) => [
      key,
      Array.isArray(value) && key !== 'statements' ? value.filter(isKept) : value,
    ]);
    const less = { ...(Object.fromEntries(lists) as unknown as Inventory), coverage };
    return { inventory, less };
  });

function callOf(record: unknown): string {
  const { origin } = record as { readonly origin?: { readonly call?: string } };
  return origin?.call ?? '';
}

const isAlarm = ({ severity }: Finding) => severity === 'critical' || severity === 'warning';

const findingsOf = (inventory: Inventory) => diagnose(buildGraph(inventory));

describe('findings, whatever the input', () => {
  it('never raise a new alarm because less was read', () => {
    fc.assert(
      fc.property(anyReading, ({ inventory, less }) => {
        const before = findingsOf(inventory);
        const after = findingsOf(less);
        const known = new Set(before.map(({ id }) => id));
        expect(after.filter(isAlarm).filter(({ id }) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('turn into "cannot tell" or fall silent when less was read, but never into another verdict', () => {
    fc.assert(
      fc.property(anyReading, ({ inventory, less }) => {
        const before = new Map(findingsOf(inventory).map((finding) => [finding.id, finding]));
        for (const finding of findingsOf(less)) {
          const was = before.get(finding.id);
          // That an empty profile has no user is proved by coverage alone: without it the fault itself stays.
          if (was === undefined || finding.rule === 'empty-profile') continue;
          // A fault weighs less once nobody is seen to use what has it.
          const milder = was.severity === 'critical' ? ['warning'] : [];
          expect([was.severity, 'unknown', ...milder], finding.id).toContain(finding.severity);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come with answers that never turn into the opposite because less was read', () => {
    fc.assert(
      fc.property(anyReading, ({ inventory, less }) => {
        const before = new Map(
          answerChains(buildGraph(inventory)).map((answer) => [answer.instance, answer.outcome]),
        );
        for (const { instance, outcome } of answerChains(buildGraph(less))) {
          expect([before.get(instance), 'cannot-tell'], instance).toContain(outcome);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same in whatever order the records came', () => {
    fc.assert(
      fc.property(anyInventory, fc.infiniteStream(fc.nat()), (inventory, numbers) => {
        const shuffled = Object.fromEntries(
          Object.entries(inventory).map(([key, value]) => [
            key,
            Array.isArray(value) ? shuffle(value, numbers) : value,
          ]),
        ) as unknown as Inventory;
        expect(findingsOf(shuffled)).toEqual(findingsOf(inventory));
        expect(answerChains(buildGraph(shuffled))).toEqual(answerChains(buildGraph(inventory)));
      }),
      { numRuns: 200 },
    );
  });

  it('come out well-formed from arbitrary JSON under any command', () => {
    const commands = [
      ...CALL_NAMES.map((name) => callFacts(name).cli),
      'ec2 run-instances',
      'iam add-role-to-instance-profile --role-name x',
      'sts decode-authorization-message',
      'curl http://169.254.169.254/latest/meta-data/iam/info',
    ];
    const documents = fc.dictionary(fc.constantFrom(...commands), arbitraryOutput(), { maxKeys: 6 });
    fc.assert(
      fc.property(documents, (document) => {
        const graph = buildGraph(readCliDocument(document, FILE).inventory);
        const findings = diagnose(graph);
        for (const finding of findings) {
          expect(finding.nodes.length).toBeGreaterThan(0);
          expect(finding.nodes.every((id) => graph.nodes.has(id))).toBe(true);
          expect(finding.edges.every((id) => graph.edges.some((edge) => edge.id === id))).toBe(true);
          expect(finding.answer).not.toMatch(/undefined|\[object|NaN/);
          expect(`${finding.fix.sentence}${finding.fix.command ?? ''}`).not.toMatch(/undefined|\[object|NaN/);
        }
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        expect(answerChains(graph).every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** JSON with AWS's own keys in it, so that some of it reaches the rules. */
function arbitraryOutput(): fc.Arbitrary<JsonValue> {
  const keys = [
    'Reservations',
    'Instances',
    'InstanceId',
    'State',
    'Name',
    'IamInstanceProfile',
    'Arn',
    'Id',
    'InstanceProfiles',
    'InstanceProfileName',
    'InstanceProfileId',
    'Roles',
    'Role',
    'RoleName',
    'RoleId',
    'AssumeRolePolicyDocument',
    'Statement',
    'Principal',
    'error',
    'Path',
    'IamInstanceProfileAssociations',
    'AssociationId',
    'MetadataOptions',
    'LaunchTemplateVersions',
    'LaunchTemplateData',
    'VersionNumber',
    'SummaryMap',
    'DecodedMessage',
    'Code',
  ];
  const texts = [
    'running',
    'stopped',
    'arn:aws:iam::111122223333:instance-profile/a',
    'arn:aws:iam::111122223333:role/b',
    'AIPA1',
    'i-0123456789abcdef0',
    'a',
    '',
    '*',
    'associated',
    'iip-assoc-1',
    'AROAEXAMPLE0000000001',
    'An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name a cannot be found.',
    'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: Encoded authorization failure message: x',
    'Value (a) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
  ];
  const leaf = fc.oneof(
    fc.constantFrom(...texts),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  return fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 5 }),
    ),
  })).value;
}

function shuffle<Item>(items: readonly Item[], numbers: fc.Stream<number>): readonly Item[] {
  const keys = [...numbers.take(items.length)];
  return items
    .map((item, n) => ({ item, key: keys[n] ?? 0, n }))
    .sort((a, b) => a.key - b.key || b.n - a.n)
    .map(({ item }) => item);
}
