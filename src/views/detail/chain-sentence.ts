import type { ChainAnswer } from '../../findings/finding.ts';
import { isLive } from '../../findings/lookup.ts';
import type { Graph, GraphNode, InstanceNode, NodeId, ProfileNode, RoleNode } from '../../graph/graph.ts';
import {
  instancesOfProfile,
  instancesOfRole,
  profilesOfRole,
  rolesOfProfile,
  targetsOf,
} from './relations.ts';

/** What a node's panel says first: the whole chain in one sentence, names between backticks. */
export function chainSentence(
  graph: Graph,
  node: GraphNode,
  answers: ReadonlyMap<NodeId, ChainAnswer>,
): string | undefined {
  switch (node.kind) {
    case 'instance':
      return answers.get(node.id)?.sentence;
    case 'profile':
      return profileSentence(graph, node);
    case 'role':
      return roleSentence(graph, node);
    case 'launch-template':
    case 'launch-configuration':
    case 'auto-scaling-group':
    case 'environment': {
      const [target] = targetsOf(graph, node.id);
      return (
        target &&
        `New instances from it get ${target.node.kind === 'profile' ? 'instance profile ' : ''}\`${target.node.label}\`.`
      );
    }
    default:
      return undefined;
  }
}

function profileSentence(graph: Graph, profile: ProfileNode): string {
  const who = usersOf(instancesOfProfile(graph, profile.id));
  if (profile.ghost?.kind === 'gone') {
    return who
      ? `${who.words} ${who.verb('names', 'name')} this profile, which does not exist any more.`
      : 'This profile does not exist.';
  }
  const [held] = rolesOfProfile(graph, profile.id);
  const role = held?.node;
  if (!role)
    return who
      ? `${who.words} ${who.verb('uses', 'use')} this profile; which role it holds is not known.`
      : 'Which role it holds is not known.';
  if (role.ghost?.kind === 'empty') {
    return who
      ? `${who.words} ${who.verb('uses', 'use')} this profile, which holds no role.`
      : 'This profile holds no role.';
  }
  if (!who) return `It holds role \`${role.name}\`; no instance that was read uses it.`;
  if (profile.ghost || role.ghost || held.edge.status !== 'confirmed') {
    return `${who.words} ${who.verb('uses', 'use')} this profile for role \`${role.name}\`.`;
  }
  return `${who.words} ${who.verb('runs', 'run')} as role \`${role.name}\` through this profile.`;
}

function roleSentence(graph: Graph, role: RoleNode): string | undefined {
  if (role.ghost?.kind === 'empty') return undefined;
  const profiles = profilesOfRole(graph, role.id).map(({ node }) => `\`${node.name}\``);
  if (profiles.length === 0) return 'No instance profile that was read holds this role.';
  const through = profiles.length === 1 ? `profile ${profiles[0] ?? ''}` : `${profiles.length} profiles`;
  const who = usersOf(instancesOfRole(graph, role.id));
  if (!who)
    return `It is in ${through}; no instance that was read uses ${profiles.length === 1 ? 'it' : 'them'}.`;
  switch (role.trust?.answer) {
    case 'no':
      return `${who.words} should get this role through ${through}, but EC2 may not assume it.`;
    case 'yes':
      return `${who.words} ${who.verb('gets', 'get')} this role through ${through}.`;
    default:
      return `${who.words} should get this role through ${through}; whether EC2 may assume it is not known.`;
  }
}

interface Users {
  readonly words: string;
  readonly verb: (one: string, many: string) => string;
}

function usersOf(instances: readonly InstanceNode[]): Users | undefined {
  const labels = instances.filter(isLive).map((node) => node.label);
  const [first] = labels;
  if (first === undefined) return undefined;
  const words = labels.length === 1 ? `\`${first}\`` : `\`${first}\` and ${labels.length - 1} more`;
  return { words, verb: (one, many) => (labels.length === 1 ? one : many) };
}
