import type { Graph, InstanceNode, ProfileNode, RoleNode } from '../graph/graph.ts';
import type { ErrorStatement } from '../inventory/statements.ts';
import { isLive, nodesOf, profilesHolding, profilesOf } from './lookup.ts';

/** What a failed call names, by its flags and by AWS's words. Bare texts, as they stood. */
export interface NamedInError {
  readonly profile?: string | undefined;
  readonly role?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly associationId?: string | undefined;
}

/** The parts of the graph that a failed call speaks of. */
export interface ErrorSubjects {
  readonly named: NamedInError;
  readonly profile: ProfileNode | undefined;
  readonly role: RoleNode | undefined;
  readonly instance: InstanceNode | undefined;
  /** The role whose name was given where a profile's was wanted. */
  readonly roleNamedAsProfile: RoleNode | undefined;
}

/** AWS's sentences that name a profile; the text in the first group. */
const PROFILE_TEXTS: readonly RegExp[] = [
  /Value \(([^)]+)\) for parameter iamInstanceProfile\.(?:name|arn) is invalid/i,
  /Instance Profile ([\w+=,.@/:-]+) (?:cannot be found|already exists)/i,
  /Invalid (?:IamInstanceProfile|InstanceProfile|IAM Instance Profile(?: name| ARN)?)[:\s]+["'(]?([\w+=,.@/:-]+[\w+=@/-])/i,
  /instance profile ["'`(]?([\w+=,.@/:-]+[\w+=@/-])["'`)]?[^.]* (?:does not exist|not found|is invalid|doesn't exist)/i,
];
const ROLE_TEXTS: readonly RegExp[] = [
  /role with name ([\w+=,.@-]+) (?:cannot be found|already exists)/i,
  /(?:assume|pass) (?:the )?role ["'`(]?(arn:\S+?:role\/[\w+=,.@/-]+|[\w+=,.@-]+)/i,
];

/** Takes the names out of the flags of the command and the words of the error. */
export function namesInError(said: ErrorStatement): NamedInError {
  const { command, text } = said;
  const reference = /--iam-instance-profile[= ]\S*?(?:Name|Arn)=["']?([^\s"',]+)/i.exec(command)?.[1];
  return {
    profile:
      firstMatch(text, PROFILE_TEXTS) ??
      flag(command, 'instance-profile-name') ??
      reference ??
      flag(command, 'iam-instance-profile'),
    role: firstMatch(text, ROLE_TEXTS) ?? flag(command, 'role-name'),
    instanceId:
      /\bi-[0-9a-f]{8,17}\b/i.exec(text)?.[0] ??
      flag(command, 'instance-id') ??
      flag(command, 'instance-ids'),
    associationId: /\biip-assoc-[0-9a-f]+\b/i.exec(text)?.[0] ?? flag(command, 'association-id'),
  };
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

/** The last segment of an ARN or of a path with a name. */
export function bareName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function flag(command: string, name: string): string | undefined {
  const found = new RegExp(`--${name}[= ]["']?([^\\s"']+)`).exec(command)?.[1];
  return found?.startsWith('<') ? undefined : found;
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
