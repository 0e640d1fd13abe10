import type { InstanceNode, RoleNode } from '../graph/graph.ts';
import { code } from './words.ts';

const PROXY =
  'If an HTTP proxy is set on the host, it may capture the metadata address: set NO_PROXY=169.254.169.254.';
const OWN_KEYS =
  'Keys in the environment or in ~/.aws/credentials come before the role: aws sts get-caller-identity on the host shows who it is.';
const ONE_HOP =
  'From a container the answer of the metadata service needs one hop more than the limit of 1 allows: raise the hop limit to 2, or use a role for the task or pod.';
const CONTAINER =
  'A container reaches the metadata service only if the hop limit and its network mode allow it.';
const TOKENS = 'IMDSv2 is required: an SDK or agent from before 2019 asks without a token and gets 401.';
const FIREWALL = 'If the host firewall (iptables) blocks 169.254.169.254, no program on it gets credentials.';

/**
 * "If it still fails": what to look at on the host, in order of likelihood, when AWS's side is right. Few differ by host, so
 * the lists are made once a role.
 */
export function hostHints(role: RoleNode): (instance: InstanceNode) => readonly string[] {
  const jenkins = `On Jenkins a pipeline step of a plugin runs on the controller and so as its role: grant the controller role, or use a shell step to act as ${code(role.name)} on the agent.`;
  const denied = `If AWS says AccessDenied, the credentials work and role ${code(role.name)} lacks the permission: look at its policies, its boundary and the resource's own policy.`;
  const withoutToken = [PROXY, OWN_KEYS, CONTAINER, FIREWALL, jenkins, denied];
  const manyHops = [PROXY, OWN_KEYS, CONTAINER, TOKENS, jenkins, denied];
  const oneHop = [PROXY, OWN_KEYS, ONE_HOP, TOKENS, jenkins, denied];
  return ({ record }) => {
    const options = record?.MetadataOptions;
    if (options?.HttpTokens !== 'required') return withoutToken;
    return (options.HttpPutResponseHopLimit ?? 1) < 2 ? oneHop : manyHops;
  };
}
