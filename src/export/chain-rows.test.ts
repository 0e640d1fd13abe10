import { describe, expect, it } from 'vitest';
import type { RoleNode } from '../graph/graph.ts';
import { CHAIN_COLUMNS } from './chain-columns.ts';
import { chainRow, chainRows } from './chain-rows.ts';
import { chainText } from './chain-text.ts';
import { chainsCsv } from './chains-csv.ts';
import {
  exampleChain,
  exampleFinding,
  exampleGraph,
  exampleInstance,
  exampleProfile,
  exampleRole,
  findingId,
  HOSTILE_NAME,
  nodeId,
} from './example-graph.ts';

const info = exampleFinding();
const critical = exampleFinding({ id: findingId('x'), severity: 'critical' });

describe('A chain as a row', () => {
  it('gives every value of its three links as AWS said it', () => {
    expect(
      chainRow(exampleGraph(), exampleChain, (node) => (node === exampleRole.id ? [info, critical] : [info])),
    ).toMatchObject({
      instanceName: HOSTILE_NAME,
      instanceId: 'i-0abc',
      state: 'running',
      type: 'm6i.large',
      region: 'eu-west-1',
      zone: 'eu-west-1a',
      privateIp: '10.0.0.7',
      publicIp: '',
      profileName: 's3access-profile',
      profileId: 'AIPA1',
      profileArn: 'arn:aws:iam::111122223333:instance-profile/s3access-profile',
      roleName: 's3access',
      roleArn: 'arn:aws:iam::111122223333:role/s3access',
      statusWords: 'works',
      namesDiffer: true,
      account: '111122223333',
      findings: 2,
      worst: 'critical',
    });
  });

  it('names no role for the hole in an empty profile', () => {
    const hole: RoleNode = {
      ...exampleRole,
      id: nodeId('hole'),
      name: 'no role in this profile',
      ghost: { kind: 'empty', why: 'the instance gets no credentials' },
    };
    const graph = exampleGraph([exampleInstance, exampleProfile, hole]);
    const row = chainRow(graph, { ...exampleChain, role: hole.id, status: 'broken' }, () => []);
    expect(row.roleName).toBe('');
    expect(row.statusWords).toBe('broken');
  });

  it('leaves the instance empty for a role in no profile', () => {
    const chain = {
      ...exampleChain,
      id: exampleRole.id,
      instance: undefined,
      profile: undefined,
      status: 'unattached' as const,
    };
    const row = chainRow(exampleGraph(), chain, () => []);
    expect([row.instanceName, row.instanceId, row.profileName, row.roleName]).toEqual([
      '',
      '',
      '',
      's3access',
    ]);
    expect(row.statusWords).toBe('role in no profile');
  });

  it('does not count what is only about another instance of the same role', () => {
    const second = { ...exampleInstance, id: nodeId('instance:i-0def') };
    const graph = exampleGraph([exampleInstance, second, exampleProfile, exampleRole]);
    const aboutSecond = exampleFinding({ nodes: [second.id, exampleRole.id] });
    const aboutBoth = exampleFinding({ nodes: [exampleRole.id, second.id, exampleInstance.id] });
    expect(chainRow(graph, exampleChain, () => [aboutSecond, aboutBoth]).findings).toBe(1);
  });

  it('becomes CSV with the chosen columns in the chosen order, and no formula', () => {
    const rows = chainRows(exampleGraph(), [exampleChain], () => []);
    const csv = chainsCsv(rows, ['roleName', 'namesDiffer', 'instanceName'], { byteOrderMark: false });
    expect(csv.startsWith('Role,Names differ,Instance\r\ns3access,yes,"\'=cmd|""')).toBe(true);
  });

  it('has a heading for each column', () => {
    expect(new Set(CHAIN_COLUMNS.map((column) => column.heading)).size).toBe(CHAIN_COLUMNS.length);
  });

  it('becomes plain lines for a ticket', () => {
    expect(chainText(exampleGraph(), exampleChain, 'It works.').split('\n').slice(-5)).toEqual([
      'Instance profile: s3access-profile (AIPA1, arn:aws:iam::111122223333:instance-profile/s3access-profile)',
      'Role: s3access (arn:aws:iam::111122223333:role/s3access)',
      'Chain: works',
      'Account: 111122223333',
      '',
    ]);
  });
});
