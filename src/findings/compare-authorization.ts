import { parseArn } from '../base/arn.ts';
import type { Graph } from '../graph/graph.ts';
import type { Comparison } from './comparison.ts';
import type { DeniedCall } from './denied-call.ts';
import { actorOf } from './scope-nodes.ts';
import {
  aroundRole,
  chainsOfInstance,
  instanceById,
  isReadAccount,
  partsOf,
  roleOf,
} from './statement-chains.ts';
import { code, nodeWords } from './words.ts';

/** Finds the chain behind a denied call: the role that made it, or the role that could not be passed. */
export function compareAuthorization(graph: Graph, call: DeniedCall): Comparison {
  const evidence = [
    ...(call.principalArn === undefined
      ? []
      : [{ field: 'principal', value: call.principalArn, source: 'the message' }]),
    ...(call.action === undefined ? [] : [{ field: 'action', value: call.action, source: 'the message' }]),
    ...(call.resource === undefined
      ? []
      : [{ field: 'resource', value: call.resource, source: 'the message' }]),
  ];
  const parts = call.principalArn === undefined ? undefined : parseArn(call.principalArn);
  if (!isReadAccount(graph, parts?.account)) {
    return {
      outcome: 'not-in-account',
      sentence: `The caller ${code(call.principalArn ?? '')} is of account ${code(parts?.account ?? '')}, which was not read.`,
      nodes: [],
      edges: [],
      evidence,
    };
  }
  if (call.action?.toLowerCase() === 'iam:passrole') return passing(graph, call, evidence);
  const [, roleName = '', session = ''] =
    parts?.resourceType === 'assumed-role' ? parts.resource.split('/') : [];
  const instance = instanceById(graph, session, parts?.account);
  const role = roleOf(graph, { name: roleName, accountId: parts?.account });
  const chain = instance === undefined ? undefined : chainsOfInstance(graph, instance)[0];
  if (chain?.role !== undefined && chain.role.name !== roleName) {
    return {
      outcome: 'disagrees',
      severity: 'warning',
      sentence: `The denied call came as role ${code(roleName)}, while ${nodeWords(chain.instance ?? chain.profile)} is to run as ${code(chain.role.name)}: the host still uses credentials of the old role.`,
      ...partsOf(chain),
      evidence,
    };
  }
  if (role === undefined) {
    return {
      outcome: 'cannot-tell',
      sentence: `The caller ${code(call.principalArn ?? 'of the message')} is no role that was read.`,
      nodes: [actorOf(graph, call.principalArn)].filter((node) => node !== undefined),
      edges: [],
      evidence,
    };
  }
  return {
    outcome: 'agrees',
    sentence: `The chain works: the call came as role ${code(role.name)}${chain ? `, as which ${nodeWords(chain.instance ?? chain.profile)} is to run` : ''}. What is missing is the permission ${code(call.action ?? '')}${call.resource === undefined ? '' : ` on ${code(call.resource)}`}${blame(call)}.`,
    ...(chain === undefined ? aroundRole(graph, role) : partsOf(chain)),
    evidence,
  };
}

function passing(graph: Graph, call: DeniedCall, evidence: Comparison['evidence']): Comparison {
  const parts = parseArn(call.resource ?? '');
  const role = roleOf(graph, { name: parts?.name, accountId: parts?.account });
  const actor = actorOf(graph, call.principalArn);
  const around = role === undefined ? { nodes: [], edges: [] } : aroundRole(graph, role);
  const passes = graph.edges.filter((edge) => edge.kind === 'passes' && edge.to === role?.id);
  return {
    outcome: call.allowed ? 'agrees' : role === undefined ? 'cannot-tell' : 'disagrees',
    severity: call.allowed ? undefined : 'critical',
    sentence: `${code(parseArn(call.principalArn ?? '')?.name ?? 'The caller')} ${call.allowed ? 'may' : 'may not'} pass role ${code(parts?.name ?? call.resource ?? '')}${blame(call)}${role === undefined ? '; the role itself was not read' : '; its chains themselves are not touched by that'}.`,
    nodes: [actor, ...around.nodes].filter((node) => node !== undefined),
    edges: [...passes, ...around.edges],
    evidence,
  };
}

function blame(call: DeniedCall): string {
  switch (call.by) {
    case 'scp':
      return ', which a service control policy denies';
    case 'rcp':
      return ', which a resource control policy denies';
    case 'boundary':
      return ", which the role's permissions boundary does not allow";
    case 'session':
      return ', which the session policy does not allow';
    case 'endpoint':
      return ', which the policy of the VPC endpoint does not allow';
    case 'resource':
      return ", which the resource's own policy does not allow";
    case 'identity':
      return ', which no policy of the role allows';
    case 'unknown':
      return call.explicitDeny ? ', which a policy denies explicitly' : '';
  }
}
