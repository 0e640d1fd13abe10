import type { Graph, GraphNode, PrincipalNode, ScopeNode } from '../graph/graph.ts';
import { nodesOf } from './lookup.ts';

/** The node of an account; of the only or first one when a file doesn't tell the account. */
export function accountNodeOf(graph: Graph, accountId: string | undefined): ScopeNode | undefined {
  const accounts = nodesOf(graph, 'account');
  return accounts.find((node) => accountId !== undefined && node.accountId === accountId) ?? accounts[0];
}

/** The node of a region of an account. */
export function regionNodeOf(
  graph: Graph,
  accountId: string | undefined,
  region: string | undefined,
): ScopeNode | undefined {
  const regions = nodesOf(graph, 'region').filter((node) => node.region === region);
  return regions.find((node) => accountId === undefined || node.accountId === accountId) ?? regions[0];
}

/** The user or role of an ARN, as one who acts: a principal node, else the role's own node. */
export function actorOf(graph: Graph, arn: string | undefined): PrincipalNode | GraphNode | undefined {
  if (arn === undefined) return undefined;
  for (const node of nodesOf(graph, 'principal')) if (node.arn === arn) return node;
  for (const node of nodesOf(graph, 'role')) if (node.arn === arn) return node;
  return undefined;
}
