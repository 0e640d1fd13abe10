import { groupBy } from '../../base/index-by.ts';
import type { Graph, GraphEdge, ProfileNode } from '../../graph/graph.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, sourcesNaming } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { code, inAccount, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'profile-unreadable',
  title: 'Profile could not be read',
  docs: DOCS.listInstanceProfiles,
};

interface Referred {
  readonly profile: ProfileNode;
  readonly edges: readonly GraphEdge[];
}

/** Profiles that something refers to but nobody could look up, by account: not readable is never "missing". */
export const profileUnreadable: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const referred: Referred[] = [];
  for (const profile of nodesOf(graph, 'profile')) {
    if (profile.ghost?.kind !== 'denied' && profile.ghost?.kind !== 'not-loaded') continue;
    if (isOfOtherType(profile)) continue;
    // A broken reference is wrong whatever IAM lists, and has a rule of its own.
    const edges = [
      ...liveUsersOf(graph, profile).map(({ edge }) => edge),
      ...sourcesNaming(graph, profile),
    ].filter((edge) => edge.status !== 'broken');
    if (edges.length > 0) referred.push({ profile, edges });
  }
  const groups = groupBy(
    referred,
    ({ profile }) => `${profile.accountId ?? ''}:${profile.ghost?.kind ?? ''}`,
  );
  return [...groups].map(([key, group]) => describe(graph, key, group));
}

function describe(graph: Graph, key: string, group: readonly Referred[]): Finding {
  const profiles = group.map(({ profile }) => profile);
  const first = profiles[0];
  const accountId = first?.accountId;
  const denied = first?.ghost?.kind === 'denied';
  const notChecked = notCheckedOf(graph, ['iam:ListInstanceProfiles'], { accountId });
  const names = listWords(profiles.map((profile) => code(profile.name)));
  const why = notChecked[0]?.why ?? `${profiles[0]?.ghost?.why ?? 'it was not read'}.`;
  return buildFinding(FACTS, {
    about: key,
    severity: 'unknown',
    title: denied ? 'Profile not readable' : FACTS.title,
    answer: `Cannot tell which role profile ${names}${inAccount(accountId)} ${profiles.length === 1 ? 'holds' : 'hold'}, nor whether ${profiles.length === 1 ? 'it is' : 'they are'} missing: ${why}`,
    nodes: [...profiles, ...group.flatMap(({ edges }) => edges.map((edge) => graph.nodes.get(edge.from)))],
    edges: group.flatMap(({ edges }) => edges),
    evidence: notChecked.map((each) => ({
      field: `coverage of ${each.call}`,
      value: each.why,
      source: each.call,
    })),
    fix: {
      sentence: denied
        ? 'Grant the viewer iam:ListInstanceProfiles and iam:ListRoles, or ask for the output of these commands from someone who may read IAM.'
        : again(graph, accountId),
      command: ['list-instance-profiles', 'list-roles']
        .map((command) => iamCommand(first?.partition, command, { output: 'json' }))
        .join('\n'),
    },
    notChecked,
  });
}

/** What to do about a list that failed is not what to do about one that breaks off. */
function again(graph: Graph, accountId: ProfileNode['accountId']): string {
  const answer = graph.coverage.of('iam:ListInstanceProfiles', { accountId });
  switch (answer.complete ? undefined : answer.worst?.reason?.kind) {
    case 'throttled':
      return 'AWS throttled the read: press retry, or run this again after a minute.';
    case 'credentials-expired':
    case 'credentials-invalid':
      return 'Sign in again with valid credentials, then read the profiles anew.';
    default:
      return 'The list is incomplete or was not read: run this again without --max-items, --no-paginate or --query, and read the whole output.';
  }
}

/** A reference to a role's ARN is a fault of the reference, not of reading. */
function isOfOtherType(profile: ProfileNode): boolean {
  return profile.arn !== undefined && !profile.arn.includes(':instance-profile/');
}
