import * as fc from 'fast-check';
import { gzipSync, strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Allowance, allowanceOf, LIMITS, MOST_NOTES, MOST_VALUES } from './limits.ts';
import { FileLoad } from './load-files.ts';
import { type InputAnswer, readInput } from './read-input.ts';

const GOOD = JSON.stringify({
  Reservations: [
    {
      OwnerId: '111122223333',
      Instances: [
        {
          InstanceId: 'i-0a1b2c3d4e5f67890',
          Placement: { AvailabilityZone: 'eu-west-1a' },
          IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web', Id: 'AIPAEXAMPLE' },
        },
      ],
    },
  ],
});
const GOOD_YAML = 'InstanceProfiles:\n- InstanceProfileName: web\n  Roles:\n  - RoleName: app\n';

/** One push of the unpacker may bring this much more than what is allowed before it is stopped. */
const ONE_PUSH = 17_000_000;

function read(bytes: Uint8Array | string, allowance: Allowance = allowanceOf()): readonly InputAnswer[] {
  const own = Object.getOwnPropertyNames(Object.prototype);
  const answers = [...readInput({ name: 'a', bytes: bytesOf(bytes) }, allowance)];
  expect(answers.length).toBeGreaterThan(0);
  for (const { result } of answers) {
    if (result.ok) expect(result.value.notes.length).toBeLessThanOrEqual(MOST_NOTES + 3);
    else expect(`${result.error.message} ${result.error.remedy}`).toMatch(/^[A-Z“].{15,}/s);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return answers;
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? strToU8(content) : content;
}

function kinds(answers: readonly InputAnswer[]): readonly string[] {
  return answers.map(({ result }) => (result.ok ? 'read' : result.error.kind));
}

describe('whatever the bytes are, the answer is a reading or a message', () => {
  test('random bytes, as they are and behind the mark of an archive', () => {
    const mark = fc.constantFrom(
      [],
      [0x1f, 0x8b, 8, 0],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
    );
    fc.assert(
      fc.property(mark, fc.uint8Array({ maxLength: 400 }), (start, bytes) => {
        read(Uint8Array.from([...start, ...bytes]));
      }),
      { numRuns: 500 },
    );
  });

  const sources: readonly (readonly [string, Uint8Array])[] = [
    ['JSON', strToU8(GOOD)],
    ['YAML', strToU8(GOOD_YAML)],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${GOOD}`, 'utf16le'))],
    ['gzip', gzipSync(strToU8(GOOD))],
    ['zip', zipSync({ 'a.json': strToU8(GOOD), 'b.yaml': strToU8(GOOD_YAML) })],
  ];

  test.each(sources)('a good %s file cut off at any place', (_, bytes) => {
    for (let end = 0; end < bytes.length; end += 1) read(bytes.subarray(0, end));
  });

  test.each(sources)('a good %s file with any bytes changed', (_, bytes) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bad = bytes.slice();
        for (const [at, byte] of changes) bad[at] = byte;
        read(bad);
      }),
      { numRuns: 200 },
    );
  });

  test('text that is almost YAML', () => {
    const words = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a ',
      '| ',
      '> ',
      '? ',
      '#',
      '!!map ',
      '<<',
      '---\n',
      ',',
      '\t',
      '%',
      '@',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        read(`InstanceProfiles:\n${parts.join('')}`);
      }),
      { numRuns: 500 },
    );
  });
});

function deep(open: string, close: string): string {
  return `{"Reservations": ${open.repeat(100_000)}${close.repeat(100_000)}}`;
}

describe('hostile files', () => {
  test.each([
    ['JSON nested deep', deep('[', ']'), 'too-deep'],
    ['JSON objects nested deep', deep('{"a":', '}'), 'too-deep'],
    ['YAML lists nested deep', `Roles: ${'['.repeat(100_000)}`, 'too-deep'],
    ['YAML maps nested deep', `Roles: ${'{'.repeat(100_000)}`, 'too-deep'],
    ['YAML maps opened on line after line', `Roles: {{{{{{{{\n`.repeat(5_000), 'too-deep'],
    ['YAML items nested on one line', `Roles:\n${'- '.repeat(50_000)}`, 'too-deep'],
    ['YAML keys nested on one line', `Roles:\n${'? '.repeat(50_000)}`, 'too-deep'],
    ['more values than any account has', `[${'1,'.repeat(MOST_VALUES + 1)}1]`, 'too-large'],
    [
      'more keys than there are commands',
      `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
      'too-large',
    ],
    ['ten megabytes in one line', 'x'.repeat(10_000_000), 'not-json'],
    ['an error text that begins over and over', 'An error occurred ('.repeat(500_000), 'not-json'],
    ['a prompt that never ends', `$ aws ${'x'.repeat(10_000_000)}`, 'not-json'],
    ['NUL bytes', '\0'.repeat(1_000), 'not-text'],
    [
      'a half surrogate in UTF-16',
      Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x7b, 0x00, 0x00, 0xdc, 0x01]),
      'not-json',
    ],
    ['a key with ten million characters', `{"${'ec2 '.repeat(2_500_000)}": {}}`, 'read'],
  ])('%s', (_, content, kind) => {
    expect(kinds(read(content))).toEqual([kind]);
  });

  test('aliases that would blow up a YAML text', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `k${i}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    expect(kinds(read(`k: &l0 [x]\n${levels.join('\n')}\n`))).toEqual(['not-json']);
  });

  test('keys that would change what all objects inherit', () => {
    const evil = '{"polluted": true}';
    const json = `{"__proto__": ${evil}, "constructor": {"prototype": ${evil}}, "Reservations": [{"__proto__": ${evil}, "Instances": [{"InstanceId": "i-1", "__proto__": ${evil}, "Tags": ${evil}}]}]}`;
    const [answer] = read(json);
    expect(answer?.result.ok && answer.result.value.inventory.instances.length).toBe(1);
    read(
      `__proto__:\n  polluted: true\nconstructor:\n  prototype:\n    polluted: true\nRoles:\n- RoleName: a\n  __proto__: {polluted: true}\n`,
    );
    read(`{"iam get-account-summary": {"SummaryMap": {"__proto__": 1, "constructor": 2, "Roles": 3}}}`);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a record of which every field is wrong: what is said of a million of them is cut', () => {
    const bad = { InstanceId: 'i-1', LaunchTime: 'never', Tags: 5, State: [] };
    const [answer] = read(
      JSON.stringify({ Reservations: [{ Instances: Array.from({ length: 5_000 }, () => bad) }] }),
    );
    expect(answer?.result.ok && answer.result.value.notes.at(-1)).toBe(
      `${5_000 - MOST_NOTES} more remarks of this kind.`,
    );
  });
});

describe('archives', () => {
  const zeros = new Uint8Array(40_000_000);

  test('a gzip that unpacks to a thousand times its size is stopped on the way', () => {
    const allowance = allowanceOf();
    expect(kinds(read(gzipSync(zeros), allowance))).toEqual(['too-large']);
    expect(LIMITS.unpackedBytes - allowance.bytes).toBeLessThan(ONE_PUSH);
  });

  test('a zip of such files is stopped at the first, whatever follows', () => {
    const allowance = allowanceOf();
    const bomb = zipSync({ 'a.json': zeros, 'b.json': zeros, 'c.json': zeros });
    expect(kinds(read(bomb, allowance))).toEqual(['too-large']);
    expect(LIMITS.unpackedBytes - allowance.bytes).toBeLessThan(ONE_PUSH);
  });

  test('a zip may not lie about the size of what is in it', () => {
    const bomb = zipSync({ 'a.json': zeros });
    // The size in the header of the file and in the directory.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(22, 10, true);
    const directory = new DataView(bomb.buffer).getUint32(bomb.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    expect(kinds(read(bomb))).toEqual(['too-large']);
  });

  test('what all archives of a load unpack to is bounded together', () => {
    const allowance: Allowance = { bytes: 250_000, entries: 10, ratio: 300 };
    const text = JSON.stringify({ Roles: [{ RoleName: 'r', Description: 'x'.repeat(99_000) }] });
    const load = new FileLoad(allowance);
    for (const name of ['a.gz', 'b.gz', 'c.gz']) load.add({ name, bytes: gzipSync(strToU8(text)) });
    const { reports, reading } = load.result();
    expect(reports.map((report) => report.error?.kind)).toEqual([undefined, undefined, 'too-large']);
    expect(reading?.inventory.roles.length).toBe(1);
  });

  test('more files than any account gives are not unpacked', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.json`, strToU8(GOOD)]));
    const answers = read(zipSync(files), { bytes: 1_000_000, entries: 5, ratio: 300 });
    expect(kinds(answers)).toEqual([...Array<string>(5).fill('read'), 'too-large']);
  });

  test('archives in archives are refused with a message; a gzip in a zip is read', () => {
    const inner = zipSync({ 'a.json': strToU8(GOOD) });
    expect(kinds(read(zipSync({ 'inner.zip': inner, 'b.json.gz': gzipSync(strToU8(GOOD)) })))).toEqual([
      'archive',
      'read',
    ]);
    expect(kinds(read(gzipSync(inner)))).toEqual(['archive']);
    expect(kinds(read(gzipSync(gzipSync(strToU8(GOOD)))))).toEqual(['archive']);
  });

  test('a broken file in a zip loses no other', () => {
    const zip = zipSync({
      'a.json': strToU8(GOOD),
      'b.json': strToU8(GOOD.slice(0, 50)),
      'c.yaml': strToU8(GOOD_YAML),
    });
    expect(kinds(read(zip))).toEqual(['read', 'cut-off', 'read']);
  });

  test('folders and what macOS adds are passed over; an archive of nothing else is said to be empty', () => {
    const clutter = { '__MACOSX/._a.json': strToU8('x'), 'sub/.DS_Store': strToU8('x') };
    expect(kinds(read(zipSync({ ...clutter, 'sub/a.json': strToU8(GOOD) })))).toEqual(['read']);
    expect(kinds(read(zipSync(clutter)))).toEqual(['empty']);
    expect(kinds(read(zipSync({})))).toEqual(['empty']);
  });

  test('a zip written as a stream, with sizes after the files, is read', () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    for (const entry of [new ZipDeflate('a.json'), new ZipPassThrough('b.yaml')]) {
      zip.add(entry);
      entry.push(strToU8(entry.filename === 'a.json' ? GOOD : GOOD_YAML), true);
    }
    zip.end();
    expect(kinds(read(Buffer.concat(chunks)))).toEqual(['read', 'read']);
  });
});
