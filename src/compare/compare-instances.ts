import { indexBy } from '../base/index-by.ts';
import type { Chain, ChainStatus } from '../graph/chain.ts';
import type { InstanceNode, NodeId, ProfileNode, RoleNode } from '../graph/graph.ts';
import { isOver } from '../graph/instance-nodes.ts';
import { added, changed, removed } from './change-words.ts';
import type { ChainChange } from './comparison.ts';
import type { Difference } from './difference.ts';
import { quoted } from './difference.ts';
import { type End, endsOf, nameOf, profileEnd, roleEnd } from './ends.ts';
import type { GapList } from './gap-list.ts';
import { fatesOf, type Side } from './presence.ts';

/** The chains of one side by the node that each starts with. */
export type ChainsOf = ReadonlyMap<Chain['id'], Chain>;

export function chainsById(chains: readonly Chain[]): ChainsOf {
  return indexBy(chains, (chain) => chain.id);
}

/** What became of each instance and of the profile and role that it has. */
export function compareInstances(
  earlier: Side,
  later: Side,
  chains: { readonly earlier: ChainsOf; readonly later: ChainsOf },
  gaps: GapList,
): readonly ChainChange[] {
  return fatesOf((graph) => graph.byKind.instance, earlier, later).flatMap(
    ({ thing: instance, was, is }): readonly ChainChange[] => {
      const before = was.is === 'there' ? stateOf(earlier, chains.earlier, was.node) : undefined;
      const after = is.is === 'there' ? stateOf(later, chains.later, is.node) : undefined;
      if (before !== undefined && after !== undefined) {
        return changed(
          after.instance,
          endsIn(before),
          endsIn(after),
          differencesOf(before, after, earlier, later),
        );
      }
      if (before !== undefined) {
        if (is.is === 'unknown') return gaps.add(is.gap, instance);
        const over = later.graph.nodes.get(instance.id);
        const verb =
          over?.kind === 'instance' && isOver(over) ? `is ${over.record?.State ?? 'gone'}` : 'is gone';
        return [removed(before.instance, endsIn(before), `${verb}: it had ${hasWords(before)}`)];
      }
      if (after === undefined) return [];
      if (was.is === 'unknown') return gaps.add(was.gap, instance);
      return [added(after.instance, endsIn(after), `is new, with ${hasWords(after)}`)];
    },
  );
}

/** An instance on one side, with what it has. */
interface InstanceState {
  readonly instance: InstanceNode;
  readonly profile: End<ProfileNode>;
  readonly role: End<RoleNode>;
  readonly status: ChainStatus | undefined;
  readonly why: string | undefined;
}

function stateOf(side: Side, chains: ChainsOf, instance: InstanceNode): InstanceState {
  const chain = chains.get(instance.id);
  const profile = profileEnd(side, chain, instance);
  return { instance, profile, role: roleEnd(side, profile), status: chain?.status, why: chain?.why };
}

function endsIn({ instance, profile, role }: InstanceState) {
  return endsOf(instance, profile, role);
}

function hasWords({ profile, role }: InstanceState): string {
  if (profile.is === 'none') return 'no instance profile';
  if (profile.is === 'unknown') return 'a profile that is not known';
  const through = quoted(profile.node.name);
  if (role.is === 'node') return `role ${quoted(role.node.name)} through profile ${through}`;
  if (role.is === 'unknown') return `profile ${through}, whose role is not known`;
  return profile.node.ghost === undefined
    ? `profile ${through}, which holds no role`
    : `profile ${through}, which does not exist`;
}

function differencesOf(
  before: InstanceState,
  after: InstanceState,
  earlier: Side,
  later: Side,
): readonly Difference[] {
  const profile = profileDifference(before, after, earlier, later);
  const all = [
    roleDifference(before, after),
    profile,
    stateDifference(before, after),
    isLost(profile) ? undefined : statusDifference(before, after),
  ];
  return all.filter((each) => each !== undefined);
}

