import { bareName } from '../base/arn.ts';
import type { Graph } from '../graph/graph.ts';
import { evaluateAccess } from '../policy/evaluate-access.ts';
import type { FieldValues } from './asked-field.ts';
import type { Probe } from './check.ts';
import { fill } from './expand-pairs.ts';
import { rolePoliciesOf } from './policy-stack.ts';
import type { CopyValue, StepFinding } from './run-check.ts';
import { type Subject, subjectWords } from './subject.ts';

/** Whether EC2 may assume the role, by the verdict that the graph holds. */
export function probeEc2Trust({ role }: Subject): StepFinding {
  const trust = role?.trust;
  if (role === undefined || trust === undefined) return unknown('The trust policy of the role was not read.');
  switch (trust.answer) {
    case 'yes':
      return pass(`Statement ${trust.statement + 1} of the trust policy lets EC2 in.`);
    case 'no':
      return { status: 'fail', why: `${sentence(trust.detail)}.`, copies: [trustCopy()] };
    case 'cannot-confirm':
      return unknown(`${sentence(trust.detail)}.`);
  }
}

/** Whether the trust policy allows a principal of another account with an external ID. */
export function probeTrustOf(
  { role }: Subject,
  look: Probe & { kind: 'trust-principal' },
  values: FieldValues,
): StepFinding {
  const document = role?.record?.AssumeRolePolicyDocument;
  const externalId = fill(look.externalId, values);
  if (role?.arn === undefined || document === undefined || externalId === undefined) {
    return unknown('The trust policy of the role was not read.');
  }
  const verdict = evaluateAccess(
    {
      action: 'sts:AssumeRole',
      resource: role.arn,
      principal: { arn: look.principal },
      resourceAccount: role.accountId,
      context: new Map([['sts:externalid', { kind: 'values', values: [externalId] }]]),
    },
    {
      identity: [],
      identityUnread: ['those of the other account'],
      boundary: 'none',
      resource: { name: 'trust policy', document },
    },
  );
  const name = bareName(look.principal);
  switch (verdict.sides.resource) {
    case 'allows':
      return pass(`The trust policy lets ${name} in with external ID ${externalId}.`);
    case 'silent':
    case 'denies':
      return {
        status: 'fail',
        why: `The trust policy does not let ${name} in with external ID ${externalId}.`,
        copies: [{ what: 'statement for the trust policy', text: trustText(look.principal, externalId) }],
      };
    default:
      return unknown(`The trust policy leaves open whether it lets ${name} in.`);
  }
}

/** Whether there's a chain to a role at all. */
export function probeProfileRole({ node, profile, role, instance }: Subject): StepFinding {
  if (node.kind === 'role' && profile === undefined) {
    return unknown('The role is in no instance profile that was read, or in several. Ask about one profile.');
  }
  if (profile === undefined) {
    return instance?.record === undefined
      ? unknown('The instance was not read.')
      : { status: 'fail', why: 'The instance has no instance profile.', copies: [] };
  }
  switch (profile.ghost?.kind) {
    case 'gone':
      return { status: 'fail', why: `Instance profile ${profile.name} is ${profile.ghost.why}.`, copies: [] };
    case 'denied':
    case 'not-loaded':
      return unknown(`Instance profile ${profile.name}: ${profile.ghost.why}.`);
    default:
  }
  if (role !== undefined) return pass(`Instance profile ${profile.name} holds role ${role.name}.`);
  return profile.record?.Roles?.length === 0
    ? { status: 'fail', why: `Instance profile ${profile.name} is empty: it holds no role.`, copies: [] }
    : unknown(`No source says which role instance profile ${profile.name} holds.`);
}

/** A boundary only narrows; what it does to each action shows in the steps before it. */
export function probeBoundary(graph: Graph, { role }: Subject): StepFinding {
  if (role === undefined) return unknown('There is no role to ask about.');
  const { boundary } = rolePoliciesOf(graph, role).stack;
  if (boundary === 'none') return pass('The role has no permissions boundary.');
  if (boundary === 'unread') {
    const arn = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
    return unknown(
      arn === undefined
        ? 'The list of roles leaves boundaries out, and this role was not read by itself.'
        : `The role has permissions boundary ${arn}, whose document was not read.`,
    );
  }
  return {
    status: 'note',
    why: `The role has permissions boundary ${boundary.name}; the steps above take it into account.`,
    copies: [],
  };
}

/** The ARN that a service wants to be told. */
export function probeProfileArn({ profile }: Subject): StepFinding {
  const arn = profile?.arn;
  if (profile === undefined || arn === undefined)
    return unknown('No source tells the ARN of the instance profile.');
  return { status: 'note', why: `Paste ${arn}.`, copies: [{ what: 'instance profile ARN', text: arn }] };
}

/** Services that know no other way need one name for both. */
export function probeSameNames({ profile, role }: Subject): StepFinding {
  if (profile === undefined || role === undefined) return unknown('Profile or role is not known.');
  if (profile.name === role.name) return pass(`Both are called ${role.name}.`);
  return {
    status: 'fail',
    why: `The profile is called ${profile.name} and the role ${role.name}: make a profile called ${role.name} for it.`,
    copies: [],
  };
}

/** Services that take the role's name for the profile's need both where they differ. */
export function probeNames({ profile, role }: Subject): StepFinding {
  if (profile === undefined || role === undefined) return unknown('Profile or role is not known.');
  if (profile.name === role.name) return pass(`Both are called ${role.name}.`);
  return {
    status: 'note',
    why: `The profile is called ${profile.name} and the role ${role.name}: give the role ARN as well.`,
    copies: role.arn === undefined ? [] : [{ what: 'role ARN', text: role.arn }],
  };
}

/** For a heading: whom the checklist is about. */
export function checkedWords(subject: Subject): string {
  return sentence(subjectWords(subject));
}

function trustCopy(): CopyValue {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  return { what: 'statement for the trust policy', text: JSON.stringify(statement, undefined, 2) };
}

function trustText(principal: string, externalId: string): string {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  };
  return JSON.stringify(statement, undefined, 2);
}

function pass(why: string): StepFinding {
  return { status: 'pass', why, copies: [] };
}

function unknown(why: string): StepFinding {
  return { status: 'cannot-tell', why, copies: [] };
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
