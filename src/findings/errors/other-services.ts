import type { RoleNode } from '../../graph/graph.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import { allowEc2Command } from '../ec2-trust.ts';
import type { ErrorKind, FailedCall } from '../error-explanation.ts';
import { profilesHolding, profilesOf, rolesOf } from '../lookup.ts';
import { code, nodeWords } from '../words.ts';

/** EKS looks into the trust policy of a node role before it makes the node group. */
export const nodeRoleTrust: ErrorKind = {
  id: 'node-role-trust',
  text: /service principals? \[[^\]]+\] (?:was|were) not found in the trust relationship/i,
  explain: (call) => {
    const wanted = /service principals? \[([^\]]+)\]/i.exec(call.said.text)?.[1] ?? 'ec2.amazonaws.com';
    const { role } = call.subjects;
    const holders = role === undefined ? [] : profilesHolding(call.graph, role);
    const trustsNow = role?.trust?.answer === 'yes';
    const which = role === undefined ? 'the node role' : `role ${code(role.name)}`;
    return {
      severity: trustsNow ? 'info' : 'critical',
      title: 'Node role does not trust EC2',
      answer: trustsNow
        ? `${call.operation || 'The call'} failed because the trust policy of ${which} did not name ${wanted} then; by what was read it does now.`
        : `${call.operation || 'The call'} failed because the trust policy of ${which} does not let ${wanted} assume it.`,
      nodes: [role, ...holders.map(({ profile }) => profile)],
      edges: holders.map(({ edge }) => edge),
      fix: trustsNow
        ? { sentence: 'Try the call again.' }
        : {
            sentence: `Edit the trust policy of ${which}: allow sts:AssumeRole for Service ${wanted}; or give the role that is meant for nodes.`,
            command: role && allowEc2Command(role, wanted.split(/,\s*/)),
          },
      docs: DOCS.eksNodeRole,
    };
  },
};

/** Session Manager does not reach a host: its chain is one cause of three. */
export const notConnected: ErrorKind = {
  id: 'ssm-not-connected',
  code: /TargetNotConnected/,
  explain: (call) => {
    const { instance, named } = call.subjects;
    const links = instance === undefined ? [] : profilesOf(call.graph, instance);
    const role = roleOfInstance(call);
    const host = instance === undefined ? code(named.instanceId ?? 'the instance') : nodeWords(instance);
    return {
      severity: instance !== undefined && links.length === 0 ? 'warning' : 'info',
      title: 'Systems Manager does not reach the instance',
      answer: `Systems Manager has no connection to ${host}${
        role
          ? `, which is to run as role ${code(role.name)}: the role may lack AmazonSSMManagedInstanceCore, or the agent or its network is not up.`
          : links.length === 0 && instance !== undefined
            ? ', which has no instance profile: without one it needs Default Host Management Configuration.'
            : ': its role, its agent or its network is not ready.'
      }`,
      nodes: [instance, ...links.map(({ profile }) => profile), role],
      edges: links.map(({ edge }) => edge),
      fix: {
        sentence: `${role ? `Attach AmazonSSMManagedInstanceCore to role ${code(role.name)}` : 'Attach a profile whose role has AmazonSSMManagedInstanceCore, or enable Default Host Management Configuration'}; then check that the SSM agent runs and reaches the ssm and ssmmessages endpoints.`,
        command: regionalCommand(instance?.region ?? call.said.region, 'ssm describe-instance-information', {
          filters: `Key=InstanceIds,Values=${instance?.instanceId ?? named.instanceId ?? '<instance-id>'}`,
        }),
      },
      docs: DOCS.ssmInstanceRole,
    };
  },
};

function roleOfInstance(call: FailedCall): RoleNode | undefined {
  const { instance } = call.subjects;
  const [first] = instance === undefined ? [] : profilesOf(call.graph, instance);
  const [link] = first === undefined ? [] : rolesOf(call.graph, first.profile);
  return link?.role.ghost === undefined ? link?.role : undefined;
}
