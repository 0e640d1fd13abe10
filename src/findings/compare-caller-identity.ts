import { parseArn } from '../base/arn.ts';
import type { Graph } from '../graph/graph.ts';
import type { CallerIdentityStatement } from '../inventory/statements.ts';
import { attachCommands } from './attach-commands.ts';
import { regionalCommand } from './commands.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence, Fix } from './finding.ts';
import { profilesHolding, rolesOf } from './lookup.ts';
import { whyIncomplete } from './not-checked.ts';
import {
  aroundRole,
  chainsOfInstance,
  type FoundChain,
  instanceById,
  isReadAccount,
  partsOf,
  roleOf,
  soleProfile,
  throughProfile,
} from './statement-chains.ts';
import { code, inAccount, listWords, nodeWords } from './words.ts';

/** Who a session says it is. */
interface Speaker {
  readonly accountId: string;
  readonly roleName: string;
  readonly roleId: string;
  readonly instanceId: string | undefined;
}

const NONE = { nodes: [], edges: [] } as const;

/** Compares `aws sts get-caller-identity`, as run on a host, with the chain of that host. */
export function compareCallerIdentity(graph: Graph, said: CallerIdentityStatement): Comparison {
  const evidence: readonly Evidence[] = [
    { field: 'Arn', value: said.Arn, source: said.label },
    { field: 'UserId', value: said.UserId, source: said.label },
  ];
  const speaker = speakerOf(said);
  if (speaker === undefined) {
    return {
      outcome: 'cannot-tell',
      sentence: `${code(said.Arn)} is not a session of a role, so the credentials do not come from an instance profile: look for keys in the environment or in a credentials file on the host.`,
      ...NONE,
      evidence,
    };
  }
  if (!isReadAccount(graph, speaker.accountId)) {
    return {
      outcome: 'not-in-account',
      sentence: `The caller is in account ${code(speaker.accountId)}, which was not read.`,
      ...NONE,
      evidence,
    };
  }
  const instance =
    speaker.instanceId === undefined ? undefined : instanceById(graph, speaker.instanceId, speaker.accountId);
  const chains = instance === undefined ? [] : chainsOfInstance(graph, instance);
  const match = chains.find((chain) => isRole(chain, speaker));
  if (match !== undefined) return agrees(match, speaker, evidence);
  const [chain] = chains;
  if (chain !== undefined && isRoleUnread(graph, chain)) return roleUnread(graph, chain, speaker, evidence);
  if (chain !== undefined) return disagrees(graph, chain, speaker, evidence);
  return withoutChain(graph, speaker, evidence);
}

function speakerOf(said: CallerIdentityStatement): Speaker | undefined {
  const parts = parseArn(said.Arn);
  if (parts?.resourceType !== 'assumed-role') return undefined;
  // The session ARN has no path: `assumed-role/<role name>/<session>`.
  const [, roleName = '', session = ''] = parts.resource.split('/');
  return {
    accountId: said.Account,
    roleName,
    roleId: said.UserId.split(':')[0] ?? '',
    instanceId: /^i-[0-9a-f]+$/i.test(session) ? session : undefined,
  };
}

/** Ids tell; where a file masks or lacks them, names do. */
function isRole({ role }: FoundChain, speaker: Speaker): boolean {
  if (role === undefined) return false;
  return role.roleId !== undefined && speaker.roleId.startsWith('AROA') && role.roleId.startsWith('AROA')
    ? role.roleId === speaker.roleId
    : role.name === speaker.roleName;
}

/** Whether nobody can tell which role the profile holds: it was not read, or its source leaves the roles out. */
function isRoleUnread(graph: Graph, { profile, role }: FoundChain): boolean {
  if (role !== undefined || profile.ghost?.kind === 'gone') return false;
  return rolesOf(graph, profile)[0]?.role.ghost?.kind !== 'empty';
}

function roleUnread(
  graph: Graph,
  chain: FoundChain,
  speaker: Speaker,
  evidence: readonly Evidence[],
): Comparison {
  const list = graph.coverage.of('iam:ListInstanceProfiles', { accountId: chain.profile.accountId });
  const why = list.complete ? 'the input leaves its Roles out.' : whyIncomplete(list);
  return {
    outcome: 'cannot-tell',
    sentence: `Cannot tell whether ${code(speaker.roleName)} is the role of ${chain.instance ? nodeWords(chain.instance) : 'the host'}: which role profile ${code(chain.profile.name)} holds was not read. ${why}`,
    ...partsOf(chain),
    evidence,
  };
}

function agrees(chain: FoundChain, speaker: Speaker, evidence: readonly Evidence[]): Comparison {
  const who = chain.instance ? nodeWords(chain.instance) : 'The host';
  return {
    outcome: 'agrees',
    sentence: `${who} runs as role ${code(speaker.roleName)}, which is what profile ${code(chain.profile.name)} holds.`,
    ...partsOf(chain),
    evidence,
  };
}

