import { describe, expect, it } from 'vitest';
import { CALL_NAMES, callFacts } from '../inventory/calls.ts';
import { collectorCalls } from './collector-calls.ts';
import { collectorFiles } from './collector-files.ts';
import { EMPTY_COLLECTOR_FORM, readCollectorForm } from './collector-request.ts';
import { wrapAtCommas } from './wrap-at-commas.ts';

const VARIANTS = [false, true].flatMap((policies) =>
  [[], ['eu-west-1', 'us-east-1']].map((regions) => ({ policies, regions })),
);

function cliOf(...tiers: readonly string[]): readonly string[] {
  const facts = CALL_NAMES.map(callFacts).filter(({ tier }) => tiers.includes(tier));
  return facts.map(({ cli }) => cli);
}

function commandsOf(policies: boolean): readonly (string | undefined)[] {
  const { account, region } = collectorCalls(policies);
  return [...account, ...region].map(({ command }) => command.split(' --')[0]);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function readRegions(regions: string) {
  return readCollectorForm({ ...EMPTY_COLLECTOR_FORM, regions });
}

describe('the script for a customer', () => {
  it('makes every call that draws chains or tells what launches instances, and all policies only by choice', () => {
    const without = cliOf('graph', 'users-of-profiles');
    expect(commandsOf(false).toSorted()).toEqual(without.toSorted());
    expect(commandsOf(true).toSorted()).toEqual(
      [...without, 'iam get-account-authorization-details'].toSorted(),
    );
  });

  it.each(VARIANTS)('only reads, in each shell: %j', (request) => {
    const { bash, powerShell } = collectorFiles(request);
    const commands = [bash, powerShell]
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) =>
        [...line.matchAll(/\b(?:[aA]sk|aws) "?([a-z0-9]+ [a-z-]+)/g)].map((match) => match[1]),
      )
      .filter((command) => command !== 'configure get');
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) expect(command).toMatch(/^[a-z0-9]+ (?:get|list|describe)-[a-z-]+$/);
    expect(bash.text + powerShell.text).not.toMatch(/UserData|http|curl|secret/i);
  });

  it('names the same commands with the same fields in both shells', () => {
    for (const request of VARIANTS) {
      const { bash, powerShell } = collectorFiles(request);
      for (const { command, query } of Object.values(collectorCalls(request.policies)).flat()) {
        expect(onOneLine(bash.text)).toContain(`ask ${command.replaceAll('$', '\\$')}`);
        expect(onOneLine(powerShell.text)).toContain(`Ask "${command.replaceAll('$', '`$')}`);
        expect(onOneLine(bash.text)).toContain(query);
        expect(onOneLine(powerShell.text)).toContain(query);
      }
    }
  });

  it('is plain ASCII in lines that a terminal shows whole, with no double quote in what PowerShell hands on', () => {
    for (const request of VARIANTS) {
      const { bash, powerShell } = collectorFiles(request);
      for (const { text } of [bash, powerShell]) {
        expect(text).toMatch(/^[\n -~]*$/);
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(112);
      }
    }
    for (const { query } of Object.values(collectorCalls(true)).flat()) expect(query).not.toContain('"');
  });

  it('reads the regions that were asked for unless others are named', () => {
    const { bash, powerShell, message } = collectorFiles({ policies: false, regions: ['cn-north-1'] });
    expect(bash.text).toContain('regions="${*:-cn-north-1}"');
    expect(powerShell.text).toContain("{ $regions = 'cn-north-1' }");
    expect(message.text).toContain('It collects from cn-north-1:');
  });

  it('says in script and message whether policies are read', () => {
    for (const { text } of Object.values(collectorFiles({ policies: false, regions: [] }))) {
      expect(text).toContain('Permissions policies are not read.');
    }
    for (const { text } of Object.values(collectorFiles({ policies: true, regions: [] }))) {
      expect(text).not.toContain('Permissions policies are not read.');
      expect(text).toMatch(/every permissions policy .*of roles, users and groups/i);
    }
  });
});

describe('what goes into the script', () => {
  it('is names of regions of one partition, and nothing else', () => {
    expect(readRegions(' eu-west-1,us-east-1  eu-west-1')).toEqual({
      ok: true,
      value: { policies: false, regions: ['eu-west-1', 'us-east-1'] },
    });
    expect(readRegions('$(id)')).toMatchObject({ ok: false });
    expect(readRegions('eu-west-1;id')).toMatchObject({ ok: false });
    expect(readRegions('eu-west-1 cn-north-1')).toEqual({
      ok: false,
      error: 'eu-west-1 lies in aws, cn-north-1 in aws-cn: no account has both.',
    });
  });
});

it('a text is broken after commas only', () => {
  expect(wrapAtCommas('ab, cd, ef gh, i', 7)).toEqual(['ab, cd,', 'ef gh,', 'i']);
  expect(wrapAtCommas('', 7)).toEqual(['']);
});
