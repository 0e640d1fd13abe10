import { bareName } from '../base/arn.ts';
import type { Graph, InstanceNode, ProfileNode, RoleNode } from '../graph/graph.ts';
import { type NamedInError, namesInError } from '../graph/named-in-error.ts';
import type { ErrorStatement } from '../inventory/statements.ts';
import { isLive, nodesOf, profilesHolding, profilesOf } from './lookup.ts';

/** The parts of the graph that a failed call speaks of. */
export interface ErrorSubjects {
  readonly named: NamedInError;
  readonly profile: ProfileNode | undefined;
  readonly role: RoleNode | undefined;
  readonly instance: InstanceNode | undefined;
  /** The role whose name was given where a profile's was wanted. */
  readonly roleNamedAsProfile: RoleNode | undefined;
}

/** Looks the names up. What isn't named is taken to be the only thing of its kind that was read, if there is just one. */
export function subjectsOf(graph: Graph, said: ErrorStatement): ErrorSubjects {
  const named = namesInError(said);
  const here = (node: { readonly accountId?: string | undefined }) =>
    said.accountId === undefined || node.accountId === undefined || node.accountId === said.accountId;
  const profiles = nodesOf(graph, 'profile').filter((node) => node.record !== undefined && here(node));
  const roles = nodesOf(graph, 'role').filter((node) => node.record !== undefined && here(node));
  const instances = nodesOf(graph, 'instance').filter((node) => here(node) && isLive(node));

  const profileName = named.profile === undefined ? undefined : bareName(named.profile);
  const byName = profiles.find((node) => node.name === profileName || node.arn === named.profile);
  const associated = instances.find(({ associations }) =>
    associations.some(({ AssociationId }) => AssociationId === named.associationId),
  );
  const instance =
    named.instanceId === undefined
      ? (associated ?? only(instances))
      : instances.find((node) => node.instanceId === named.instanceId);
  const role =
    named.role === undefined
      ? only(roles.filter((node) => !node.serviceLinked))
      : roles.find((node) => node.name === bareName(named.role ?? ''));
  const held = named.role === undefined || role === undefined ? [] : profilesHolding(graph, role);
  const used = instance === undefined ? [] : profilesOf(graph, instance);
  return {
    named,
    instance,
    role,
    profile:
      profileName === undefined ? (only(held)?.profile ?? only(profiles) ?? only(used)?.profile) : byName,
    roleNamedAsProfile: byName === undefined ? roles.find((node) => node.name === profileName) : undefined,
  };
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
