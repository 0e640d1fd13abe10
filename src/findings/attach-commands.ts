import type { InstanceNode } from '../graph/graph.ts';
import type { AssociationRecord } from '../inventory/records.ts';
import { quoteWord, regionalCommand } from './commands.ts';

/**
 * How an instance is given a profile. AWS replaces an association only while the instance is running; on a stopped one the
 * old association has to go first, see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/attach-iam-role.html
 */
export type AttachVerb = 'associate' | 'replace' | 'disassociate-first' | 'none';

/** The verb that the instance's state and its present association allow. */
export function attachVerb(instance: InstanceNode): AttachVerb {
  const state = instance.record?.State;
  if (state === 'terminated' || state === 'shutting-down') return 'none';
  if (!hasProfile(instance)) return 'associate';
  // A row without the instance's own record leaves the state open; running is the usual case.
  return state === 'running' || state === undefined ? 'replace' : 'disassociate-first';
}

/** Commands, one a line, that give the instance the profile of this name (bare, without path). */
export function attachCommands(instance: InstanceNode, profileName: string): string | undefined {
  switch (attachVerb(instance)) {
    case 'none':
      return undefined;
    case 'associate':
      return associate(instance, profileName);
    case 'replace':
      return withAssociationId(instance, (id) => [
        regionalCommand(instance.region, 'ec2 replace-iam-instance-profile-association', {
          'association-id': id,
          'iam-instance-profile': profileWord(profileName),
        }),
      ]);
    case 'disassociate-first':
      return reattachCommands(instance, profileName);
  }
}

/** Commands that take the present association off and make a new one, which also makes EC2 look the profile up again. */
export function reattachCommands(instance: InstanceNode, profileName: string): string {
  return withAssociationId(instance, (id) => [
    regionalCommand(instance.region, 'ec2 disassociate-iam-instance-profile', { 'association-id': id }),
    associate(instance, profileName),
  ]);
}

/** The row that counts: `associated`, or failing that the one on its way in. */
export function currentAssociation(instance: InstanceNode): AssociationRecord | undefined {
  const ofState = (state: string) => instance.associations.find((row) => row.State === state);
  return ofState('associated') ?? ofState('associating') ?? instance.associations.find((row) => !row.State);
}

function hasProfile(instance: InstanceNode): boolean {
  const reference = instance.record?.IamInstanceProfile;
  return Boolean(reference?.Arn ?? reference?.Id ?? currentAssociation(instance));
}

function associate(instance: InstanceNode, profileName: string): string {
  return regionalCommand(instance.region, 'ec2 associate-iam-instance-profile', {
    'instance-id': instance.instanceId,
    'iam-instance-profile': profileWord(profileName),
  });
}

/** The CLI's shorthand stumbles over `,` and `=` in a value, which names may hold; JSON takes them. */
function profileWord(name: string): string {
  return /^[\w.@+-]+$/.test(name) || name.startsWith('<') ? `Name=${name}` : JSON.stringify({ Name: name });
}

function withAssociationId(instance: InstanceNode, lines: (id: string) => readonly string[]): string {
  const known = currentAssociation(instance)?.AssociationId;
  if (known !== undefined) return lines(known).join('\n');
  const lookUp = regionalCommand(instance.region, 'ec2 describe-iam-instance-profile-associations', {
    filters: `Name=instance-id,Values=${instance.instanceId}`,
    query: 'IamInstanceProfileAssociations[].AssociationId',
    output: 'text',
  });
  const placeholder = '<iip-assoc-id>';
  return [`ASSOCIATION_ID=$(${lookUp})`, ...lines(placeholder)]
    .join('\n')
    .replaceAll(quoteWord(placeholder), '"$ASSOCIATION_ID"');
}
