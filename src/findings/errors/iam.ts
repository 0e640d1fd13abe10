import { evidenceOf } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import { editTrustCommand } from '../ec2-trust.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from '../error-explanation.ts';
import { bareName } from '../error-names.ts';
import { liveUsersOf, nodesOf, profilesHolding, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { code, inAccount, listWords } from '../words.ts';

/** A second role for a profile that has one. */
export const oneRolePerProfile: ErrorKind = {
  id: 'one-role-per-profile',
  text: /InstanceSessionsPerInstanceProfile/,
  explain: (call) => {
    const { profile, named } = call.subjects;
    const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
    const old = link?.role.ghost === undefined ? link?.role : undefined;
    const name = profile?.name ?? named.profile ?? '<instance-profile-name>';
    const wanted = named.role === undefined ? '<role-name>' : bareName(named.role);
    return {
      severity: 'info',
      title: 'A profile holds one role',
      answer: `Profile ${code(name)} already holds ${old ? `role ${code(old.name)}` : 'a role'}; the limit of one role per profile is fixed (InstanceSessionsPerInstanceProfile: 1).`,
      nodes: [profile, old],
      edges: [link?.edge],
      evidence: [evidenceOf(`Roles of ${name}`, old?.name, profile?.record)],
      fix: {
        sentence:
          'A profile holds one role and AWS will not raise this; remove the old role first or use another profile.',
        command: [
          iamCommand(call.partition, 'remove-role-from-instance-profile', {
            'instance-profile-name': name,
            'role-name': old?.name ?? '<role-name>',
          }),
          iamCommand(call.partition, 'add-role-to-instance-profile', {
            'instance-profile-name': name,
            'role-name': wanted,
          }),
        ].join('\n'),
      },
      delay:
        'Exchanging the role in a profile takes up to an hour to reach instances; attaching another profile is quicker.',
      docs: DOCS.instanceProfiles,
    };
  },
};

/** A quota of the account: profiles, roles, policies. */
export const quotaExceeded: ErrorKind = {
  id: 'quota-exceeded',
  text: /Cannot exceed quota for (\w+)(?:: (\d+))?/,
  explain: (call) => {
    const [, quota = '', limit] = /Cannot exceed quota for (\w+)(?:: (\d+))?/.exec(call.said.text) ?? [];
    const facts = QUOTAS[quota];
    const ofAccount = quota.endsWith('PerAccount');
    return {
      severity: ofAccount ? 'warning' : 'info',
      title: ofAccount ? 'IAM quota is used up' : 'IAM limit reached',
      answer: `${call.operation || 'The call'} failed because ${facts?.what ?? `the quota ${quota}`}${limit === undefined ? '' : ` (${limit})`} ${ofAccount ? `${facts ? 'are' : 'is'} used up${inAccount(call.said.accountId)}` : 'is reached'}.`,
      nodes: ofAccount ? [] : [call.subjects.role],
      fix: {
        sentence: facts?.fix ?? 'Delete what is not used or ask for a higher quota.',
        command: iamCommand(call.partition, 'get-account-summary', {}),
      },
      docs: DOCS.quotas,
    };
  },
};

const QUOTAS: Readonly<Record<string, { readonly what: string; readonly fix: string } | undefined>> = {
  InstanceProfilesPerAccount: {
    what: 'the instance profiles of the account',
    fix: 'Delete unused profiles (leftovers without a role are invisible in the console) or ask for a higher InstanceProfiles quota.',
  },
  RolesPerAccount: {
    what: 'the roles of the account',
    fix: 'Delete unused roles or ask for a higher Roles quota.',
  },
  PoliciesPerRole: {
    what: 'the number of managed policies of one role',
    fix: 'Put several policies together into one, or ask for a higher quota of managed policies per role.',
  },
  AttachedPoliciesPerRole: {
    what: 'the number of managed policies of one role',
    fix: 'Put several policies together into one, or ask for a higher quota of managed policies per role.',
  },
  ACLSizePerRole: {
    what: 'the length of the trust policy',
    fix: 'Shorten the trust policy, for example by conditions in place of long lists of principals, or ask for a higher role trust policy length.',
  },
};

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
  return {
    severity: role === undefined ? 'warning' : 'unknown',
    title: role === undefined ? 'Role does not exist' : 'Two reads contradict each other',
    answer:
      role === undefined
        ? `IAM found no role named ${code(name)}${inAccount(call.said.accountId)}: it was deleted or never made, or the name is of something else.${namesake ? ' A profile has that name, and it holds no role.' : ''}`
        : `Cannot tell whether role ${code(name)} exists: one read lists it, and another one did not find it. It was made or deleted in between, or they are of two accounts.`,
    nodes: [role, namesake],
    fix: {
      sentence:
        role === undefined
          ? 'Give the bare name of a role that exists (no ARN, no path), or create it.'
          : 'Read both again at one time, with one account.',
      command: iamCommand(call.partition, 'list-roles', { output: 'json' }),
    },
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
    return {
      severity: isEmpty && used ? 'critical' : 'warning',
      title: `Not a bare ${what} name`,
      answer: `${call.operation || 'The call'} was given something other than a bare ${what} name, such as an ARN or a path with the name, so it did nothing${isEmpty ? `: profile ${code(profile.name)} is empty` : ''}.`,
      nodes: [profile],
      edges: links.map(({ edge }) => edge),
      evidence: [isEmpty ? evidenceOf(`Roles of ${profile.name}`, '[]', profile.record) : undefined],
      fix: {
        sentence: `Give the bare ${what} name (no ARN, no path)${ofRole ? ' to add-role-to-instance-profile' : ''}.`,
        command: iamCommand(call.partition, 'add-role-to-instance-profile', {
          'instance-profile-name': profile?.name ?? bareName(named.profile ?? '<instance-profile-name>'),
          'role-name': role,
        }),
      },
      docs: DOCS.quotas,
    };
  },
};

