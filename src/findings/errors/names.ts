import { bareName } from '../../base/arn.ts';
import { evidenceOf } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from '../error-explanation.ts';
import { liveUsersOf, nodesOf, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { code, inAccount } from '../words.ts';

/** A role or profile that IAM did not find by the name that was asked for. */
export const noSuchEntity: ErrorKind = {
  id: 'no-such-entity',
  code: /NoSuchEntity/,
  explain: (call) => {
    const { named } = call.subjects;
    if (/role with name/i.test(call.said.text) && named.role !== undefined)
      return noSuchRole(call, bareName(named.role));
    if (/instance profile/i.test(call.said.text) && named.profile !== undefined) {
      return noSuchProfile(call, bareName(named.profile));
    }
    return undefined;
  },
};

function noSuchRole(call: FailedCall, name: string): ErrorExplanation {
  const namesake = nodesOf(call.graph, 'profile').find((profile) => profile.record && profile.name === name);
  const link = namesake === undefined ? undefined : rolesOf(call.graph, namesake)[0];
  if (
    namesake !== undefined &&
    link !== undefined &&
    link.role.ghost === undefined &&
    link.role.name !== name
  ) {
    return {
      severity: 'info',
      title: 'Profile name looked up as a role',
      answer: `No role is named ${code(name)}: that is a profile, which holds role ${code(link.role.name)}. Nothing was deleted, and the chain is valid.`,
      nodes: [namesake, link.role],
      edges: [link.edge],
      evidence: [evidenceOf(`Roles[0].RoleName of ${name}`, link.role.name, namesake.record)],
      fix: {
        sentence: `AWS is consistent; configure the tool with the real role name ${code(link.role.name)}.`,
        command: iamCommand(call.partition, 'get-role', { 'role-name': link.role.name }),
      },
      docs: DOCS.instanceProfiles,
    };
  }
  const role = call.subjects.role;
  const notChecked = notCheckedOf(call.graph, ['iam:ListInstanceProfiles'], {
    accountId: call.said.accountId,
  });
  const sure = role === undefined && notChecked.length === 0;
  return {
    severity: sure ? 'warning' : 'unknown',
    title: role === undefined ? 'Role does not exist' : 'Two reads contradict each other',
    answer:
      role === undefined
        ? `IAM found no role named ${code(name)}${inAccount(call.said.accountId)}: it was deleted or never made, or the name is of something else${sure ? '' : ', such as a profile; the list of profiles was not read to its end'}.${namesake ? ' A profile has that name, and it holds no role.' : ''}`
        : `Cannot tell whether role ${code(name)} exists: one read lists it, and another one did not find it. It was made or deleted in between, or they are of two accounts.`,
    nodes: [role, namesake],
    fix: {
      sentence:
        role === undefined
          ? 'Give the bare name of a role that exists (no ARN, no path), or create it.'
          : 'Read both again at one time, with one account.',
      command: iamCommand(call.partition, 'list-roles', { output: 'json' }),
    },
    notChecked: role === undefined ? notChecked : [],
    docs: DOCS.troubleshootRoles,
  };
}

function noSuchProfile(call: FailedCall, name: string): ErrorExplanation {
  const { profile } = call.subjects;
  const ghost = nodesOf(call.graph, 'profile').find((node) => node.ghost && node.name === name);
  const users = ghost === undefined ? [] : liveUsersOf(call.graph, ghost);
  const role = nodesOf(call.graph, 'role').find((node) => node.record && node.name === name);
  const flags = { 'instance-profile-name': name };
  return {
    severity: profile !== undefined ? 'unknown' : users.length > 0 ? 'critical' : 'warning',
    title: profile === undefined ? 'Profile does not exist' : 'Two reads contradict each other',
    answer:
      profile === undefined
        ? `IAM found no profile named ${code(name)}${inAccount(call.said.accountId)}${role ? `; ${code(name)} is the name of a role` : ''}${users.length > 0 ? ', though instances refer to it' : ''}.`
        : `Cannot tell whether profile ${code(name)} exists: one read lists it, and another one did not find it. It was made or deleted in between, or they are of two accounts.`,
    nodes: [profile ?? ghost ?? role, ...users.map(({ instance }) => instance)],
    edges: users.map(({ edge }) => edge),
    fix: {
      sentence:
        profile === undefined
          ? `Create the profile with its role, or use the name of an existing one (the bare name, no path and no ARN).`
          : 'Read both again at one time, with one account.',
      command: [
        iamCommand(call.partition, 'create-instance-profile', flags),
        iamCommand(call.partition, 'add-role-to-instance-profile', {
          ...flags,
          'role-name': role?.name ?? '<role-name>',
        }),
      ].join('\n'),
    },
    docs: DOCS.instanceProfiles,
  };
}

/** An ARN or path where IAM wants a bare name. */
export const invalidName: ErrorKind = {
  id: 'invalid-name',
  text: /specified value for (?:roleName|instanceProfileName) is invalid|at '(?:roleName|instanceProfileName)' failed to satisfy constraint/i,
  explain: (call) => {
    const ofRole = /roleName/.test(call.said.text);
    const what = ofRole ? 'role' : 'profile';
    const empties = nodesOf(call.graph, 'profile').filter((node) => node.record?.Roles?.length === 0);
    const { named } = call.subjects;
    const profile =
      named.profile === undefined
        ? empties.length === 1
          ? empties[0]
          : call.subjects.profile
        : call.subjects.profile;
    const isEmpty = profile?.record?.Roles?.length === 0;
    const used = profile !== undefined && liveUsersOf(call.graph, profile).length > 0;
    const links = profile === undefined ? [] : rolesOf(call.graph, profile);
    const role = named.role === undefined ? '<role-name>' : bareName(named.role);
    const name = profile?.name ?? bareName(named.profile ?? '<instance-profile-name>');
    const adds = call.operation === 'AddRoleToInstanceProfile';
    return {
      // A read that failed breaks nothing; a role that was not added leaves the profile empty.
      severity: isEmpty && used ? 'critical' : adds || isEmpty ? 'warning' : 'info',
      title: `Not a bare ${what} name`,
      answer: `${call.operation || 'The call'} was given something other than a bare ${what} name, such as an ARN or a path with the name, so it did nothing${isEmpty ? `: profile ${code(profile.name)} is empty` : profile && !adds ? `; profile ${code(profile.name)} itself is healthy` : ''}.`,
      nodes: [profile],
      edges: links.map(({ edge }) => edge),
      evidence: [isEmpty ? evidenceOf(`Roles of ${profile.name}`, '[]', profile.record) : undefined],
      fix: {
        sentence: `Give the bare ${what} name (no ARN, no path)${adds ? ' to add-role-to-instance-profile' : ''}${profile && !ofRole ? `: ${code(profile.name)}` : ''}.`,
        command: adds
          ? iamCommand(call.partition, 'add-role-to-instance-profile', {
              'instance-profile-name': name,
              'role-name': role,
            })
          : ofRole
            ? iamCommand(call.partition, 'get-role', { 'role-name': role })
            : iamCommand(call.partition, 'get-instance-profile', { 'instance-profile-name': name }),
      },
      docs: DOCS.quotas,
    };
  },
};
