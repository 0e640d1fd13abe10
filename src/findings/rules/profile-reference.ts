import { parseArn } from '../../base/arn.ts';
import { surelyOtherAccount } from '../../graph/accounts.ts';
import type { Graph, GraphEdge, ProfileNode, SourceNode } from '../../graph/graph.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule, Severity } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { kinOf, listedAs } from '../similar-names.ts';
import { managedService, profileReferenceFix, sourceEvidence, sourceWords } from '../source-words.ts';
import { code, inAccount, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'profile-reference',
  title: 'Launch source names a wrong profile',
  docs: DOCS.launchTemplates,
};

/** A launch template, configuration or environment whose reference leads to no profile that it could use. */
export const profileReference: Rule = { ...FACTS, find };

interface Fault {
  readonly severity: Severity;
  readonly title: string;
  readonly answer: string;
  readonly hint: string;
  /** The profile that is surely meant. */
  readonly wanted?: ProfileNode | undefined;
}

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const source of sourcesOf(graph)) {
    for (const edge of graph.outgoing.get(source.id) ?? []) {
      const profile = edge.kind === 'names' ? graph.nodes.get(edge.to) : undefined;
      if (profile?.kind !== 'profile') continue;
      const fault = faultOf(graph, source, profile, edge);
      if (fault !== undefined) findings.push(describe(graph, source, profile, edge, fault));
    }
  }
  return findings;
}

function sourcesOf(graph: Graph): readonly SourceNode[] {
  return [
    ...nodesOf(graph, 'environment'),
    ...nodesOf(graph, 'auto-scaling-group'),
    ...nodesOf(graph, 'launch-configuration'),
    ...nodesOf(graph, 'launch-template'),
  ];
}

function faultOf(graph: Graph, source: SourceNode, profile: ProfileNode, edge: GraphEdge): Fault | undefined {
  if (edge.status === 'confirmed') return undefined;
  return (
    typeFault(graph, source, profile) ??
    placeFault(source, profile) ??
    nameFault(graph, source, profile, edge)
  );
}

function typeFault(graph: Graph, source: SourceNode, profile: ProfileNode): Fault | undefined {
  const parts = profile.arn === undefined ? undefined : parseArn(profile.arn);
  if (parts === undefined || parts.resourceType === 'instance-profile') return undefined;
  const what = parts.resourceType === 'role' ? 'a role ARN' : `an ARN of ${parts.service}`;
  return {
    severity: 'critical',
    title: 'ARN is not of a profile',
    answer: `${sourceWords(source)} refers to ${code(profile.arn ?? '')}, which is ${what} and not an instance-profile ARN, so every launch from it fails.`,
    hint: `Put the instance profile's name or its ARN (${code(`arn:${parts.partition}:iam::${parts.account}:instance-profile/…`)}) here; a role ARN is never accepted. ${holderHint(graph, parts.name)}`.trim(),
  };
}

function placeFault(source: SourceNode, profile: ProfileNode): Fault | undefined {
  const owner = code(source.accountId ?? '');
  if (surelyOtherAccount(source.accountId, profile.accountId)) {
    return {
      severity: 'critical',
      title: 'Profile of another account',
      answer: `${sourceWords(source)} is in account ${owner} but names profile ${code(profile.name)} of account ${code(profile.accountId ?? '')}; profiles cannot be used across accounts, so every launch from it fails.`,
      hint: `Create the profile in account ${owner} and reference that one.`,
    };
  }
  if (
    profile.partition === undefined ||
    source.partition === undefined ||
    profile.partition === source.partition
  ) {
    return undefined;
  }
  return {
    severity: 'critical',
    title: 'Profile ARN of another partition',
    answer: `${sourceWords(source)} is in partition ${code(source.partition)} but names ${code(profile.arn ?? profile.name)}, so every launch from it fails.`,
    hint: `Write the ARN with partition ${code(source.partition)}, or name the profile without an ARN.`,
  };
}

