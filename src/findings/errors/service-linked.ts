import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorKind } from '../error-explanation.ts';
import { nodesOf } from '../lookup.ts';
import { code } from '../words.ts';

/** Service-linked roles: made by their service, changed by nobody else. */
export const serviceLinkedCreation: ErrorKind = {
  id: 'service-linked-creation',
  text: /ServiceLinkedRoleCreationNotPermitted|permission to create the service-linked role|service-linked role .*(?:does not exist|not exist|missing)/i,
  explain: (call) => {
    const spot = /spot/i.test(call.said.text);
    const linked = nodesOf(call.graph, 'role').filter((role) => role.serviceLinked);
    const service = spot
      ? 'spot.amazonaws.com'
      : (/([\w-]+\.amazonaws\.com)/.exec(call.said.text)?.[1] ??
        (/auto ?scaling/i.test(`${call.said.command} ${call.operation} ${call.said.text}`)
          ? 'autoscaling.amazonaws.com'
          : '<service>.amazonaws.com'));
    const has = linked.find((role) => role.record?.Path?.includes(service));
    return {
      severity: 'info',
      title: 'Service-linked role is missing',
      answer: `${call.operation || 'The call'} needs the service-linked role of ${spot ? 'EC2 Spot' : code(service)}${has ? ', which exists now' : ', which is missing'}, and the caller may not create it. This says nothing about instance roles: service-linked roles never trust EC2.`,
      nodes: [has, ...linked.filter((role) => role !== has)],
      fix: {
        sentence: `Run this once in the account, as someone who may: it creates the service-linked role.`,
        command: iamCommand(call.partition, 'create-service-linked-role', { 'aws-service-name': service }),
      },
      docs: spot ? DOCS.spotServiceLinkedRole : DOCS.serviceLinkedRoles,
    };
  },
};

/** IAM protects roles of services from change. */
export const unmodifiable: ErrorKind = {
  id: 'unmodifiable',
  code: /UnmodifiableEntity/,
  explain: (call) => ({
    severity: 'info',
    title: 'Role of a service cannot be changed',
    answer: `${code(call.subjects.role?.name ?? call.subjects.named.role ?? 'The role')} is a service-linked role: only its service may change it, and it cannot be put into a profile.`,
    nodes: [call.subjects.role],
    fix: { sentence: 'Use a role of your own that trusts ec2.amazonaws.com for instances.' },
    docs: DOCS.serviceLinkedRoles,
  }),
};
