import { parseArn } from '../base/arn.ts';
import { toArn } from '../inventory/ids.ts';
import type { ProfileReference } from '../inventory/records.ts';
import { type Accounts, surelyOtherAccount } from './accounts.ts';
import type { CoverageIndex } from './coverage-index.ts';
import { addEdge, addNode, type Draft } from './draft.ts';
import { findProfile } from './find-profile.ts';
import type { EdgeStatus, Ghost, ProfileNode, SourceNode } from './graph.ts';
import { missingProfile } from './profile-ghost.ts';
import { type ProfileIndex, profileNodeId } from './profile-nodes.ts';
import type { Sources } from './source-nodes.ts';

/** Draws `launches` between groups and what they launch from, and `names` from each source to the profile it names. */
export function linkSources(
  draft: Draft,
  { sources, launches }: Sources,
  profiles: ProfileIndex,
  accounts: Accounts,
  coverage: CoverageIndex,
): void {
  for (const { node, reference } of sources) {
    addNode(draft, node);
    if (reference === undefined || (reference.Arn ?? reference.Name ?? reference.Id) === undefined) continue;
    const target = targetOf(node, reference, profiles, accounts, coverage);
    addNode(draft, target.node);
    addEdge(draft, {
      kind: 'names',
      from: node.id,
      to: target.node.id,
      status: target.status,
      why: target.why,
      joinedBy: target.joinedBy,
    });
  }
  for (const { from, to } of launches) addEdge(draft, { kind: 'launches', from, to, status: 'confirmed' });
}

interface Target {
  readonly node: ProfileNode;
  readonly status: EdgeStatus;
  readonly why?: string | undefined;
  readonly joinedBy?: 'id' | 'arn' | 'name' | undefined;
}

function targetOf(
  source: SourceNode,
  reference: ProfileReference,
  profiles: ProfileIndex,
  accounts: Accounts,
  coverage: CoverageIndex,
): Target {
  const text = reference.Arn ?? reference.Name ?? '';
  const fault = faultOf(source, reference, accounts);
  if (fault !== undefined && !fault.real)
    return { node: misnomer(text, fault.why, accounts), status: 'broken', why: fault.why };

  const meant = fault === undefined ? reference : { Arn: toArn(text) };
  const match = findProfile(meant, source.accountId, profiles, accounts);
  const target: Target =
    match.kind === 'found'
      ? { node: match.node, status: 'confirmed', joinedBy: match.joinedBy }
      : (otherCase(reference, source, profiles) ??
        missingProfile(meant, source.accountId, match, accounts, coverage));
  return fault === undefined ? target : { ...target, status: 'broken', why: fault.why };
}

/** What is wrong with the reference itself, whatever IAM lists; `real` when the profile it means may exist all the same. */
function faultOf(
  source: SourceNode,
  reference: ProfileReference,
  accounts: Accounts,
): { readonly why: string; readonly real: boolean } | undefined {
  const text = reference.Arn ?? reference.Name ?? '';
  const parts = parseArn(accounts.arnKey(text));
  if (parts === undefined) {
    return reference.Arn === undefined ? undefined : { why: 'the text is not an ARN', real: false };
  }
  if (parts.resourceType === 'role') {
    return { why: 'it is a role ARN, not an instance profile ARN: EC2 takes no role here', real: false };
  }
  if (parts.resourceType !== 'instance-profile') {
    return {
      why: `it is the ARN of another thing (${parts.service}), not of an instance profile`,
      real: false,
    };
  }
  if (surelyOtherAccount(parts.account, source.accountId)) {
    const why = `the profile is of account ${parts.account}, and a profile cannot be used in another account (${source.accountId ?? ''})`;
    return { why, real: true };
  }
  if (reference.Arn === undefined) return { why: 'an ARN stands where EC2 takes the bare name', real: true };
  return undefined;
}

/** A node for what was named though it can be no profile. */
function misnomer(text: string, why: string, accounts: Accounts): ProfileNode {
  const parts = parseArn(text);
  const ghost: Ghost = { kind: 'gone', why };
  return {
    kind: 'profile',
    id: profileNodeId(accounts.arnKey(text), undefined),
    label: parts?.name ?? text,
    name: parts?.name ?? text,
    accountId: parts === undefined ? undefined : accounts.of({}, text),
    partition: parts?.partition,
    arn: parts === undefined ? undefined : toArn(text),
    ghost,
  };
}

/** IAM takes no two names that differ in case alone, so another spelling means that profile; whether EC2 takes it, AWS doesn't say. */
function otherCase(
  reference: ProfileReference,
  source: SourceNode,
  profiles: ProfileIndex,
): Target | undefined {
  if (reference.Arn !== undefined || reference.Name === undefined) return undefined;
  const node = profiles
    .inAnyCase(reference.Name)
    .find((each) => source.accountId === undefined || each.accountId === source.accountId);
  if (node === undefined) return undefined;
  return { node, status: 'unknown', why: `IAM spells the name ${node.name}`, joinedBy: 'name' };
}
