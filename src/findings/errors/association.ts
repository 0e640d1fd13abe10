import { attachCommands, currentAssociation, reattachCommands } from '../attach-commands.ts';
import { evidenceOf } from '../build-finding.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { ErrorKind, FailedCall } from '../error-explanation.ts';
import { profilesOf } from '../lookup.ts';
import { code, nodeWords } from '../words.ts';

const ID_HINT = 'The id that is needed begins with iip-assoc-; it is not the instance id.';

/** AssociateIamInstanceProfile on an instance that has a profile already. */
export const existingAssociation: ErrorKind = {
  id: 'existing-association',
  text: /existing association/i,
  explain: (call) => {
    const { instance } = call.subjects;
    const row = instance && currentAssociation(instance);
    const wanted = call.subjects.named.profile ?? '<instance-profile-name>';
    return {
      severity: 'info',
      title: 'Instance has a profile already',
      answer: `${who(call)} already has an association${row ? `, ${code(row.AssociationId)}` : ''}${current(call)}; an instance can have one profile at a time.`,
      ...chain(call),
      evidence: [evidenceOf(`AssociationId of ${instance?.instanceId ?? ''}`, row?.AssociationId, row)],
      fix: {
        sentence: `Use replace-iam-instance-profile-association with ${row ? `association id ${code(row.AssociationId)}` : 'the id of the present association'}, or disassociate first. Replacing works only while the instance is running.`,
        command: commands(call, wanted),
      },
      docs: DOCS.attachRole,
    };
  },
};

/** EC2 has not heard of a profile that IAM has. */
export const identityProfileNotFound: ErrorKind = {
  id: 'identity-profile-not-found',
  text: /InstanceIdentityProfileNotFound|InstanceIdentityProfile\b.*not ?found/i,
  explain: (call) => {
    const { profile } = call.subjects;
    const parts = chain(call);
    return {
      severity: 'info',
      title: 'Profile too new for EC2',
      answer: `EC2 does not know ${profile ? `profile ${code(profile.name)}` : 'the profile'} yet, though IAM has it: a propagation delay right after it was made.`,
      nodes: [...parts.nodes, profile],
      edges: parts.edges,
      evidence: [
        evidenceOf(`CreateDate of ${profile?.name ?? ''}`, profile?.record?.CreateDate, profile?.record),
      ],
      fix: {
        sentence: `Retry in a minute; nothing is wrong with the profile.`,
        command: commands(call, profile?.name ?? '<instance-profile-name>'),
      },
      delay: 'IAM is eventually consistent: a new profile may take some minutes to be known to EC2.',
      docs: DOCS.consistency,
    };
  },
};

/** ReplaceIamInstanceProfileAssociation on a stopped instance, or with an association that is gone. */
export const notActiveAssociation: ErrorKind = {
  id: 'not-active-association',
  code: /IncorrectState/,
  text: /not the active association|not in (?:the|a) .*state|Invalid association state/i,
  explain: (call) => {
    const { instance } = call.subjects;
    const state = instance?.record?.State;
    const row = instance && currentAssociation(instance);
    const byState = /IncorrectInstanceState/.test(call.code);
    const stopped = state !== undefined && state !== 'running';
    return {
      severity: 'info',
      title: 'Association cannot be replaced',
      answer:
        byState && !stopped
          ? `${who(call)} was not running when the call was made, and AWS replaces an association only while the instance is running.`
          : !stopped
            ? `The association given is not the active one of ${who(call)}${row ? `; that is ${code(row.AssociationId)}` : ''}. A replaced association gets a new id, and on a stopped instance nothing can be replaced.`
            : `${who(call)} is ${state}, and AWS replaces an association only while the instance is running.`,
      nodes: chain(call).nodes,
      edges: chain(call).edges,
      evidence: [
        evidenceOf(`State.Name of ${instance?.instanceId ?? ''}`, state, instance?.record),
        evidenceOf(`AssociationId of ${instance?.instanceId ?? ''}`, row?.AssociationId, row),
      ],
      fix: {
        sentence: `${!stopped ? 'Look up the present association and use its id; if the instance is stopped, disassociate, then associate.' : `The instance is ${state}: disassociate, then associate (replace only works while running).`} ${ID_HINT}`,
        command:
          instance && reattachCommands(instance, call.subjects.named.profile ?? '<instance-profile-name>'),
      },
      docs: DOCS.replaceAssociation,
    };
  },
};