/** The profile went away under the instance, which says why its chain is broken. */
function isLost(profile: Difference | undefined): boolean {
  return profile?.kind === 'profile-gone' || (profile?.kind === 'profile-remade' && profile.moved === false);
}

function profileDifference(
  before: InstanceState,
  after: InstanceState,
  earlier: Side,
  later: Side,
): Difference | undefined {
  const [was, is] = [before.profile, after.profile];
  if (was.is === 'unknown' || is.is === 'unknown') return undefined;
  if (was.is === 'node' && is.is === 'node') {
    if (was.node.id === is.node.id) return existence(was.node, is.node, earlier, later);
    const remade = remadeIds(was.node, is.node);
    if (remade !== undefined)
      return { kind: 'profile-remade', name: is.node.name, ...remade, moved: is.node.ghost === undefined };
  }
  if (was.is === is.is && was.is === 'none') return undefined;
  return { kind: 'profile', before: nameOf(was), after: nameOf(is) };
}

/** The profile that the instance refers to went away under it, or came back. */
function existence(was: ProfileNode, is: ProfileNode, earlier: Side, later: Side): Difference | undefined {
  const { name, profileId: id } = is;
  if (was.ghost === undefined && is.ghost?.kind === 'gone') {
    const after = idOf(later, is.ghost.remadeAs);
    return after === undefined || id === undefined
      ? { kind: 'profile-gone', name }
      : { kind: 'profile-remade', name, before: id, after, moved: false };
  }
  if (was.ghost?.kind !== 'gone' || is.ghost !== undefined) return undefined;
  const before = idOf(earlier, was.ghost.remadeAs);
  return before === undefined || id === undefined
    ? { kind: 'profile-back', name }
    : { kind: 'profile-remade', name, before, after: id, moved: true };
}

function idOf({ graph }: Side, profile: NodeId | undefined): string | undefined {
  const node = profile === undefined ? undefined : graph.nodes.get(profile);
  return node?.kind === 'profile' ? node.profileId : undefined;
}

/** The AWS ids of a profile that was deleted and made again under one ARN. */
export function remadeIds(
  was: ProfileNode,
  is: ProfileNode,
): { readonly before: string; readonly after: string } | undefined {
  if (was.arn === undefined || was.arn !== is.arn) return undefined;
  if (was.profileId === undefined || is.profileId === undefined || was.profileId === is.profileId)
    return undefined;
  return { before: was.profileId, after: is.profileId };
}

function roleDifference(before: InstanceState, after: InstanceState): Difference | undefined {
  const [was, is] = [before.role, after.role];
  if (was.is === 'unknown' || is.is === 'unknown') return undefined;
  if (was.is === 'node' && is.is === 'node' && was.node.id === is.node.id) return undefined;
  if (was.is === 'none' && is.is === 'none') return undefined;
  const profile =
    after.profile.is === 'node' && after.profile.node.ghost === undefined ? after.profile : undefined;
  const same = before.profile.is === 'node' && before.profile.node.id === profile?.node.id;
  return {
    kind: 'role',
    before: nameOf(was),
    after: nameOf(is),
    ...(same && profile && { through: profile.node.name }),
  };
}

function stateDifference(before: InstanceState, after: InstanceState): Difference | undefined {
  const [was, is] = [before.instance.record?.State, after.instance.record?.State];
  return was === undefined || is === undefined || was === is
    ? undefined
    : { kind: 'state', before: was, after: is };
}

const TOLD: ReadonlySet<ChainStatus | undefined> = new Set(['works', 'broken', 'changing']);

function statusDifference(before: InstanceState, after: InstanceState): Difference | undefined {
  const [was, is] = [before.status, after.status];
  if (was === undefined || is === undefined || was === is || !TOLD.has(was) || !TOLD.has(is))
    return undefined;
  return { kind: 'status', before: was, after: is, why: is === 'works' ? undefined : after.why };
}
