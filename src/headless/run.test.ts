import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../base/result.ts';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Report } from './report.ts';
import { run } from './run.ts';

const ENTRY = fileURLToPath(new URL('./main.ts', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../public/sample-account.json', import.meta.url));
const NOW = toIsoTime('2026-11-20T09:00:00.000Z');

/** Runs on files that are only in memory. */
function runOn(files: Readonly<Record<string, string | Uint8Array>>) {
  return run(Object.keys(files), NOW, async (path) => {
    const content = files[path] ?? '';
    return content === 'nowhere' ? fail('no such file') : ok(Buffer.from(content));
  });
}

function caseInput(id: number): string {
  return JSON.stringify(CASES.find((one) => one.id === id)?.input);
}

describe('npm run findings', () => {
  it('prints one JSON document on a snapshot and ends with 0, whatever it finds', () => {
    const ended = spawnSync(process.execPath, ['--import', 'tsx', ENTRY, '-'], {
      input: readFileSync(SAMPLE),
    });
    expect({ status: ended.status, stderr: ended.stderr.toString() }).toEqual({ status: 0, stderr: '' });
    const report: Report = JSON.parse(ended.stdout.toString());
    expect(Object.keys(report)).toEqual([
      'nodes',
      'edges',
      'findings',
      'answers',
      'coverage',
      'notUsed',
      'notes',
    ]);
    expect(report.findings.some((finding) => finding.severity === 'critical')).toBe(true);
  });

  it('ends with 2 on a file that is not there', () => {
    const ended = spawnSync(process.execPath, ['--import', 'tsx', ENTRY, 'nowhere.json']);
    expect({ status: ended.status, stdout: ended.stdout.toString() }).toEqual({ status: 2, stdout: '' });
    expect(ended.stderr.toString()).toContain('nowhere.json');
  });

  it('reads what PowerShell wrote', async () => {
    const { status, stdout } = await runOn({ '-': Buffer.from(`\uFEFF${caseInput(14)}`, 'utf16le') });
    const report: Report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report.nodes.find((node) => node.kind === 'profile' && node.ghost !== null)).toMatchObject({
      label: 'gone-profile',
      ghost: { kind: 'gone' },
    });
  });

  it('reads YAML, gzip and every file of a zip', async () => {
    const instances = { 'ec2 describe-instances --region eu-west-1': { Reservations: [] } };
    const { status, stdout, stderr } = await runOn({
      'profiles.yaml': 'InstanceProfiles: []\n',
      'roles.json.gz': gzipSync('{"Roles": []}'),
      'all.zip': zipSync({ 'a.json': Buffer.from(JSON.stringify(instances)) }),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report: Report = JSON.parse(stdout);
    expect(report.coverage.map((entry) => entry.call).sort()).toEqual([
      'ec2:DescribeInstances',
      'iam:ListInstanceProfiles',
      'iam:ListRoles',
    ]);
  });

  it('takes several files as one picture', async () => {
    const input = JSON.parse(caseInput(1));
    const { stdout } = await runOn(
      Object.fromEntries(
        Object.entries(input).map(([key, value]) => [`${key}.json`, JSON.stringify({ [key]: value })]),
      ),
    );
    const report: Report = JSON.parse(stdout);
    expect(report.edges.map((edge) => [edge.kind, edge.status, edge.namesDiffer]).sort()).toEqual([
      ['holds', 'confirmed', true],
      ['uses', 'confirmed', false],
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a table in place of JSON', { 'table.txt': '|  DescribeInstances  |\n' }, '--output json'],
    ['half of a file', { 'half.json': '{"Reservations": [{' }, 'breaks off'],
    ['an empty file', { 'empty.json': '' }, 'empty.json'],
    ['one bad file among good ones', { 'good.json': '{"Roles": []}', 'bad.json': 'null' }, 'bad.json'],
    ['a file that can not be opened', { 'gone.json': 'nowhere' }, 'no such file'],
    ['no file at all', {}, 'Usage'],
  ])('ends with 2 and says why on %s', async (_, files, words) => {
    const { status, stdout, stderr } = await runOn(files);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('what it does not know is listed, not fatal', async () => {
    const { status, stdout } = await runOn({ '-': '{"s3api list-buckets": {"Buckets": []}}' });
    const report: Report = JSON.parse(stdout);
    expect({ status, notUsed: report.notUsed.map((one) => one.command) }).toEqual({
      status: 0,
      notUsed: ['s3api list-buckets'],
    });
  });
});

it('the entry starts lean: nothing it imports reaches for the AWS SDK or React', () => {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [, from = ''] of source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gms)) {
      if (from.startsWith('.')) visit(fileURLToPath(new URL(from, `file://${path}`)));
      else expect(from).toMatch(/^(?:node:|(?:valibot|yaml|fflate)$)/);
    }
  };
  visit(ENTRY);
  expect(seen.size).toBeGreaterThan(30);
});
