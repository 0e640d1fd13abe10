import type { Graph, GraphEdge, InstanceNode, NodeId, ProfileNode, RoleNode } from '../graph/graph.ts';
import type { ChainAnswer } from './finding.ts';
import { hostHints } from './host-hints.ts';
import { isLive, nodesOf, rolesOf } from './lookup.ts';
import { whyIncomplete } from './not-checked.ts';
import { code, nodeWords } from './words.ts';

/** For every instance, in order of node id: what it runs as, why it has no credentials, or what is missing to tell. */
export function answerChains(graph: Graph): readonly ChainAnswer[] {
  const known = new Map<NodeId, ProfileAnswer>();
  const answerOf = (id: NodeId): ProfileAnswer | undefined => {
    const profile = known.has(id) ? undefined : graph.nodes.get(id);
    if (profile?.kind === 'profile') known.set(id, answerProfile(graph, profile));
    return known.get(id);
  };
  return nodesOf(graph, 'instance').map((instance) => answerInstance(graph, instance, answerOf));
}

/** What holds for every instance of one profile. */
interface ProfileAnswer {
  readonly outcome: ChainAnswer['outcome'];
  /** About the instance of this name. */
  readonly sentence: (who: string) => string;
  /** Where the chain is right: what else may be wrong. */
  readonly right?:
    | { readonly role: RoleNode; readonly hints: (instance: InstanceNode) => readonly string[] }
    | undefined;
}

/** The answer for one instance, in one sentence. */
function answerInstance(
  graph: Graph,
  instance: InstanceNode,
  answerOf: (profile: NodeId) => ProfileAnswer | undefined,
): ChainAnswer {
  const who = nodeWords(instance);
  if (!isLive(instance)) {
    return say(
      instance,
      'no-credentials',
      `${who} is ${instance.record?.State ?? 'terminated'}, so it runs as nothing.`,
    );
  }
  const edge = primaryUse(graph, instance);
  const answer = edge === undefined ? undefined : answerOf(edge.to);
  if (edge === undefined || answer === undefined) {
    return instance.record === undefined
      ? say(
          instance,
          'cannot-tell',
          `Cannot tell what ${who} runs as: ec2:DescribeInstances did not list it.`,
        )
      : say(instance, 'no-credentials', `${who} has no credentials: no instance profile is attached.`);
  }
  if (answer.right === undefined) return say(instance, answer.outcome, answer.sentence(who));
  if (instance.record?.MetadataOptions?.HttpEndpoint === 'disabled') {
    const role = code(answer.right.role.name);
    const sentence = `${who} has no credentials: its chain to role ${role} is right, but its metadata endpoint is disabled.`;
    return say(instance, 'no-credentials', sentence);
  }
  return say(instance, answer.outcome, answer.sentence(who) + swapWords(edge), answer.right.hints(instance));
}

function say(
  instance: InstanceNode,
  outcome: ChainAnswer['outcome'],
  sentence: string,
  hints: readonly string[] = NO_HINTS,
): ChainAnswer {
  return { instance: instance.id, outcome, sentence, hints };
}

const NO_HINTS: readonly string[] = [];

/** The profile that the instance itself states; else the one that its association rows bring. */
function primaryUse(graph: Graph, instance: InstanceNode): GraphEdge | undefined {
  const edges = graph.outgoing.get(instance.id);
  return edges?.find((edge) => edge.statedBy === 'instance') ?? edges?.find((edge) => edge.kind === 'uses');
}

function swapWords(edge: GraphEdge): string {
  return edge.status === 'changing'
    ? ` Its association is changing (${edge.why ?? 'not settled'}), so it may still act as before.`
    : '';
}

function answerProfile(graph: Graph, profile: ProfileNode): ProfileAnswer {
  const name = code(profile.name);
  const ghost = profile.ghost;
  if (ghost?.kind === 'gone') {
    return {
      outcome: 'no-credentials',
      sentence: (who) =>
        `${who} has no credentials, or loses them at the next refresh: its profile ${name} is gone (${ghost.why}).`,
    };
  }
  if (ghost !== undefined) {
    const list = graph.coverage.of('iam:ListInstanceProfiles', { accountId: profile.accountId });
    const why = list.complete ? ghost.why : whyIncomplete(list);
    return {
      outcome: 'cannot-tell',
      sentence: (who) => `Cannot tell what ${who} runs as: profile ${name} was not read. ${why}`,
    };
  }
  const role = rolesOf(graph, profile)[0]?.role;
  if (role === undefined || (role.ghost !== undefined && role.ghost.kind !== 'empty')) {
    return {
      outcome: 'cannot-tell',
      sentence: (who) =>
        `Cannot tell what ${who} runs as: the input does not say which role profile ${name} holds; the full output of iam:ListInstanceProfiles would.`,
    };
  }
  if (role.ghost !== undefined) {
    return {
      outcome: 'no-credentials',
      sentence: (who) => `${who} has no credentials: its profile ${name} contains no role.`,
    };
  }
  return answerRole(name, role);
}

function answerRole(profile: string, role: RoleNode): ProfileAnswer {
  const runsAs = `role ${code(role.name)} through profile ${profile}`;
  const { trust } = role;
  switch (trust?.answer) {
    case 'no':
      return {
        outcome: 'no-credentials',
        sentence: (who) => `${who} has no credentials: EC2 may not assume ${runsAs}, as ${trust.detail}.`,
      };
    case 'yes':
      return {
        outcome: 'runs-as',
        sentence: (who) => `${who} runs as ${runsAs}.`,
        right: { role, hints: hostHints(role) },
      };
    case 'cannot-confirm':
    case undefined:
      return {
        outcome: 'cannot-tell',
        sentence: (who) =>
          `Cannot tell whether ${who} gets credentials: it is to run as ${runsAs}, but ${trust?.detail ?? 'the trust policy was not supplied'}.`,
      };
  }
}