/** The id given is none of an association; often it is the instance's. */
export const invalidAssociationId: ErrorKind = {
  id: 'invalid-association-id',
  text: /InvalidAssociationID|invalid association-?id|parameter associationId is invalid|association ID .*does not exist/i,
  explain: (call) => {
    const { instance } = call.subjects;
    const row = instance && currentAssociation(instance);
    return {
      severity: 'info',
      title: 'Not an association id',
      answer: `The call was given an id that is no profile association${row ? `; the present one of ${who(call)} is ${code(row.AssociationId)}` : ''}.`,
      ...chain(call),
      evidence: [evidenceOf(`AssociationId of ${instance?.instanceId ?? ''}`, row?.AssociationId, row)],
      fix: {
        sentence: `Look up the association of the instance and give its id. ${ID_HINT} A replaced association gets a new id.`,
        command: regionalCommand(
          instance?.region ?? call.said.region,
          'ec2 describe-iam-instance-profile-associations',
          {
            filters: `Name=instance-id,Values=${instance?.instanceId ?? call.subjects.named.instanceId ?? '<instance-id>'}`,
          },
        ),
      },
      docs: DOCS.replaceAssociation,
    };
  },
};

/** The instance is on its way to another state, or gone. */
export const incorrectInstanceState: ErrorKind = {
  id: 'incorrect-instance-state',
  code: /IncorrectInstanceState/,
  explain: (call) =>
    call.operation === 'ReplaceIamInstanceProfileAssociation'
      ? notActiveAssociation.explain(call)
      : {
          severity: 'info',
          title: 'Instance is in the wrong state',
          answer: `${who(call)} was in a state in which its profile cannot be changed${stateNow(call)}; that takes a running or stopped instance.`,
          nodes: [call.subjects.instance],
          fix: {
            sentence:
              'Wait until the instance is running (or stopped) and try again; a terminated one takes no profile.',
            command: regionalCommand(
              call.subjects.instance?.region ?? call.said.region,
              'ec2 describe-instances',
              {
                'instance-ids':
                  call.subjects.instance?.instanceId ?? call.subjects.named.instanceId ?? '<instance-id>',
                query: 'Reservations[].Instances[].State.Name',
                output: 'text',
              },
            ),
          },
          docs: DOCS.attachRole,
        },
};

/** No such instance where the call looked. */
export const invalidInstanceId: ErrorKind = {
  id: 'invalid-instance-id',
  code: /InvalidInstanceID/i,
  explain: (call) => ({
    severity: 'info',
    title: 'Instance not found by the call',
    answer: `The call found no instance ${code(call.subjects.named.instanceId ?? 'of that id')} in its account and region.`,
    nodes: [call.subjects.instance],
    fix: {
      sentence: `Give the region${call.subjects.instance?.region ? ` ${code(call.subjects.instance.region)}` : ''} and account of the instance; a new instance may need some seconds to be known.`,
    },
    docs: DOCS.describeInstances,
  }),
};

function chain(call: FailedCall) {
  const { instance } = call.subjects;
  const links = instance === undefined ? [] : profilesOf(call.graph, instance);
  return {
    nodes: [instance, ...links.map(({ profile }) => profile)],
    edges: links.map(({ edge }) => edge),
  };
}

function who(call: FailedCall): string {
  const { instance, named } = call.subjects;
  return instance ? nodeWords(instance) : named.instanceId ? code(named.instanceId) : 'The instance';
}

function stateNow(call: FailedCall): string {
  const state = call.subjects.instance?.record?.State;
  return state === undefined ? '' : ` (the list says ${state})`;
}

function current(call: FailedCall): string {
  const { instance } = call.subjects;
  const link = instance === undefined ? undefined : profilesOf(call.graph, instance)[0];
  return link ? ` with profile ${code(link.profile.name)}` : '';
}

function commands(call: FailedCall, profileName: string): string | undefined {
  const { instance, named } = call.subjects;
  if (instance !== undefined) return attachCommands(instance, profileName);
  return regionalCommand(call.said.region, 'ec2 associate-iam-instance-profile', {
    'instance-id': named.instanceId ?? '<instance-id>',
    'iam-instance-profile': `Name=${profileName}`,
  });
}
