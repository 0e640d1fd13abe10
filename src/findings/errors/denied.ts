import { parseArn } from '../../base/arn.ts';
import { compareAuthorization } from '../compare-authorization.ts';
import { type DeniedCall, deniedCallOf } from '../denied-call.ts';
import { DOCS } from '../docs.ts';
import type { ErrorExplanation, ErrorKind, FailedCall } from '../error-explanation.ts';
import { profilesHolding, rolesOf } from '../lookup.ts';
import { passRoleRefusal, refusalFix, refusalWords } from '../pass-role-refusal.ts';
import { actorOf } from '../scope-nodes.ts';
import { aroundRole, roleOf } from '../statement-chains.ts';
import { code } from '../words.ts';

/** AWS says who may not do what. iam:PassRole with a known caller has a rule of its own, along its edge in the graph. */
export const deniedInWords: ErrorKind = {
  id: 'denied',
  text: /not authorized to perform:?\s+[\w-]+:\w+/i,
  explain: (call) => {
    const denied = deniedCallOf(call.said.text);
    if (denied === undefined) return undefined;
    return denied.action?.toLowerCase() === 'iam:passrole'
      ? passRole(call, denied)
      : otherAction(call, denied);
  },
};

function passRole(call: FailedCall, denied: DeniedCall): ErrorExplanation | undefined {
  const parts = parseArn(denied.resource ?? '');
  const role = roleOf(call.graph, { name: parts?.name, accountId: parts?.account }) ?? call.subjects.role;
  const around = role === undefined ? { nodes: [], edges: [] } : aroundRole(call.graph, role);
  const actor = actorOf(call.graph, denied.principalArn);
  const refusal = passRoleRefusal(call.said);
  const arn = denied.resource ?? role?.arn ?? '<role-arn>';
  return {
    severity: 'critical',
    title: 'Launcher may not pass the role',
    answer: `${code(denied.principalArn ?? 'The caller')} may not pass role ${code(parts?.name ?? arn)} to ${refusal.service.words}${refusalWords(refusal)}, so the call fails; instances that already run are not touched.`,
    nodes: [actor, ...around.nodes],
    edges: around.edges,
    fix: refusalFix(refusal, { arn, who: 'the caller', actor }),
    docs: DOCS.passRole,
  };
}

/** A profile can't be assumed: the call was meant for the role in it. */
function assumesProfile(call: FailedCall, denied: DeniedCall): ErrorExplanation | undefined {
  const parts = parseArn(denied.resource ?? '');
  if (denied.action?.toLowerCase() !== 'sts:assumerole' || parts?.resourceType !== 'instance-profile')
    return undefined;
  const profile = call.graph.byKind.profile.find(
    (node) => node.arn === denied.resource || node.name === parts.name,
  );
  const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
  const role = link?.role.ghost === undefined ? link?.role : undefined;
  return {
    severity: 'warning',
    title: 'Profile ARN in place of a role',
    answer: `The caller asked to assume ${code(denied.resource ?? '')}, which is an instance profile; only the role in it${role ? `, ${code(role.name)},` : ''} can be assumed.`,
    nodes: [profile, role],
    edges: [link?.edge],
    fix: { sentence: `Use the ARN of the role${role ? `: ${code(role.arn ?? role.name)}` : ''}.` },
    docs: DOCS.instanceProfiles,
  };
}

function otherAction(call: FailedCall, denied: DeniedCall): ErrorExplanation {
  const profileMeant = assumesProfile(call, denied);
  if (profileMeant !== undefined) return profileMeant;
  const compared = compareAuthorization(call.graph, denied);
  const on = denied.resource === undefined ? '' : ` on ${code(denied.resource)}`;
  const what = `${code(denied.action ?? '')}${on}`;
  return {
    // A role of a chain that lacks a right is the owner's choice; a launcher that is denied can't go on.
    severity: compared.severity ?? (compared.outcome === 'agrees' ? 'info' : 'warning'),
    title: `${denied.action ?? 'A call'} is denied`,
    answer: `${code(denied.principalArn ?? 'The caller')} may not call ${what}. ${compared.sentence}`,
    nodes: compared.nodes,
    edges: compared.edges,
    evidence: compared.evidence,
    fix: {
      sentence:
        denied.by === 'scp'
          ? `A service control policy of the organization denies ${what}: only whoever manages the organization can allow it to the caller.`
          : `Allow ${what} to the caller, if it is meant to have it.`,
    },
    docs: DOCS.accessDenied,
  };
}

