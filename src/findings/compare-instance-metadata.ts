import { parseArn } from '../base/arn.ts';
import type { Graph, ProfileNode } from '../graph/graph.ts';
import type { InstanceMetadataStatement } from '../inventory/statements.ts';
import { reattachCommands } from './attach-commands.ts';
import { staleFix } from './compare-caller-identity.ts';
import type { Comparison } from './comparison.ts';
import { allowEc2Command, EC2_SERVICE } from './ec2-trust.ts';
import type { Evidence } from './finding.ts';
import { liveUsersOf, nodesOf } from './lookup.ts';
import {
  chainsOfInstance,
  type FoundChain,
  isReadAccount,
  partsOf,
  soleInstance,
  throughProfile,
} from './statement-chains.ts';
import { code, inAccount, listWords, nodeWords } from './words.ts';

/**
 * Compares the metadata service's `iam/info` with the lists. It names a profile by ARN and id, but not the instance: that one
 * is found when a single live instance was read, or through the users of the profile.
 */
export function compareInstanceMetadata(graph: Graph, said: InstanceMetadataStatement): Comparison {
  const evidence = evidenceOfInfo(said);
  const parts = said.InstanceProfileArn === undefined ? undefined : parseArn(said.InstanceProfileArn);
  if (said.InstanceProfileArn === undefined && said.InstanceProfileId === undefined) {
    return refusedWithoutProfile(graph, said, evidence);
  }
  if (!isReadAccount(graph, parts?.account)) {
    return {
      outcome: 'not-in-account',
      sentence: `The host's profile is of account ${code(parts?.account ?? '')}, which was not read.`,
      nodes: [],
      edges: [],
      evidence,
    };
  }
  const listed = nodesOf(graph, 'profile').filter((node) => node.record !== undefined);
  const sameArn = listed.find((node) => node.arn === said.InstanceProfileArn);
  const byId = listed.find(
    (node) => said.InstanceProfileId !== undefined && node.profileId === said.InstanceProfileId,
  );
  const profile = byId ?? sameArn;
  const host = soleInstance(graph);
  const hostChain = host === undefined ? undefined : chainsOfInstance(graph, host)[0];

  if (sameArn !== undefined && isOtherId(sameArn, said))
    return madeAgain(graph, sameArn, said, hostChain, evidence);
  if (
    hostChain !== undefined &&
    profile !== undefined &&
    profile !== hostChain.profile &&
    hostChain.profile.ghost === undefined
  ) {
    return otherProfile(hostChain, profile.name, evidence);
  }
  if (profile === undefined) return notListed(graph, said, parts?.name, hostChain, evidence);
  return compareCode(graph, profile, hostChain, said, evidence);
}

function isOtherId(profile: ProfileNode, said: InstanceMetadataStatement): boolean {
  return (
    said.InstanceProfileId !== undefined &&
    profile.profileId !== undefined &&
    said.InstanceProfileId !== profile.profileId
  );
}

function madeAgain(
  graph: Graph,
  profile: ProfileNode,
  said: InstanceMetadataStatement,
  hostChain: FoundChain | undefined,
  evidence: readonly Evidence[],
): Comparison {
  const users = liveUsersOf(graph, profile);
  const instance = hostChain?.instance ?? users[0]?.instance;
  const chain = { ...throughProfile(graph, profile), instance, uses: hostChain?.uses ?? users[0]?.edge };
  return {
    outcome: 'disagrees',
    severity: 'critical',
    sentence: `The host still points at a deleted profile: ${code(profile.name)} was made again as ${code(profile.profileId ?? '')}, while iam/info gives ${code(said.InstanceProfileId ?? '')}.`,
    ...partsOf(chain),
    evidence: [
      ...evidence,
      {
        field: `InstanceProfileId of ${profile.name}`,
        value: profile.profileId ?? '',
        source: profile.record?.origin.call ?? 'the graph',
      },
    ],
    fix: {
      sentence: `Detach and re-attach: disassociate the present association, then associate ${code(profile.name)} again.`,
      command: instance === undefined ? undefined : reattachCommands(instance, profile.name),
    },
  };
}

function otherProfile(chain: FoundChain, stated: string, evidence: readonly Evidence[]): Comparison {
  return {
    outcome: 'disagrees',
    severity: 'warning',
    sentence: `${chain.instance ? nodeWords(chain.instance) : 'The host'} still serves profile ${code(stated)}, while EC2 lists ${code(chain.profile.name)} for it: the change has not reached the metadata service yet, or the text is of another host.`,
    ...partsOf(chain),
    evidence,
    fix: staleFix(chain),
    delay: 'Credentials already handed out stay valid until they expire.',
  };
}

