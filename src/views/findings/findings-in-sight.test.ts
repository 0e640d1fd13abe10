import { describe, expect, it } from 'vitest';
import {
  exampleChain,
  exampleFinding,
  exampleInstance,
  exampleRole,
  nodeId,
} from '../../export/example-graph.ts';
import { findingsInSight } from './findings-in-sight.ts';

const other = { ...exampleChain, id: nodeId('i2'), instance: nodeId('i2'), profile: nodeId('p2') };
const onInstance = exampleFinding({ nodes: [exampleInstance.id] });
const onRole = exampleFinding({ nodes: [exampleRole.id] });
const onAccount = exampleFinding({ nodes: [nodeId('account')] });

describe('Findings in sight', () => {
  it('are all of them while no filter is on', () => {
    const all = [onInstance, onRole, onAccount];
    expect(findingsInSight(all, [exampleChain, other], [exampleChain, other])).toEqual(all);
  });

  it('leave out what is only about hidden chains, and keep what a shown chain shares and what is about none', () => {
    expect(findingsInSight([onInstance, onRole, onAccount], [exampleChain, other], [other])).toEqual([
      onRole,
      onAccount,
    ]);
  });
});
