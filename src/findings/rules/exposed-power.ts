import type { Graph, GraphEdge, InstanceNode, ProfileNode, RoleNode } from '../../graph/graph.ts';
import { nameOf } from '../../policy/access-words.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Evidence, Finding, Rule } from '../finding.ts';
import { instanceGroups, publicAddress } from '../instance-groups.ts';
import { liveUsersOf, nodesOf, profilesHolding } from '../lookup.ts';
import { type RolePower, rolePowers } from '../role-power.ts';
import { code, countWords, listNodes } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'exposed-power',
  title: 'Powerful role within easy reach',
  docs: DOCS.bestPractices,
};

/**
 * A role that is administrator, or can make itself more than it is, on instances that the internet reaches or whose metadata
 * service answers without a token. An administrator with a public address is told of by itself. One finding a role.
 */
export const exposedPower: Rule = { ...FACTS, find };

interface Exposed {
  readonly role: RoleNode;
  readonly power: RolePower;
  readonly inPublic: readonly InstanceNode[];
  readonly withoutToken: readonly InstanceNode[];
  readonly profiles: readonly ProfileNode[];
  readonly edges: readonly GraphEdge[];
}

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.rolePolicies.length === 0) return [];
  const { inPublic, tokenOptional } = instanceGroups(graph);
  const optional = new Set(tokenOptional);
  const within = new Set(
    tokenOptional.flatMap((each) => (graph.outgoing.get(each.id) ?? []).map((edge) => edge.to)),
  );
  const powers = rolePowers(graph);
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer === 'no' || role.ghost !== undefined) continue;
    const holders = profilesHolding(graph, role).filter(
      ({ profile }) => inPublic.has(profile.id) || within.has(profile.id),
    );
    const power = holders.length === 0 ? undefined : powers.of(role);
    if (power === undefined) continue;
    const users = holders.flatMap(({ profile }) => liveUsersOf(graph, profile));
    const instances = users.map((each) => each.instance);
    const reached =
      power.kind === 'administrator' ? [] : instances.filter((each) => publicAddress(each) !== undefined);
    const exposed: Exposed = {
      role,
      power,
      inPublic: reached,
      withoutToken: instances.filter(
        (each) => optional.has(each) && (power.kind === 'escalates' || publicAddress(each) === undefined),
      ),
      profiles: holders.map((each) => each.profile),
      edges: holders.map((each) => each.edge),
    };
    if (exposed.inPublic.length + exposed.withoutToken.length > 0) findings.push(describe(exposed));
  }
  return findings;
}

function describe({ role, power, inPublic, withoutToken, profiles, edges }: Exposed): Finding {
  const instances = [...new Set([...inPublic, ...withoutToken])];
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'warning',
    title:
      power.kind === 'administrator'
        ? 'Administrator within easy reach'
        : 'Role that can raise itself within easy reach',
    answer: `Role ${code(role.name)} ${powerWords(power)}, and ${exposureWords(inPublic, withoutToken)}: whoever gets the credentials of such an instance can get the account's.`,
    nodes: [role, ...instances, ...profiles],
    edges,
    evidence: [proofOf(power, role), ...instances.slice(0, 4).map(exposureOf)],
    fix: {
      sentence: `Give role ${code(role.name)} only what its instances need, or a permissions boundary; ${withoutToken.length > 0 ? 'require IMDSv2' : 'take the public address off where none is needed'}.`,
      command:
        withoutToken.length === 0
          ? undefined
          : withoutToken
              .slice(0, 20)
              .map((each) =>
                regionalCommand(each.region, 'ec2 modify-instance-metadata-options', {
                  'instance-id': each.instanceId,
                  'http-tokens': 'required',
                }),
              )
              .join('\n'),
    },
    delay: 'A changed policy counts within seconds to minutes, also for credentials already handed out.',
  });
}

function powerWords(power: RolePower): string {
  return power.kind === 'administrator' ? 'has administrator access' : `can ${power.way.words}`;
}

function exposureWords(inPublic: readonly InstanceNode[], withoutToken: readonly InstanceNode[]): string {
  const words: string[] = [];
  if (inPublic.length > 0)
    words.push(`${those(inPublic)} ${inPublic.length === 1 ? 'has' : 'have'} a public address`);
  if (withoutToken.length > 0)
    words.push(
      `${those(withoutToken)} ${withoutToken.length === 1 ? 'answers' : 'answer'} without a token (IMDSv1)`,
    );
  return words.join(' and ');
}

function those(instances: readonly InstanceNode[]): string {
  const names = listNodes(instances);
  return instances.length === 1 ? names : `${countWords(instances.length, 'instance')} (${names})`;
}

function proofOf(power: RolePower, role: RoleNode): Evidence | undefined {
  return power.kind === 'administrator'
    ? evidenceOf(`policy ${power.policy} of ${role.name}`, 'Allow * on *', power.record)
    : evidenceOf(
        `allows ${power.way.acts.map((act) => act.action).join(' and ')}`,
        [...new Set(power.by.map(nameOf))].join(', '),
        power.record,
      );
}

function exposureOf(instance: InstanceNode): Evidence | undefined {
  const address = publicAddress(instance);
  return address === undefined
    ? evidenceOf(
        `MetadataOptions.HttpTokens of ${instance.instanceId}`,
        instance.record?.MetadataOptions?.HttpTokens,
        instance.record,
      )
    : evidenceOf(`PublicIpAddress of ${instance.instanceId}`, address, instance.record);
}