/** A trust policy or permission policy that IAM did not accept. */
export const malformedPolicy: ErrorKind = {
  id: 'malformed-policy',
  code: /MalformedPolicyDocument/,
  explain: (call) => {
    const { role } = call.subjects;
    const principal = /Invalid principal in policy: "?([^\n]+?)"?$/i.exec(call.said.text.trim())?.[1];
    const shown = principal?.replaceAll('"', '').trim();
    return {
      severity: 'warning',
      title: 'Policy was refused',
      answer: principal
        ? `IAM refused the policy${role ? ` for role ${code(role.name)}` : ''} because its principal ${code(shown ?? '')} does not exist: deleted (an AROA… or AIDA… id stands for such), not known yet, or of another partition.`
        : `IAM refused the policy${role ? ` for role ${code(role.name)}` : ''}: ${call.said.text.split('operation: ').at(-1) ?? call.said.text}`,
      nodes: [role],
      fix: {
        sentence: principal
          ? 'Replace the principal with the ARN of one that exists. If it was just made, wait some seconds and retry. EC2 is Service ec2.amazonaws.com (in China also ec2.amazonaws.com.cn).'
          : 'Correct the document: valid JSON, no Resource in a trust policy, Action sts:AssumeRole, Service ec2.amazonaws.com for EC2.',
        command: role && editTrustCommand(role),
      },
      docs: DOCS.principal,
    };
  },
};

/** Service-linked roles: made by their service, changed by nobody else. */
export const serviceLinkedCreation: ErrorKind = {
  id: 'service-linked-creation',
  text: /ServiceLinkedRoleCreationNotPermitted|permission to create the service-linked role|service-linked role .*(?:does not exist|not exist|missing)/i,
  explain: (call) => {
    const spot = /spot/i.test(call.said.text);
    const linked = nodesOf(call.graph, 'role').filter((role) => role.serviceLinked);
    const service = spot
      ? 'spot.amazonaws.com'
      : (/([\w-]+\.amazonaws\.com)/.exec(call.said.text)?.[1] ?? '<service>.amazonaws.com');
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
