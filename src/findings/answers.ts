import type { Graph, InstanceNode, RoleNode } from '../graph/graph.ts';
import type { ChainAnswer } from './finding.ts';
import { hintsFor } from './host-hints.ts';
import { isLive, nodesOf, type ProfileLink, profilesOf, type RoleLink, rolesOf } from './lookup.ts';
import { whyIncomplete } from './not-checked.ts';
import { code, nodeWords } from './words.ts';

/** For every instance, in order of node id: what it runs as, why it has no credentials, or what is missing to tell. */
export function answerChains(graph: Graph): readonly ChainAnswer[] {
  return nodesOf(graph, 'instance').map((instance) => answerInstance(graph, instance));
}

function answerInstance(graph: Graph, instance: InstanceNode): ChainAnswer {
  const who = nodeWords(instance);
  if (!isLive(instance)) {
    return {
      ...none(instance),
      sentence: `${who} is ${instance.record?.State ?? 'terminated'}, so it runs as nothing.`,
    };
  }
  const links = profilesOf(graph, instance);
  const link = links.find(({ edge }) => edge.statedBy === 'instance') ?? links[0];
  if (link === undefined) {
    return instance.record === undefined
      ? {
          ...unknown(instance),
          sentence: `Cannot tell what ${who} runs as: ec2:DescribeInstances did not list it.`,
        }
      : { ...none(instance), sentence: `${who} has no credentials: no instance profile is attached.` };
  }
  return answerProfile(graph, instance, link);
}

function answerProfile(graph: Graph, instance: InstanceNode, { edge, profile }: ProfileLink): ChainAnswer {
  const who = nodeWords(instance);
  const ghost = profile.ghost;
  if (ghost?.kind === 'gone') {
    return {
      ...none(instance),
      sentence: `${who} has no credentials, or loses them at the next refresh: its profile ${code(profile.name)} is gone (${ghost.why}).`,
    };
  }
  if (ghost !== undefined) {
    const list = graph.coverage.of('iam:ListInstanceProfiles', { accountId: profile.accountId });
    const why = list.complete ? ghost.why : whyIncomplete(list);
    return {
      ...unknown(instance),
      sentence: `Cannot tell what ${who} runs as: profile ${code(profile.name)} was not read. ${why}`,
    };
  }
  const roles = rolesOf(graph, profile);
  const [first] = roles;
  if (first === undefined || (first.role.ghost !== undefined && first.role.ghost.kind !== 'empty')) {
    return {
      ...unknown(instance),
      sentence: `Cannot tell what ${who} runs as: the input does not say which role profile ${code(profile.name)} holds; the full output of iam:ListInstanceProfiles would.`,
    };
  }
  if (first.role.ghost !== undefined) {
    return {
      ...none(instance),
      sentence: `${who} has no credentials: its profile ${code(profile.name)} contains no role.`,
    };
  }
  const swap =
    edge.status === 'changing'
      ? ` Its association is changing (${edge.why ?? 'not settled'}), so it may still act as before.`
      : '';
  return answerRole(instance, profile.name, first, swap);
}

function answerRole(instance: InstanceNode, profile: string, { role }: RoleLink, swap: string): ChainAnswer {
  const who = nodeWords(instance);
  const runsAs = `role ${code(role.name)} through profile ${code(profile)}`;
  switch (role.trust?.answer) {
    case 'no':
      return {
        ...none(instance),
        sentence: `${who} has no credentials: EC2 may not assume ${runsAs}, as ${role.trust.detail}.`,
      };
    case 'yes':
      return works(instance, role, `${who} runs as ${runsAs}.${swap}`);
    case 'cannot-confirm':
    case undefined:
      return {
        ...unknown(instance),
        sentence: `Cannot tell whether ${who} gets credentials: it is to run as ${runsAs}, but ${role.trust?.detail ?? 'the trust policy was not supplied'}.`,
      };
  }
}

/** A right chain ends where the metadata endpoint is off. */
function works(instance: InstanceNode, role: RoleNode, sentence: string): ChainAnswer {
  if (instance.record?.MetadataOptions?.HttpEndpoint === 'disabled') {
    return {
      ...none(instance),
      sentence: `${nodeWords(instance)} has no credentials: its chain to role ${code(role.name)} is right, but its metadata endpoint is disabled.`,
    };
  }
  return { instance: instance.id, outcome: 'runs-as', sentence, hints: hintsFor(instance, role) };
}

function none(instance: InstanceNode) {
  return { instance: instance.id, outcome: 'no-credentials', hints: [] } as const;
}

function unknown(instance: InstanceNode) {
  return { instance: instance.id, outcome: 'cannot-tell', hints: [] } as const;
}