function nameFault(
  graph: Graph,
  source: SourceNode,
  profile: ProfileNode,
  edge: GraphEdge,
): Fault | undefined {
  const slash = profile.arn === undefined ? profile.name.lastIndexOf('/') : -1;
  if (profile.ghost?.kind === 'gone' && slash >= 0) {
    const bare = profile.name.slice(slash + 1);
    const wanted = listedAs(graph, profile, bare);
    return {
      severity: launches(graph, source) ? 'critical' : 'warning',
      title: 'Path given with the name',
      answer: `${sourceWords(source)} names ${code(profile.name)}, but a profile's name is without its path, so every launch from it fails.`,
      hint: wanted
        ? `Use the name ${code(wanted.name)}, without the path, or the full ARN ${code(wanted.arn ?? '')} in the field for ARNs.`
        : `Give the bare name, without the path; no profile ${code(bare)} is listed either.`,
      wanted,
    };
  }
  if (profile.ghost?.kind === 'gone') {
    return {
      severity: launches(graph, source) ? 'critical' : 'warning',
      title: 'Launch source names a missing profile',
      answer: `${sourceWords(source)} names profile ${code(profile.name)}, which does not exist${inAccount(profile.accountId)}: it was deleted, renamed or never made, so every launch from it fails.`,
      hint: missingHint(graph, source, profile),
      wanted: listedAs(graph, profile, profile.name),
    };
  }
  if (profile.record === undefined) return undefined;
  if (edge.status === 'broken') {
    return {
      severity: 'critical',
      title: 'Reference in the wrong form',
      answer: `${sourceWords(source)} does not reach profile ${code(profile.name)}: ${edge.why ?? 'the reference is not valid'}.`,
      hint: `Put the bare name ${code(profile.name)} into Name, or the ARN into Arn.`,
      wanted: profile,
    };
  }
  return {
    severity: 'warning',
    title: 'Name in other letter case',
    answer: `${sourceWords(source)} names the profile in another letter case: ${edge.why ?? `IAM spells it ${profile.name}`}.`,
    hint: `Write ${code(profile.name)}, as IAM does.`,
    wanted: profile,
  };
}

/** Whether new instances come from it: a template version that is neither the default nor in a group launches nothing by itself. */
function launches(graph: Graph, source: SourceNode): boolean {
  if (source.kind !== 'launch-template' || source.isDefault !== false) return true;
  return (graph.incoming.get(source.id) ?? []).some((edge) => edge.kind === 'launches');
}

function describe(
  graph: Graph,
  source: SourceNode,
  profile: ProfileNode,
  edge: GraphEdge,
  fault: Fault,
): Finding {
  const groups = (graph.incoming.get(source.id) ?? []).filter((each) => each.kind === 'launches');
  const groupNodes = groups.map((each) => graph.nodes.get(each.from)).filter((node) => node !== undefined);
  return buildFinding(FACTS, {
    about: edge.id,
    severity: fault.severity,
    title: fault.title,
    answer: fault.answer,
    nodes: [source, profile, ...groupNodes],
    edges: [edge, ...groups],
    evidence: [
      ...sourceEvidence(source),
      profile.ghost?.kind === 'gone'
        ? { field: 'InstanceProfiles', value: profile.ghost.why, source: 'iam:ListInstanceProfiles' }
        : undefined,
    ],
    fix: profileReferenceFix(source, profile, {
      sentence: fault.hint,
      wanted: fault.wanted,
      groups: groupNodes.map((node) => node.label),
    }),
    delay: 'Instances that run already keep their profile; only new launches meet the fault.',
    docs: docsOf(source),
  });
}

function docsOf(source: SourceNode): string {
  if (source.kind !== 'environment') return FACTS.docs;
  return managedService(source).service === 'Beanstalk' ? DOCS.beanstalkProfile : DOCS.instanceProfiles;
}

/** Where the wanted profile may be found: the same name in other letter case or path, or one of the same stem. */
function missingHint(graph: Graph, source: SourceNode, profile: ProfileNode): string {
  const listed = listedAs(graph, profile, profile.name);
  if (listed !== undefined) {
    return `The account has ${code(listed.arn ?? listed.name)}: name that one, with its own path and letter case.`;
  }
  const kin = kinOf(graph, profile).map((each) => code(each.name));
  const role = nodesOf(graph, 'role').find((each) => each.record !== undefined && each.name === profile.name);
  const held =
    role === undefined
      ? ''
      : ` ${code(role.name)} is the name of a role; a profile must be made for it. ${holderHint(graph, role.name)}`;
  const near = kin.length === 0 ? '' : ` Only a hint: ${listWords(kin)} looks like its successor.`;
  const make =
    source.kind === 'environment'
      ? `Create an EC2 role with ${managedService(source).policy.replace(/^.*\//, '')} and a profile named ${code(profile.name)}, or name an existing profile.`
      : `Create profile ${code(profile.name)} with the role that its instances need, or name an existing one.`;
  return `${make}${held}${near}`;
}

function holderHint(graph: Graph, roleName: string): string {
  const role = nodesOf(graph, 'role').find((each) => each.name === roleName);
  const holders = (role === undefined ? [] : (graph.incoming.get(role.id) ?? [])).flatMap((edge) => {
    const holder = edge.kind === 'holds' ? graph.nodes.get(edge.from) : undefined;
    return holder?.kind === 'profile' ? [code(holder.name)] : [];
  });
  return holders.length === 0 ? '' : `Role ${code(roleName)} is in profile ${listWords(holders)}.`;
}
