import type { Graph, GraphEdge, InstanceNode } from '../../graph/graph.ts';
import type { AssociationRecord } from '../../inventory/records.ts';
import { reattachCommands } from '../attach-commands.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { type ProfileLink, profilesOf } from '../lookup.ts';
import { code, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'association-changing',
  title: 'Association is changing',
  docs: DOCS.association,
};

/** A change settles within seconds; after ten minutes it is stuck. */
const STUCK_AFTER_MS = 10 * 60 * 1000;

/** An instance whose association is on its way in or out, or that has two rows at once. */
export const associationChanging: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const instance of instanceGroups(graph).unsettled) {
    const rows = instance.associations.filter((row) => row.State !== 'disassociated');
    const moving = rows.filter((row) => row.State === 'associating' || row.State === 'disassociating');
    if (moving.length > 0 || rows.length > 1) findings.push(describe(graph, instance, rows, moving));
  }
  return findings;
}

function describe(
  graph: Graph,
  instance: InstanceNode,
  rows: readonly AssociationRecord[],
  moving: readonly AssociationRecord[],
): Finding {
  const links = profilesOf(graph, instance);
  const stuck = moving.some((row) => isStuck(row, graph.inventory.readAt));
  const settledTwice = moving.length === 0;
  const target = targetName(rows, links);
  return buildFinding(FACTS, {
    about: instance.id,
    severity: stuck || settledTwice ? 'warning' : 'info',
    title: stuck ? 'Association is stuck' : settledTwice ? 'Two associations at once' : FACTS.title,
    answer: answer(instance, rows, links, stuck, settledTwice),
    nodes: [instance, ...links.map(({ profile }) => profile)],
    edges: edgesFirst(links, moving),
    evidence: rows.flatMap((row) => [
      evidenceOf(`State of ${row.AssociationId}`, row.State, row),
      evidenceOf(`IamInstanceProfile.Arn of ${row.AssociationId}`, row.IamInstanceProfile?.Arn, row),
      evidenceOf(`Timestamp of ${row.AssociationId}`, row.Timestamp, row),
    ]),
    fix: {
      sentence:
        stuck || settledTwice
          ? 'Disassociate it and associate the wanted profile again.'
          : `Wait and read again; if it is still ${moving[0]?.State ?? 'changing'} after 10 minutes, disassociate and associate again.`,
      command: [
        regionalCommand(instance.region, 'ec2 describe-iam-instance-profile-associations', {
          filters: `Name=instance-id,Values=${instance.instanceId}`,
        }),
        reattachCommands(instance, target),
      ].join('\n'),
    },
    delay:
      'Until the change settles, the instance may serve credentials of either profile; those already handed out stay valid until they expire.',
  });
}

function answer(
  instance: InstanceNode,
  rows: readonly AssociationRecord[],
  links: readonly ProfileLink[],
  stuck: boolean,
  settledTwice: boolean,
): string {
  const states = rows.map(
    (row) => `${code(row.AssociationId)} is ${row.State ?? 'in no state that was given'}`,
  );
  const profiles = listWords(links.map(({ profile }) => code(profile.name)));
  const lead = `The association of ${nodeWords(instance)} with profile ${profiles}`;
  if (settledTwice)
    return `${lead} is doubled: ${listWords(states)}, though an instance can have one profile only.`;
  if (stuck) return `${lead} has not settled for more than 10 minutes: ${listWords(states)}.`;
  return rows.length > 1
    ? `${nodeWords(instance)} is in the middle of a swap of profiles (${profiles}): ${listWords(states)}.`
    : `${lead} has not settled yet: ${listWords(states)}.`;
}

/** Only a time that the row itself gives counts, against the time of the read: files rarely hold either. */
function isStuck(row: AssociationRecord, readAt: string | undefined): boolean {
  const now = Date.parse(row.origin.readAt ?? readAt ?? '');
  return now - Date.parse(row.Timestamp ?? '') > STUCK_AFTER_MS;
}

/** The profile that the instance is to have in the end. */
function targetName(rows: readonly AssociationRecord[], links: readonly ProfileLink[]): string {
  const coming =
    rows.find((row) => row.State === 'associating') ?? rows.find((row) => row.State === 'associated');
  const arn = coming?.IamInstanceProfile?.Arn;
  return (
    (links.find(({ profile }) => profile.arn === arn) ?? links[0])?.profile.name ?? '<instance-profile-name>'
  );
}

function edgesFirst(
  links: readonly ProfileLink[],
  moving: readonly AssociationRecord[],
): readonly GraphEdge[] {
  const arns = new Set(moving.map((row) => row.IamInstanceProfile?.Arn));
  const isMoving = ({ profile }: ProfileLink) => arns.has(profile.arn);
  return [...links.filter(isMoving), ...links.filter((link) => !isMoving(link))].map(({ edge }) => edge);
}