function disagrees(
  graph: Graph,
  chain: FoundChain,
  speaker: Speaker,
  evidence: readonly Evidence[],
): Comparison {
  const parts = partsOf(chain);
  const who = chain.instance ? nodeWords(chain.instance) : 'The host';
  const stated = roleOf(graph, {
    roleId: speaker.roleId,
    name: speaker.roleName,
    accountId: speaker.accountId,
  });
  const elsewhere = stated === undefined ? [] : profilesHolding(graph, stated);
  const madeAgain = chain.role?.name === speaker.roleName;
  const now = chain.role === undefined ? 'no known role' : `role ${code(chain.role.name)}`;
  const why = madeAgain
    ? `has the same name but another id (${code(speaker.roleId)}): the role was deleted and made again, and the session is of the old one`
    : elsewhere.length > 0
      ? `is in profile ${listWords(elsewhere.map(({ profile }) => code(profile.name)))}, so the host still holds credentials of another profile`
      : 'is not what the profile holds now, so the host still uses credentials of the old role';
  const first = elsewhere.length > 0 ? chain.uses : chain.holds;
  return {
    outcome: 'disagrees',
    severity: 'warning',
    sentence: `Caller identity differs from the configured role: ${who} acts as ${code(speaker.roleName)}, while profile ${code(chain.profile.name)} holds ${now}; the caller's role ${why}.`,
    nodes: parts.nodes,
    edges: [...new Set([first, ...parts.edges].filter((edge) => edge !== undefined))],
    evidence: [
      ...evidence,
      {
        field: `RoleName in ${chain.profile.name}`,
        value: `${chain.role?.name ?? '(none)'} (${chain.role?.roleId ?? 'id not known'})`,
        source: chain.profile.record?.origin.call ?? 'the graph',
      },
    ],
    fix: staleFix(chain, speaker.instanceId),
    delay:
      'AWS documents a delay of up to one hour after the role in a profile was exchanged; credentials already handed out stay valid until they expire.',
  };
}

/** Cached credentials go by themselves; a new association makes EC2 fetch new ones at once. */
export function staleFix(chain: FoundChain, instanceId?: string): Fix {
  return {
    sentence: `Cached credentials: wait up to an hour, or replace the profile association (or stop and start the instance) to force it. Restart programs that keep credentials in memory.`,
    command:
      chain.instance === undefined
        ? regionalCommand(undefined, 'ec2 describe-iam-instance-profile-associations', {
            filters: `Name=instance-id,Values=${instanceId ?? '<instance-id>'}`,
          })
        : attachCommands(chain.instance, chain.profile.name),
  };
}

/** The instance is not among what was read, or states no profile: look for the role, then for the only profile there is. */
function withoutChain(graph: Graph, speaker: Speaker, evidence: readonly Evidence[]): Comparison {
  const stated = roleOf(graph, {
    roleId: speaker.roleId,
    name: speaker.roleName,
    accountId: speaker.accountId,
  });
  const sole = soleProfile(graph);
  const isStated = stated !== undefined && (stated.roleId === undefined || stated.roleId === speaker.roleId);
  if (stated !== undefined && isStated && profilesHolding(graph, stated).length > 0) {
    const holders = listWords(profilesHolding(graph, stated).map(({ profile }) => code(profile.name)));
    return {
      outcome: 'agrees',
      sentence: `The caller is role ${code(stated.name)}, which profile ${holders} holds${speaker.instanceId === undefined ? '' : `; instance ${code(speaker.instanceId)} itself was not read`}.`,
      ...aroundRole(graph, stated),
      evidence,
    };
  }
  const complete = graph.coverage.of('iam:ListInstanceProfiles').complete;
  if (sole !== undefined) {
    const chain = throughProfile(graph, sole);
    if (isRole(chain, speaker)) return agrees(chain, speaker, evidence);
    // Of a list that breaks off, the only profile need not be the only one.
    if (complete && !isRoleUnread(graph, chain)) return disagrees(graph, chain, speaker, evidence);
  }
  return {
    outcome: complete ? 'not-in-account' : 'cannot-tell',
    // An instance's session of a role that no profile holds any more lives on from before a change.
    severity: complete && speaker.instanceId !== undefined ? 'warning' : undefined,
    fix: complete
      ? {
          sentence:
            'If the role was taken out of its profile, wait up to an hour or replace the profile association of the instance; else read the account and the regions of the host.',
        }
      : undefined,
    sentence: complete
      ? `No profile${inAccount(speaker.accountId)} holds role ${code(speaker.roleName)}, and instance ${code(speaker.instanceId ?? 'of the caller')} was not read.`
      : `Cannot tell which chain role ${code(speaker.roleName)} belongs to: the list of profiles was not read to its end.`,
    ...NONE,
    evidence,
  };
}