function notListed(
  graph: Graph,
  said: InstanceMetadataStatement,
  name: string | undefined,
  hostChain: FoundChain | undefined,
  evidence: readonly Evidence[],
): Comparison {
  const accountId = parseArn(said.InstanceProfileArn ?? '')?.account || undefined;
  const list = graph.coverage.of('iam:ListInstanceProfiles');
  const chain = hostChain === undefined ? { nodes: [], edges: [] } : partsOf(hostChain);
  if (!list.complete) {
    return {
      outcome: 'cannot-tell',
      sentence: `Cannot tell whether profile ${code(name ?? said.InstanceProfileId ?? '')} of iam/info exists: iam:ListInstanceProfiles was not read to its end.`,
      ...chain,
      evidence,
    };
  }
  return {
    outcome: 'not-in-account',
    severity: 'critical',
    sentence: `iam/info names profile ${code(name ?? said.InstanceProfileId ?? '')}, which does not exist${inAccount(accountId)}: it was deleted while the host uses it.`,
    ...chain,
    evidence,
    fix: {
      sentence:
        'Create the profile again with its role, or choose another, and replace the association on the instance.',
      command:
        hostChain?.instance === undefined
          ? undefined
          : reattachCommands(hostChain.instance, '<instance-profile-name>'),
    },
  };
}

/** `Code` says whether EC2 got credentials when it last tried. */
function compareCode(
  graph: Graph,
  profile: ProfileNode,
  hostChain: FoundChain | undefined,
  said: InstanceMetadataStatement,
  evidence: readonly Evidence[],
): Comparison {
  const chain = hostChain?.profile === profile ? hostChain : throughProfile(graph, profile);
  const users = liveUsersOf(graph, profile).map(({ instance }) => nodeWords(instance));
  const parts = partsOf(chain);
  const refused = said.Code !== undefined && said.Code !== 'Success';
  const trust = chain.role?.trust?.answer;
  const role = chain.role === undefined ? 'no role' : `role ${code(chain.role.name)}`;
  if (!refused && (trust === 'yes' || trust === 'cannot-confirm')) {
    return {
      outcome: 'agrees',
      sentence: `iam/info agrees: profile ${code(profile.name)} with ${role}${users.length === 0 ? '' : `, used by ${listWords(users)}`}.`,
      ...parts,
      evidence,
    };
  }
  if (refused && (chain.role === undefined || trust === 'no')) {
    return {
      outcome: 'agrees',
      sentence: `iam/info says ${code(said.Code ?? '')}, and the lists say why: profile ${code(profile.name)} holds ${role}${trust === 'no' ? ', which EC2 may not assume' : ''}.`,
      ...parts,
      evidence,
    };
  }
  const edges = [chain.holds, chain.uses].filter((edge) => edge !== undefined);
  return refused
    ? {
        outcome: 'disagrees',
        severity: 'warning',
        sentence: `iam/info says ${code(said.Code ?? '')}${said.Message ? ` (${said.Message})` : ''}, though profile ${code(profile.name)} holds ${role} and its trust policy now lets EC2 in. ${refusalCause(said)}`,
        nodes: parts.nodes,
        edges,
        evidence,
        fix: {
          ...staleFix(chain),
          sentence: `Wait a few minutes and read iam/info again; then replace the association to make EC2 try at once.${
            isNotFound(said)
              ? ''
              : ` If it stays, check that the trust policy allows ${EC2_SERVICE} and look into service control policies.`
          }`,
        },
        delay: 'EC2 asks for credentials again on its own within minutes up to an hour.',
      }
    : {
        outcome: 'disagrees',
        severity: 'warning',
        sentence: `iam/info says ${code(said.Code ?? 'Success')} for profile ${code(profile.name)}, but by the lists it holds ${role}${trust === 'no' ? ', which EC2 may not assume any more' : ''}: the credentials on the host are from before a change and end at their expiry.`,
        nodes: parts.nodes,
        edges,
        evidence,
        fix: {
          sentence: `Put the profile right before the credentials expire: it needs a role that trusts ${EC2_SERVICE}.`,
          command: chain.role === undefined ? undefined : allowEc2Command(chain.role),
        },
      };
}

function isNotFound(said: InstanceMetadataStatement): boolean {
  return said.Code === 'InstanceProfileNotFound';
}

/** Why the host was refused then, though the lists look right now. */
function refusalCause(said: InstanceMetadataStatement): string {
  const when = said.LastUpdated ?? 'the last try';
  return isNotFound(said)
    ? `At ${when} EC2 did not find the profile: it was just made, or made again under the same name while the association keeps the old one.`
    : `It was put right after ${when}, or something outside the role, such as a service control policy, stands in the way.`;
}

/** An answer without a profile: nothing to join by but the only host that was read. */
function refusedWithoutProfile(
  graph: Graph,
  said: InstanceMetadataStatement,
  evidence: readonly Evidence[],
): Comparison {
  const host = soleInstance(graph);
  const chain = host === undefined ? undefined : chainsOfInstance(graph, host)[0];
  if (chain === undefined) {
    return {
      outcome: 'cannot-tell',
      sentence: `iam/info names no profile${said.Code === undefined ? '' : ` (${code(said.Code)})`}, so it cannot be set against a chain.`,
      nodes: host === undefined ? [] : [host],
      edges: [],
      evidence,
    };
  }
  return compareCode(graph, chain.profile, chain, said, evidence);
}

function evidenceOfInfo(said: InstanceMetadataStatement): readonly Evidence[] {
  const fields = ['Code', 'Message', 'LastUpdated', 'InstanceProfileArn', 'InstanceProfileId'] as const;
  return fields.flatMap((field) => {
    const value = said[field];
    return value === undefined ? [] : [{ field, value, source: said.label }];
  });
}
