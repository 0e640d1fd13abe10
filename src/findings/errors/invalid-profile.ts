import { bareName, parseArn } from '../../base/arn.ts';
import { surelyOtherAccount } from '../../graph/accounts.ts';
import type { ProfileNode, RoleNode } from '../../graph/graph.ts';
import { refusesProfile } from '../../graph/named-in-error.ts';
import { evidenceOf } from '../build-finding.ts';
import { iamCommand, regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from '../error-explanation.ts';
import { profilesHolding, rolesOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { profileHints } from '../templates.ts';
import { code, inAccount, listWords } from '../words.ts';

/** After this long a new profile is known everywhere. */
const NEW_FOR_MS = 10 * 60 * 1000;

const WHERE = 'Profiles are of one account and one partition.';

/** A launch, association or environment that refuses the profile it was given. */
export const invalidProfile: ErrorKind = {
  id: 'invalid-profile',
  matches: refusesProfile,
  explain: (call) => wrongForm(call) ?? known(call) ?? roleName(call) ?? absent(call),
};

/** A launch with a profile that holds no role: EC2 refuses it where the launch, and not the instance, fails. */
export const profileWithoutRole: ErrorKind = {
  id: 'profile-without-role',
  text: /has no associated IAM roles?/i,
  explain: (call) => {
    const { profile, named } = call.subjects;
    const name =
      profile?.name ?? (named.profile === undefined ? '<instance-profile-name>' : bareName(named.profile));
    const [link] = profile === undefined ? [] : rolesOf(call.graph, profile);
    const inside = link?.role.ghost === undefined ? link?.role : undefined;
    return {
      severity: inside ? 'info' : 'critical',
      title: 'Launch with an empty profile',
      answer: inside
        ? `The call failed because profile ${code(name)} held no role then; by the lists it now holds role ${code(inside.name)}.`
        : `The call failed because profile ${code(name)} contains no role.`,
      nodes: [profile, inside],
      edges: [link?.edge],
      fix: inside
        ? { sentence: 'Try the call again.' }
        : {
            sentence: `Add the role to profile ${code(name)} (the bare role name, no ARN and no path), then try the call again.`,
            command: iamCommand(call.partition, 'add-role-to-instance-profile', {
              'instance-profile-name': name,
              'role-name': '<role-name>',
            }),
            ...profileHints(name, '<role-name>'),
          },
      docs: DOCS.instanceProfiles,
    };
  },
};

/** Names are made of these alone; paths and ARNs add slash and colon: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const REFERENCE = /^[\w+=,.@/:-]+$/;

/** The value itself can't be right, whatever exists. */
function wrongForm(call: FailedCall): ErrorExplanation | undefined {
  const value = call.subjects.named.profile ?? '';
  if (value !== '' && !REFERENCE.test(value)) {
    return {
      severity: 'critical',
      title: 'Value is no profile name',
      answer: `The call was given ${code(value)}, which no profile can be named: it looks like a reference that a template or tool did not resolve.`,
      nodes: [],
      fix: {
        sentence:
          "Give the profile's own name or ARN: in the AWS CDK instanceProfileName or ref, in CloudFormation !Ref, in Terraform the attribute name.",
        command: iamCommand(call.partition, 'list-instance-profiles', { output: 'json' }),
      },
      docs: DOCS.identifiers,
    };
  }
  const parts = parseArn(value);
  const { role, profile } = call.subjects;
  if (parts !== undefined && parts.resourceType !== 'instance-profile') {
    const named = call.subjects.roleNamedAsProfile ?? role;
    return {
      severity: 'critical',
      title: 'Role ARN in place of a profile',
      answer: `The call was given ${code(value)}, which is ${parts.resourceType === 'role' ? 'a role ARN' : 'another kind of ARN'} and not an instance-profile ARN.`,
      nodes: [named],
      fix: {
        sentence: `Put the instance profile's name or its ARN (arn:…:instance-profile/…) here; a role ARN is never accepted.${held(call, named)}`,
        command: named && listProfilesOf(named),
      },
      docs: DOCS.instanceProfiles,
    };
  }
  const account = call.said.accountId;
  if (parts !== undefined && surelyOtherAccount(parts.account, account)) {
    return {
      severity: 'critical',
      title: 'Profile of another account',
      answer: `The call in account ${code(account ?? '')} was given a profile of account ${code(parts.account)}; profiles cannot be used across accounts.`,
      nodes: [profile],
      fix: { sentence: `Create the profile in account ${code(account ?? '')} and name that one.` },
      docs: DOCS.instanceProfiles,
    };
  }
  if (parts !== undefined && call.partition !== undefined && parts.partition !== call.partition) {
    return {
      severity: 'critical',
      title: 'Profile ARN of another partition',
      answer: `The ARN ${code(value)} is of partition ${code(parts.partition)}, while the account is in ${code(call.partition)}.`,
      nodes: [profile],
      fix: { sentence: `Write the ARN with partition ${code(call.partition)}, or give the bare name.` },
      docs: DOCS.instanceProfiles,
    };
  }
  if (parts === undefined && value.includes('/') && profile !== undefined) {
    return {
      severity: 'warning',
      title: 'Path given with the name',
      answer: `The call was given ${code(value)}; a profile's name is ${code(profile.name)} alone, without its path.`,
      nodes: [profile],
      fix: {
        sentence: `Use the name ${code(profile.name)}, without the path, or the full ARN in the field for ARNs.`,
      },
      docs: DOCS.identifiers,
    };
  }
  if (parts === undefined && profile !== undefined && /\.arn is invalid/i.test(call.said.text)) {
    return {
      severity: 'warning',
      title: 'Name in place of the ARN',
      answer: `The call was given the name of profile ${code(profile.name)} in the field that takes its ARN.`,
      nodes: [profile],
      fix: { sentence: `Give Arn=${profile.arn ?? 'the full ARN'}, or put the name into Name.` },
      docs: DOCS.instanceProfiles,
    };
  }
  return parts !== undefined && profile !== undefined && /\.name is invalid/i.test(call.said.text)
    ? {
        severity: 'warning',
        title: 'ARN in place of the name',
        answer: `The call was given the ARN of profile ${code(profile.name)} in the field that takes its name.`,
        nodes: [profile],
        fix: { sentence: `Give Name=${profile.name}, or put the ARN into Arn.` },
        docs: DOCS.instanceProfiles,
      }
    : undefined;
}

/** The profile exists: then it is new, or the call looked elsewhere. */
function known(call: FailedCall): ErrorExplanation | undefined {
  const { profile, named } = call.subjects;
  if (profile === undefined || named.profile === undefined) return undefined;
  const age = Date.parse(call.said.time ?? '') - Date.parse(profile.record?.CreateDate ?? '');
  const isOld = age > NEW_FOR_MS;
  const name = code(profile.name);
  return {
    severity: isOld ? 'warning' : 'info',
    title: isOld ? 'Profile exists, but not for that call' : 'Profile too new for EC2',
    answer: isOld
      ? `Profile ${name} exists${inAccount(profile.accountId)} and was no longer new when the call failed, so the call was made in another account or partition, or with another spelling.`
      : `Profile ${name} exists${Number.isNaN(age) ? '' : ` and was made ${Math.max(0, Math.round(age / 1000))} seconds before the call`}: most likely EC2 did not know it yet (IAM is eventually consistent).`,
    nodes: [profile],
    evidence: [
      evidenceOf(`CreateDate of ${profile.name}`, profile.record?.CreateDate, profile.record),
      call.said.time === undefined
        ? undefined
        : { field: 'time of the call', value: call.said.time, source: call.said.label },
    ],
    fix: {
      sentence: isOld
        ? `Check with which account and region the call is made, and the spelling of the name. ${WHERE}`
        : 'Wait a minute and retry the launch. If it still fails after 10 minutes, suspect another account, another partition or a typing error.',
      command: isOld
        ? 'aws sts get-caller-identity'
        : iamCommand(profile.partition, 'get-instance-profile', { 'instance-profile-name': profile.name }),
    },
    delay: 'A new profile may take up to some minutes to be known to EC2 everywhere.',
    docs: DOCS.consistency,
  };
}

/** No profile, but a role has that name. */
function roleName(call: FailedCall): ErrorExplanation | undefined {
  const role = call.subjects.roleNamedAsProfile;
  if (role === undefined) return undefined;
  const holders = profilesHolding(call.graph, role);
  const first = holders[0]?.profile;
  const name = { 'instance-profile-name': role.name };
  return {
    severity: 'warning',
    title: 'Role name in place of a profile name',
    answer: `${code(role.name)} is the name of a role, but EC2 wants the name of an instance profile${first ? `; the role is in profile ${listWords(holders.map(({ profile }) => code(profile.name)))}` : ', and no profile that holds it was read'}.`,
    nodes: [role, first],
    edges: holders.map(({ edge }) => edge),
    fix: first
      ? {
          sentence: `Launch with the profile's name, ${code(first.name)}, in place of the role's.`,
          command: listProfilesOf(role),
        }
      : {
          sentence: `Create an instance profile, add role ${code(role.name)} to it, then launch with the profile name.`,
          command: [
            iamCommand(role.partition, 'create-instance-profile', name),
            iamCommand(role.partition, 'add-role-to-instance-profile', { ...name, 'role-name': role.name }),
          ].join('\n'),
          ...profileHints(role.name, role.name),
        },
    notChecked: notCheckedOf(call.graph, ['iam:ListInstanceProfiles'], { accountId: role.accountId }),
    docs: DOCS.instanceProfiles,
  };
}

function absent(call: FailedCall): ErrorExplanation {
  const value = call.subjects.named.profile;
  const name = value === undefined ? undefined : bareName(value);
  const notChecked = notCheckedOf(call.graph, ['iam:ListInstanceProfiles'], {
    accountId: call.said.accountId,
  });
  const sure = notChecked.length === 0 && name !== undefined;
  const near = name === undefined ? undefined : otherSpelling(call, name);
  const which = name === undefined ? 'the profile that it names' : `profile ${code(name)}`;
  const beanstalk = /elastic ?beanstalk/i.test(`${call.said.text} ${call.said.command}`);
  const emrDefault = name === 'EMR_EC2_DefaultRole';
  return {
    severity: sure ? 'critical' : 'unknown',
    title: sure ? 'Launch names a missing profile' : 'Launch refused its profile',
    answer: sure
      ? `The call names ${which}, which does not exist${inAccount(call.said.accountId)}${near ? `; there is ${code(near.name)}, in another spelling` : ''}.`
      : `Cannot tell why AWS refused ${which}: the list of profiles was not read to its end.`,
    nodes: [ghostOf(call, name), near],
    fix: {
      sentence: near
        ? `Write ${code(near.name)}, as IAM does.`
        : `Create ${which}${beanstalk ? ' with an EC2 role that has AWSElasticBeanstalkWebTier' : ' with the role that the instances need'}, or name an existing one; look also for a typing error, another account or another partition.`,
      command:
        emrDefault && !near
          ? regionalCommand(call.said.region, 'emr create-default-roles', {})
          : name === undefined || near
            ? iamCommand(call.partition, 'list-instance-profiles', { output: 'json' })
            : [
                iamCommand(call.partition, 'create-instance-profile', { 'instance-profile-name': name }),
                iamCommand(call.partition, 'add-role-to-instance-profile', {
                  'instance-profile-name': name,
                  'role-name': '<role-name>',
                }),
              ].join('\n'),
    },
    notChecked,
    docs: beanstalk ? DOCS.beanstalkProfile : DOCS.instanceProfiles,
  };
}

function otherSpelling(call: FailedCall, name: string): ProfileNode | undefined {
  for (const node of call.graph.nodes.values()) {
    if (node.kind === 'profile' && node.record && node.name.toLowerCase() === name.toLowerCase()) return node;
  }
  return undefined;
}

function ghostOf(call: FailedCall, name: string | undefined): ProfileNode | undefined {
  for (const node of call.graph.nodes.values()) {
    if (node.kind === 'profile' && node.ghost && node.name === name) return node;
  }
  return undefined;
}

function held(call: FailedCall, role: RoleNode | undefined): string {
  const holders = role === undefined ? [] : profilesHolding(call.graph, role);
  return holders.length === 0 || role === undefined
    ? ''
    : ` Role ${code(role.name)} is in profile ${listWords(holders.map(({ profile }) => code(profile.name)))}.`;
}

function listProfilesOf(role: RoleNode): string {
  return iamCommand(role.partition, 'list-instance-profiles-for-role', { 'role-name': role.name });
}
