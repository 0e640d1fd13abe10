import { evidenceOf } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from '../error-explanation.ts';
import { liveUsersOf, profilesHolding, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { code, listWords } from '../words.ts';

/** CreateInstanceProfile or CreateRole for a name that is taken. */
export const alreadyExists: ErrorKind = {
  id: 'already-exists',
  code: /EntityAlreadyExists/,
  explain: (call) => {
    const ofRole = /Role with name/i.test(call.said.text) || call.operation === 'CreateRole';
    const { profile, role, named } = call.subjects;
    const name = ofRole ? (role?.name ?? named.role) : (profile?.name ?? named.profile);
    if (ofRole) {
      return {
        severity: 'info',
        title: 'Role exists already',
        answer: `A role named ${code(name ?? '')} exists already; names are unique in an account whatever their path and letter case.`,
        nodes: [role],
        fix: {
          sentence:
            'Use the existing role, or delete it first: take it out of its profiles and its policies off.',
          command: iamCommand(call.partition, 'get-role', { 'role-name': name ?? '<role-name>' }),
        },
        docs: DOCS.identifiers,
      };
    }
    const empty = profile?.record?.Roles?.length === 0;
    const used = profile !== undefined && liveUsersOf(call.graph, profile).length > 0;
    const flags = { 'instance-profile-name': name ?? '<instance-profile-name>' };
    return {
      severity: 'info',
      title: 'Profile exists already',
      answer: `A profile named ${code(name ?? '')} exists already${empty ? ', without a role, so the IAM console does not show it' : ''}; names are unique in an account whatever their path and letter case.`,
      nodes: [profile],
      evidence: [evidenceOf(`CreateDate of ${name ?? ''}`, profile?.record?.CreateDate, profile?.record)],
      fix: {
        sentence: `Use the existing profile (import it into the tool's state)${used ? '' : ', or delete the leftover if nothing uses it'}. The console lists profiles only through roles.`,
        command: [
          iamCommand(call.partition, 'get-instance-profile', flags),
          ...(used ? [] : [iamCommand(call.partition, 'delete-instance-profile', flags)]),
        ].join('\n'),
        terraform: `terraform import aws_iam_instance_profile.this ${name ?? '<instance-profile-name>'}`,
      },
      docs: DOCS.instanceProfiles,
    };
  },
};

/** DeleteRole or DeleteInstanceProfile for what still holds or is held. */
export const deleteConflict: ErrorKind = {
  id: 'delete-conflict',
  code: /DeleteConflict/,
  explain: (call) =>
    /polic/i.test(call.said.text)
      ? policiesFirst(call)
      : call.operation === 'DeleteInstanceProfile'
        ? roleFirst(call)
        : profilesFirst(call),
};

function profilesFirst(call: FailedCall): ErrorExplanation {
  const { role, named } = call.subjects;
  const holders = role === undefined ? [] : profilesHolding(call.graph, role);
  const users = holders.flatMap(({ profile }) => liveUsersOf(call.graph, profile));
  const name = role?.name ?? named.role ?? '<role-name>';
  const profiles = holders.map(({ profile }) => profile.name);
  return {
    severity: 'info',
    title: 'Role is in a profile',
    answer: `Role ${code(name)} cannot be deleted because it is in ${holders.length === 0 ? 'an instance profile' : `profile ${listWords(profiles.map(code))}`}${users.length === 0 ? ', which no listed instance uses' : ''}; it is not unattached.`,
    nodes: [role, ...holders.map(({ profile }) => profile)],
    edges: holders.map(({ edge }) => edge),
    evidence: holders
      .slice(0, 5)
      .map(({ profile }) => evidenceOf(`Roles of ${profile.name}`, name, profile.record)),
    fix: {
      sentence: `Remove it from ${profiles.length > 1 ? 'the profiles' : 'the profile'} first, then delete it${users.length > 0 ? '; instances use it now and would lose their credentials' : ''}.`,
      command: [
        ...(profiles.length === 0 ? ['<instance-profile-name>'] : profiles.slice(0, 10)).map((profile) =>
          iamCommand(call.partition, 'remove-role-from-instance-profile', {
            'instance-profile-name': profile,
            'role-name': name,
          }),
        ),
        iamCommand(call.partition, 'delete-role', { 'role-name': name }),
      ].join('\n'),
    },
    notChecked: notCheckedOf(call.graph, ['ec2:DescribeInstances'], { accountId: role?.accountId }),
    docs: DOCS.deleteRoles,
  };
}

function roleFirst(call: FailedCall): ErrorExplanation {
  const { profile, named } = call.subjects;
  const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
  const name = profile?.name ?? named.profile ?? '<instance-profile-name>';
  const role = link?.role.ghost === undefined ? link?.role : undefined;
  const users = profile === undefined ? [] : liveUsersOf(call.graph, profile);
  return {
    severity: 'info',
    title: 'Profile still holds a role',
    answer: `Profile ${code(name)} cannot be deleted while it holds ${role ? `role ${code(role.name)}` : 'a role'}.`,
    nodes: [profile, role],
    edges: [link?.edge],
    fix: {
      sentence: `Remove the role from the profile first, then delete the profile${users.length > 0 ? '; instances use it now and would lose their credentials' : ''}.`,
      command: [
        iamCommand(call.partition, 'remove-role-from-instance-profile', {
          'instance-profile-name': name,
          'role-name': role?.name ?? '<role-name>',
        }),
        iamCommand(call.partition, 'delete-instance-profile', { 'instance-profile-name': name }),
      ].join('\n'),
    },
    docs: DOCS.deleteRoles,
  };
}

function policiesFirst(call: FailedCall): ErrorExplanation {
  const name = call.subjects.role?.name ?? call.subjects.named.role ?? '<role-name>';
  return {
    severity: 'info',
    title: 'Role still has policies',
    answer: `Role ${code(name)} cannot be deleted while it has policies.`,
    nodes: [call.subjects.role],
    fix: {
      sentence: 'Detach its managed policies and delete its inline policies first.',
      command: [
        iamCommand(call.partition, 'list-attached-role-policies', { 'role-name': name }),
        iamCommand(call.partition, 'list-role-policies', { 'role-name': name }),
        iamCommand(call.partition, 'detach-role-policy', { 'role-name': name, 'policy-arn': '<policy-arn>' }),
        iamCommand(call.partition, 'delete-role-policy', {
          'role-name': name,
          'policy-name': '<policy-name>',
        }),
      ].join('\n'),
    },
    docs: DOCS.deleteRoles,
  };
}
