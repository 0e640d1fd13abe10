import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../graph/chain-of.ts';
import { toAccountId, toRegion } from '../inventory/ids.ts';
import { emptyInventory } from '../inventory/inventory.ts';
import { type ChainTicket, chainTicket } from './chain-ticket.ts';
import { exampleChain, exampleFinding, exampleGraph, exampleInstance, findingId } from './example-graph.ts';
import { HOSTILE_TEXTS, hostileText, sceneNamed } from './hostile.test-data.ts';
import { chainsOfNode } from './picture/picture-subject.ts';

const finding = exampleFinding({
  id: findingId('a'),
  severity: 'critical',
  title: 'Profile gone',
  answer: 'Instance `web-1` has no credentials.',
  fix: {
    sentence: 'Associate another profile.',
    command: 'aws ec2 associate-iam-instance-profile \\\n  --x y',
  },
  notChecked: [{ call: 'iam:ListRoles', why: 'iam:ListRoles was denied.' }],
});

function ticket(part: Partial<ChainTicket> = {}) {
  return chainTicket({
    graph: exampleGraph(),
    accountNames: new Map([['111122223333', 'acme']]),
    redacted: false,
    subject: 'web-1',
    sentence: '`web-1` runs as role `s3access`.',
    chains: [exampleChain],
    findingsOn: () => [finding, exampleFinding()],
    ...part,
  });
}

describe('A text for a ticket', () => {
  test('gives the answer, every link with its id, and the findings, the worst first, with proof and fix', () => {
    const { plain, markdown } = ticket();
    for (const text of [
      'Chain of web-1',
      'account 1111-2222-3333 (acme)',
      'web-1 runs as role s3access.',
      '- Instance profile: s3access-profile (AIPA1, arn:aws:iam::111122223333:instance-profile/s3access-profile)',
      '- Role: s3access (arn:aws:iam::111122223333:role/s3access)',
      '- Chain: works',
      'Fix: Associate another profile.',
      '    aws ec2 associate-iam-instance-profile \\\n      --x y',
      'Not checked:\n- iam:ListRoles: iam:ListRoles was denied.',
    ]) {
      expect(plain).toContain(text);
    }
    expect(plain.indexOf('PROFILE GONE')).toBeLessThan(plain.indexOf('NAMES DIFFER'));
    expect(markdown).toContain('## Chain of web-1');
    expect(markdown).toContain('- Role: `s3access` (`arn:aws:iam::111122223333:role/s3access`)');
    expect(markdown).toContain('```sh\naws ec2 associate-iam-instance-profile');
  });

  test('says that data is invented or redacted', () => {
    const graph = { ...exampleGraph(), inventory: emptyInventory('sample') };
    expect(ticket({ graph }).plain).toContain('Sample account — invented data');
    expect(ticket({ redacted: true }).plain).toContain('redacted: names and ids are pseudonyms');
    expect(ticket().plain).not.toMatch(/invented|redacted/);
  });

  test('says what was not read of this account and region, and leaves others out', () => {
    const entry = {
      call: 'ec2:DescribeIamInstanceProfileAssociations',
      accountId: toAccountId('111122223333'),
      status: 'denied',
      requests: 1,
      records: 0,
    } as const;
    const entries = [
      { ...entry, region: toRegion('eu-west-1') },
      { ...entry, region: toRegion('us-east-1') },
      { ...entry, call: 'iam:ListRoles', accountId: toAccountId('444455556666') } as const,
    ];
    const graph = { ...exampleGraph(), coverage: { ...exampleGraph().coverage, entries } };
    expect(ticket({ graph }).plain).toMatch(
      /Not read in full:\n- ec2:DescribeIamInstanceProfileAssociations in eu-west-1 was not read\n$/,
    );
  });

  test('lists the chains of a role a line each, and only so many', () => {
    const chains = Array.from({ length: 25 }, () => exampleChain);
    const { plain } = ticket({ chains, findingsOn: () => [] });
    expect(plain).toContain('25 chains:\n- ');
    expect(plain.match(/→ s3access-profile → s3access: works/g)).toHaveLength(20);
    expect(plain).toContain('- 5 more chains');
    expect(plain).toContain('No findings on it.');
  });

  test('shows its picture below the heading, as HTML', () => {
    const html = ticket().html({ src: 'data:image/png;base64,AA==', alt: 'a "picture"', width: 868.4 });
    expect(html).toContain(
      '<p><img src="data:image/png;base64,AA==" alt="a &quot;picture&quot;" width="868"></p>',
    );
    expect(html.indexOf('<h2>')).toBeLessThan(html.indexOf('<img'));
  });

  test('lets no markup through from any name, in none of its forms', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const { graph, chains } = sceneNamed(name);
        const { html, markdown, plain } = ticket({
          graph,
          chains,
          subject: name,
          findingsOn: () => [
            { ...finding, answer: name, evidence: [{ field: name, value: name, source: name }] },
          ],
        });
        expectPlainHtml(html());
        expect(withoutCode(markdown)).not.toMatch(/<(?!https:\/\/docs\.aws)/);
        expect(plain).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
      }),
      { numRuns: 100 },
    );
  });

  test.each(HOSTILE_TEXTS)('starts no heading, list or block from a name like %j', (name) => {
    const { markdown } = ticket({ subject: name, sentence: undefined, findingsOn: () => [] });
    expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(markdown.split('\n').filter((line) => /^(```|---|\|)/.test(line))).toEqual([]);
  });
});

test('the chains of a node are those that it is on; of what is on none, those that it leads to', () => {
  const { graph, chains } = sceneNamed('web');
  const of = (label: string) => {
    const node = [...graph.nodes.values()].find(({ id }) => id.includes(label));
    if (!node) throw new Error(`No node ${label}.`);
    return chainsOfNode(graph, chains, node.id);
  };
  expect(of('i-1')).toHaveLength(1);
  expect(of('role/web').map(({ instance }) => instance)).toEqual(of('i-1').map(({ instance }) => instance));
  expect(chainsOfNode(graph, chains, exampleInstance.id)).toEqual([]);
  expect(chainOf(graph, exampleInstance.id).nodes.size).toBe(0);
});

const TAGS = new Set('root h2 h3 p strong code ul li table thead tbody tr th td pre a img'.split(' '));

function expectPlainHtml(html: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    expect(TAGS).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).toBe('href');
      expect(value).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });
  parser.write(`<root>${html}</root>`).close();
}

/** What is inside of code is shown as it is. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}