/** EC2 hides the reason in an encoded message; with a profile in the call it is iam:PassRole more often than not. */
export const deniedEncoded: ErrorKind = {
  id: 'denied-encoded',
  code: /UnauthorizedOperation|AccessDenied/i,
  text: /Encoded authorization failure message/i,
  explain: (call) => {
    const { profile, role } = call.subjects;
    const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
    const target = link?.role.ghost === undefined ? (link?.role ?? role) : role;
    const holders = target === undefined ? [] : profilesHolding(call.graph, target);
    const arn = target?.arn ?? '<role-arn>';
    return {
      severity: 'unknown',
      title: 'Denied, with an encoded reason',
      answer: `${call.operation || 'The call'} is denied and the reason is encoded, so nobody can tell it before it is decoded; when a launch fails only with a profile named, the caller lacks iam:PassRole${target ? ` on role ${code(target.name)}` : ' on the role of that profile'}.`,
      nodes: [target, profile],
      edges: holders.map(({ edge }) => edge),
      fix: {
        sentence: `Decode the message and paste the result here; it says which action on which resource is missing. If it is iam:PassRole, grant it on ${code(arn)}, the role's ARN and not the profile's.`,
        command:
          "aws sts decode-authorization-message --encoded-message '<message>' --query DecodedMessage --output text",
      },
      docs: DOCS.decodeMessage,
    };
  },
};

/** Tools that check a profile by a dry run say only that it failed. */
export const verificationFailed: ErrorKind = {
  id: 'profile-verification',
  text: /verification of the instance profile|instance profile .*(?:verification|validation).* failed/i,
  explain: (call) => {
    const { profile } = call.subjects;
    const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
    const arn = link?.role.arn ?? '<role-arn>';
    return {
      severity: 'critical',
      title: 'Profile could not be registered',
      answer: `The registration${profile ? ` of profile ${code(profile.name)}` : ''} fails in its dry run: most often the cross-account role lacks iam:PassRole on the profile's role${link ? ` ${code(link.role.name)}` : ''}, or a service control policy demands tags.`,
      nodes: [profile, link?.role],
      edges: [link?.edge],
      fix: {
        sentence: `Allow iam:PassRole on the role ${code(arn)} in the cross-account role; if a service control policy requires tags, register with skip validation.`,
      },
      docs: DOCS.passRole,
    };
  },
};

/** A field that takes a role was given a profile: EKS node groups, Lambda, AssumeRole. */
export const profileForRole: ErrorKind = {
  id: 'profile-for-role',
  text: /(?:role|noderole)\b[^.]{0,80}arn:[^\s"']*:instance-profile\/[^.]*(?:invalid|not valid|does not exist|not found)/i,
  explain: (call) => {
    const arn = /arn:[^\s"']*:instance-profile\/[\w+=,.@/-]*[\w+=@/-]/.exec(call.said.text)?.[0];
    const name = parseArn(arn ?? '')?.name;
    const profile = call.graph.byKind.profile.find((node) => node.arn === arn || node.name === name);
    const link = profile === undefined ? undefined : rolesOf(call.graph, profile)[0];
    const role = link?.role.ghost === undefined ? link?.role : undefined;
    return {
      severity: 'warning',
      title: 'Profile ARN in place of a role',
      answer: `The call was given ${code(arn ?? 'a profile ARN')} in a field that takes a role${role ? `; the profile holds role ${code(role.name)}` : ''}.`,
      nodes: [profile, role],
      edges: [link?.edge],
      fix: { sentence: `Put the ARN of the role here${role ? `: ${code(role.arn ?? role.name)}` : ''}.` },
      docs: DOCS.instanceProfiles,
    };
  },
};
