import { bareName } from '../../base/arn.ts';
import { evidenceOf } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorKind } from '../error-explanation.ts';
import { rolesOf } from '../lookup.ts';
import { code, inAccount } from '../words.ts';

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
