import { describe, expect, test } from 'vitest';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { toAccountId, toIsoTime, toRegion } from '../../inventory/ids.ts';
import { emptyInventory } from '../../inventory/inventory.ts';
import { NO_FILTER } from '../../scene/chain-filter.ts';
import { exampleChain } from '../example-graph.ts';
import { type CaptionInput, captionParts } from './caption.ts';

const account = toAccountId('111122223333');

function read(part: Partial<CoverageEntry>): CoverageEntry {
  return {
    call: 'ec2:DescribeInstances',
    accountId: account,
    region: toRegion('eu-west-1'),
    status: 'complete',
    requests: 1,
    records: 1,
    ...part,
  };
}

function caption(
  part: Partial<CaptionInput> & { readonly coverage?: readonly CoverageEntry[] } = {},
): string {
  const { coverage = [], ...rest } = part;
  return captionParts({
    inventory: { ...emptyInventory('live'), readAt: toIsoTime('2026-11-25T09:47:12.345Z'), coverage },
    accountNames: new Map([[account, 'acme']]),
    chains: [exampleChain],
    total: 3,
    filter: NO_FILTER,
    redacted: false,
    ...rest,
  }).join(' · ');
}

describe('A caption', () => {
  test('says account, time, region and how much of all is shown', () => {
    expect(caption()).toBe(
      'account 1111-2222-3333 (acme) · read 2026-11-25 09:47 UTC · eu-west-1 · 1 of 3 chains',
    );
  });

  test('says which filters are on', () => {
    const filter = { ...NO_FILTER, search: 'web', onlyBroken: true, states: ['running'] };
    expect(caption({ filter })).toContain('1 of 3 chains: search “web”, state running, only broken chains');
  });

  test('says how many regions could not be read, and which other lists are not whole', () => {
    const coverage = [
      read({}),
      read({ region: toRegion('us-east-1'), status: 'denied' }),
      read({ region: toRegion('sa-east-1'), status: 'failed' }),
      read({ region: toRegion('me-south-1'), status: 'not-asked', reason: { kind: 'region-not-enabled' } }),
      read({ call: 'iam:ListRoles', region: undefined, status: 'denied' }),
    ];
    expect(caption({ coverage })).toMatch(
      /· 2 of 3 regions not readable: sa-east-1, us-east-1 · not read in full: iam:ListRoles$/,
    );
  });

  test('leaves out what another account could not read', () => {
    const other = read({ accountId: toAccountId('444455556666'), status: 'denied' });
    expect(caption({ coverage: [other] })).not.toContain('not readable');
  });

  test('says that data is invented, from files, or redacted, and so first', () => {
    expect(caption({ inventory: emptyInventory('sample') })).toMatch(/^Sample account — invented data · /);
    expect(caption({ inventory: emptyInventory('files') })).toContain('read from files, time not known');
    expect(caption({ redacted: true })).toMatch(/^redacted: names and ids are pseudonyms · /);
  });

  test('names both reads of a comparison, and what its signs mean', () => {
    const compared = {
      earlier: { label: 'monday.json', readAt: '2026-11-23T08:00:00Z' },
      later: { label: 'live account' },
    };
    expect(caption({ compared })).toContain(
      'compared: monday.json (2026-11-23 08:00 UTC) → live account; + added, − removed, ≠ changed',
    );
  });

  test('tells of lists that files lack', () => {
    const coverage = [
      read({
        call: 'iam:ListInstanceProfiles',
        region: undefined,
        status: 'not-asked',
        reason: { kind: 'not-supplied' },
      }),
      read({
        call: 'iam:ListAccountAliases',
        region: undefined,
        status: 'not-asked',
        reason: { kind: 'not-supplied' },
      }),
    ];
    expect(caption({ coverage })).toMatch(/not read in full: iam:ListInstanceProfiles$/);
  });
});
